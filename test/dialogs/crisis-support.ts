import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answers } from '../../dialogs/answers.ts';
import { commands } from '../../dialogs/commands.ts';
import { newMemory, readMemory, type Memory, type ScreeningState } from '../../dialogs/memory.ts';
import type { ChannelTraits } from '../../dialogs/message.ts';
import { noOutside } from '../../dialogs/outside.ts';
import type { CrisisReply, Reply } from '../../dialogs/reply.ts';
import { safety } from '../../dialogs/safety.ts';
import { screening } from '../../dialogs/screening.ts';
import { chain, type Outcome, type Turn } from '../../dialogs/turn.ts';
import type { Entry } from '../../knowledge/faq/entry.ts';
import { certain, type FaqMatch } from '../../knowledge/faq/matcher.ts';
import type { Country } from '../../knowledge/helplines/country.ts';
import { readHelplines } from '../../knowledge/helplines/helplines.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../knowledge/language/language.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import { noRisk, type RiskCategory, type Tier, type Verdict } from '../../knowledge/risk/verdict.ts';
import { readTexts } from '../../knowledge/texts/texts.ts';

const folder = join(projectRoot(), 'knowledge');
export const helplines = readHelplines(readFileSync(join(folder, 'helplines/helplines.yaml'), 'utf8'));
export const texts = readTexts(join(folder, 'texts'));

const entry = (id: string, title: string): Entry => ({
  id,
  group: 'article',
  title,
  short: `Short: ${title}`,
  full: `Full: ${title}`,
  facts: [],
  followUps: ['iop-hours'],
  ways: {},
});
const entries = [
  entry('iop-hours', 'How many hours?'),
  entry('cost-insurance', 'What does it cost?'),
  entry('medication-questions', 'Which medicine?'),
];

const none: FaqMatch = { topics: [], offered: [], candidates: [] };

export const knowledgeIn = (country: Country): Knowledge => ({
  helplines,
  texts,
  entries: new Map(entries.map((each) => [each.id, each])),
  matcher: { match: () => none },
  risk: { assess: () => noRisk },
  clinic: { name: 'the clinic', phone: undefined, hours: undefined, url: undefined, country },
});

export const verdict = (
  tier: Tier,
  category: RiskCategory = 'self-harm',
  signals: readonly string[] = ['test'],
): Verdict => ({ tier, category, signals });

interface Judged {
  readonly judged: Verdict;
  readonly alone: Verdict;
  /** The topic that the words are about. */
  readonly topic: string | undefined;
}

const website: ChannelTraits = { shared: false, pageLength: undefined };

/** A conversation through the real steps; what is remembered goes through its stored form between turns. */
export class Talk {
  memory: Memory;
  replies: readonly Reply[] = [];
  readonly #knowledge: Knowledge;
  readonly #channel: ChannelTraits;
  readonly #take = chain({ safety, screening, commands, answers });

  constructor(language: Language = 'en', country: Country = 'US', channel: ChannelTraits = website) {
    this.#knowledge = knowledgeIn(country);
    this.#channel = channel;
    this.memory = { ...newMemory(new Date(0)), language, greeted: true };
  }

  /** `alone` is what the detector makes of the words without the question that they answer. */
  say(words: string, judged: Verdict = noRisk, topic?: string, alone: Verdict = judged): Outcome {
    return this.#turn({ kind: 'text', text: words }, words, { judged, alone, topic });
  }

  press(choice: string, label: string): Outcome {
    const topic = choice.startsWith('topic:') ? choice.slice('topic:'.length) : undefined;
    return this.#turn({ kind: 'choice', choice, label }, label, { judged: noRisk, alone: noRisk, topic });
  }

  get crisis(): CrisisReply | undefined {
    return this.replies.find((reply) => reply.kind === 'crisis');
  }

  /** Everything that can be read, as one text. */
  get text(): string {
    return this.replies.map(wordsOf).join('\n');
  }

  get labels(): readonly string[] {
    return this.replies.flatMap((reply) =>
      'choices' in reply ? reply.choices.map(({ label }) => label) : [],
    );
  }

  #turn(deed: object, words: string, { judged, alone, topic }: Judged): Outcome {
    const match = topic === undefined ? none : certain(topic);
    const turn: Turn = {
      message: { ...deed, channel: this.#channel } as Turn['message'],
      words,
      memory: this.memory,
      knowledge: { ...this.#knowledge, risk: { assess: () => alone } },
      texts: texts[this.memory.language],
      now: new Date(1_000),
      verdict: judged,
      match: () => match,
      outside: noOutside,
    };
    const outcome = this.#take(turn);
    this.replies = outcome.replies;
    const stored: unknown = JSON.parse(JSON.stringify(outcome.memory ?? newMemory(new Date(0))));
    const read = readMemory(stored);
    if (read === undefined) throw new Error('the memory can not be read back');
    this.memory = read;
    return outcome;
  }
}

export const wordsOf = (reply: Reply): string => {
  switch (reply.kind) {
    case 'crisis':
      return crisisWords(reply);
    case 'answer':
      return reply.full;
    case 'say':
    case 'ask':
      return reply.text;
    default:
      return '';
  }
};

export const crisisWords = (reply: CrisisReply): string =>
  [reply.lead, ...reply.contacts.map(({ label }) => label), ...reply.body, reply.question ?? ''].join('\n');

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
export const sentencesIn = (text: string): readonly string[] =>
  text
    .split(/(?<=[.?!])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** Every text below a value of the data. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** With an open screening at its second question. */
export const inScreening = (talk: Talk): void => {
  const state: ScreeningState = {
    table: 'test',
    about: 'self',
    status: 'open',
    answers: { safe: 'no' },
    startedAt: new Date(0).toISOString(),
    trail: ['safe'],
    misses: 0,
  };
  talk.memory = { ...talk.memory, screening: state, open: { kind: 'screening', question: 'body' } };
};
/** What the person is asked now: the crisis question, else the kind of what is open. */
export const asks = ({ memory }: Talk): string | undefined =>
  memory.open?.kind === 'crisis' ? memory.open.asks : memory.open?.kind;
