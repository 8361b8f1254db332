import type { Knowledge } from '../../knowledge/knowledge.ts';
import { languages, type Language } from '../../knowledge/language/language.ts';
import { emergencyContacts } from './emergency-contacts.ts';

type Known = Pick<Knowledge, 'texts' | 'helplines' | 'clinic'>;

/**
 * `/widget.js`: the built launcher with its words and numbers before it, in all languages, so that it needs
 * nothing else from the service. `origins` are the sites where the chat may open.
 */
export const launcherScript = (launcher: string, knowledge: Known, origins: readonly string[]): string => {
  const texts = Object.fromEntries(languages.map((each) => [each, launcherTexts(knowledge, each)]));
  return `{const widgetData=${JSON.stringify({ origins, texts })};\n${launcher}}`;
};

const launcherTexts = (knowledge: Known, language: Language) => {
  const { embed, help, leave, tryAgain, danger, chat } = knowledge.texts[language].page;
  const { automated: _, ...own } = embed;
  const { to, ...leaving } = leave;
  const contacts = emergencyContacts(knowledge, language);
  return { ...own, help, leave: leaving, leaveTo: to, tryAgain, danger, chat, contacts };
};
