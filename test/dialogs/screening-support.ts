import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clinic } from '../../knowledge/clinic.ts';
import { certain, type FaqMatcher } from '../../knowledge/faq/matcher.ts';
import { readEntries } from '../../knowledge/faq/read-entries.ts';
import { readHelplines } from '../../knowledge/helplines/helplines.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import { noRisk } from '../../knowledge/risk/verdict.ts';
import { readTexts } from '../../knowledge/texts/texts.ts';
import { plainText } from '../../bot/render/plain-text.ts';
import { answers } from '../../dialogs/answers.ts';
import { commands } from '../../dialogs/commands.ts';
import { newMemory, readMemory, type Memory } from '../../dialogs/memory.ts';
import { more } from '../../dialogs/more.ts';
import { wordsOf, type ChannelTraits, type Message } from '../../dialogs/message.ts';
import { noOutside, type Outside } from '../../dialogs/outside.ts';
import { plainWords } from '../../dialogs/pick-choice.ts';
import type { AskReply, Reply, ScreeningTrace } from '../../dialogs/reply.ts';
import { screening } from '../../dialogs/screening.ts';
import { chain, type Turn } from '../../dialogs/turn.ts';

const folder = join(projectRoot(), 'knowledge');
const files = readdirSync(join(folder, 'faq/entries')).map((name) => ({
  name,
  text: readFileSync(join(folder, 'faq/entries', name), 'utf8'),
}));
const entries = readEntries(files);

const topics = new Map(
  [...entries.values()].flatMap(({ id, title, es, ways }) =>
    [id, title, es?.title ?? title, ...Object.values(ways).flat()].map((way): [string, string] => [
      plainWords(way),
      id,
    ]),
  ),
);

/** Knows every question of the knowledge base by its very words: what is near is the matcher's own matter. */
const matcher: FaqMatcher = {
  match: (text) => {
    const topic = topics.get(plainWords(text));
    return topic ? certain(topic) : { topics: [], offered: [], candidates: [] };
  },
};

export const clinic: Clinic = {
  name: 'Example Clinic',
  phone: '555-0100',
  hours: 'Monday to Friday, 9 to 5',
  url: 'https://clinic.example',
  country: 'US',
};

export const texts = readTexts(join(folder, 'texts'));

export const knowledge: Knowledge = {
  risk: { assess: () => noRisk },
  entries,
  matcher,
  helplines: readHelplines(readFileSync(join(folder, 'helplines/helplines.yaml'), 'utf8')),
  texts,
  clinic,
};

export const website: ChannelTraits = { shared: false, pageLength: undefined };
export const phone: ChannelTraits = { shared: false, pageLength: 306 };

/** A conversation that goes through the real steps; the memory is read back from JSON after every turn. */
export class Talk {
  memory: Memory;
  replies: readonly Reply[] = [];
  now = new Date('2026-11-23T10:00:00Z');
  readonly #channel: ChannelTraits;
  readonly #knowledge: Knowledge;
  readonly #outside: Outside;

  constructor(
    options: {
      channel?: ChannelTraits;
      language?: Memory['language'];
      knowledge?: Knowledge;
      outside?: Outside;
    } = {},
  ) {
    this.memory = { ...newMemory(this.now), greeted: true, language: options.language ?? 'en' };
    this.#channel = options.channel ?? website;
    this.#knowledge = options.knowledge ?? knowledge;
    this.#outside = options.outside ?? noOutside;
  }

  /** Begins the questions as the wish for them does, with the words that were said. */
  start(words = 'start screening'): this {
    return this.#take({
      kind: 'choice',
      choice: 'topic:start-screening',
      label: words,
      channel: this.#channel,
    });
  }

  says(...said: readonly string[]): this {
    for (const text of said) this.#take({ kind: 'text', text, channel: this.#channel });
    return this;
  }

  presses(...choices: readonly string[]): this {
    for (const choice of choices) this.#take({ kind: 'choice', choice, label: '', channel: this.#channel });
    return this;
  }

  does(message: Message): this {
    return this.#take(message);
  }

  hoursLater(hours: number): this {
    this.now = new Date(this.now.getTime() + hours * 3_600_000);
    return this;
  }

  get ask(): AskReply | undefined {
    return this.replies.find((reply) => reply.kind === 'ask');
  }

  get open(): string | undefined {
    return this.ask?.question;
  }

  get trace(): ScreeningTrace | undefined {
    const traces = this.replies.flatMap((reply) => (reply.kind === 'trace' ? [reply.trace] : []));
    return traces.flatMap((each) => (each.name === 'Screening' ? [each.value] : [])).at(-1);
  }

  /** All that was said, without choices. */
  get text(): string {
    return this.replies.map(wordsIn).join('\n');
  }

  #take(message: Message): this {
    const turn = turnOf(message, this.memory, this.#knowledge, this.now, this.#outside);
    const { memory, replies } = chain({ screening, more, commands, answers })(turn);
    const stored = JSON.stringify({ ...(memory ?? newMemory(this.now)), lastAt: this.now.toISOString() });
    this.memory = readMemory(JSON.parse(stored)) ?? newMemory(this.now);
    this.replies = replies;
    return this;
  }
}

const turnOf = (message: Message, memory: Memory, known: Knowledge, now: Date, outside: Outside): Turn => {
  const words = wordsOf(message);
  const topic =
    message.kind === 'choice' && message.choice.startsWith('topic:') ? message.choice.slice(6) : undefined;
  return {
    message,
    words,
    memory,
    knowledge: known,
    texts: known.texts[memory.language],
    now,
    verdict: noRisk,
    match: () => (topic === undefined ? known.matcher.match(words) : certain(topic)),
    outside,
  };
};

const wordsIn = (reply: Reply): string => {
  switch (reply.kind) {
    case 'say':
      return reply.text;
    case 'ask':
      return `${reply.progress}\n${reply.text}`;
    case 'answer':
      return reply.full;
    case 'crisis':
      return [reply.lead, ...reply.body, reply.short, reply.question ?? ''].join('\n');
    case 'result':
      return plainText({ ...reply, choices: [] });
    default:
      return '';
  }
};
