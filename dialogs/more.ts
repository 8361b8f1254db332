import type { AnswerEntry } from '../knowledge/faq/entry.ts';
import { pagesOf } from './pages.ts';
import type { Reply } from './reply.ts';
import { titles, wordingOf } from './topic-choices.ts';
import type { Outcome, Step, Turn } from './turn.ts';
import { plainWords } from './pick-choice.ts';

const asksForMore: ReadonlySet<string> = new Set([
  'more',
  'tell me more',
  'more please',
  'read on',
  'mas',
  'dime mas',
  'digame mas',
  'cuentame mas',
]);

/** "MORE" after an answer: the full text page by page where messages are short, else what to ask next. */
export const more: Step = (turn, next) => {
  const [topic = ''] = turn.memory.lastTopics;
  const entry = turn.knowledge.entries.get(topic);
  if (entry === undefined || !asksForMore.has(plainWords(turn.words))) return next(turn);
  const page = turn.memory.more?.topic === topic ? turn.memory.more.page + 1 : 0;
  const text = pageOf(turn, entry, page);
  return text === undefined ? noMore(turn, entry) : readOn(turn, topic, page, text);
};

/** The page with the hint to read on where another follows; undefined after the last one. */
const pageOf = (turn: Turn, entry: AnswerEntry, page: number): string | undefined => {
  const { pageLength } = turn.message.channel;
  if (pageLength === undefined) return undefined;
  const hint = turn.texts.conversation.answers.more;
  const pages = pagesOf(wordingOf(entry, turn.memory.language).full, pageLength - hint.length - 2);
  const text = pages[page];
  return text !== undefined && page < pages.length - 1 ? `${text}\n\n${hint}` : text;
};

const readOn = (turn: Turn, topic: string, page: number, text: string): Outcome => ({
  memory: { ...turn.memory, more: { topic, page } },
  replies: [{ kind: 'say', text, choices: [] }],
});

const noMore = (turn: Turn, entry: AnswerEntry): Outcome => {
  const said: Reply = {
    kind: 'say',
    text: turn.texts.conversation.answers.noMore,
    choices: titles(turn, entry.followUps),
  };
  return { memory: turn.memory, replies: [said] };
};
