import type { Block } from '../../knowledge/document/document.ts';
import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { Clinic } from '../../knowledge/clinic.ts';
import type { Language } from '../../knowledge/language/language.ts';
import type { Texts } from '../../knowledge/texts/texts.ts';
import type { StorageKind } from '../../knowledge/texts/privacy-texts.ts';
import { longestKept } from '../direct-line/log-keeper.ts';
import { documentHtml } from './document-html.ts';

/** What the configuration says about keeping. */
export interface Keeping {
  /** Days until a silent conversation is forgotten. */
  readonly memoryDays: number;
  readonly storageUrl: string;
  /** Questions without an answer are kept, scrubbed. */
  readonly keepUnanswered: boolean;
  /** Where visitors talk over Azure's Direct Line. */
  readonly chatAt: string | undefined;
}

const hour = 3_600_000;

/** The content of `/privacy`: what is kept, how long and where, as this service is configured. */
export const privacyPage = (
  { privacy: texts, page }: Pick<Texts, 'privacy' | 'page'>,
  { name }: Clinic,
  keeping: Keeping,
  language: Language,
) => {
  const questions = keeping.keepUnanswered ? 'scrubbed' : 'off';
  const filled = (text: string): string =>
    text
      .replaceAll('{learning}', () => texts.learning[questions])
      .replaceAll('{words}', () => texts.words[questions])
      .replaceAll('{where}', () => texts.where[storageKind(keeping.storageUrl)])
      .replaceAll('{days}', counted(keeping.memoryDays, 'day', language))
      .replaceAll('{hours}', counted(longestKept / hour, 'hour', language))
      .replaceAll('{clinic}', () => name);
  const sections = texts.sections.flatMap(({ title, lines }): readonly Block[] => {
    const chat = texts.chat[keeping.chatAt === undefined ? 'own' : 'azure'];
    const [first = '', ...more] = lines.flatMap((line) => (line === '{chat}' ? chat : [line])).map(filled);
    const said: Block =
      more.length === 0
        ? { kind: 'text', text: first }
        : { kind: 'bullets', items: [first, ...more].map((line) => [line]) };
    return [{ kind: 'heading', level: 2, text: title }, said];
  });
  return {
    title: texts.title,
    body: `<p class="lead">${escapeHtml(filled(texts.intro))}</p>\n${documentHtml(sections, page.contents)}`,
  };
};

const counted = (count: number, unit: 'day' | 'hour', language: Language): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

const storageKind = (url: string): StorageKind => {
  if (url.startsWith('memory:')) return 'memory';
  if (url.startsWith('sqlite:')) return 'file';
  return url.startsWith('https:') || url.startsWith('http:') ? 'cloud' : 'database';
};
