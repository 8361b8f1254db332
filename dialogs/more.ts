import type { AnswerEntry } from '../knowledge/faq/entry.ts';
import { lastEntries } from './feedback.ts';
import { said } from './heard.ts';
import { nextTopics } from './next-topics.ts';
import { pagesOf } from './pages.ts';
import { say, sayByTurns } from './say.ts';
import { readOn as readOnScreening } from './screening.ts';
import { titles, waysIn, wordingOf } from './topic-choices.ts';
import type { Outcome, Step, Turn } from './turn.ts';

/** "MORE" after an answer: the full text page by page where messages are short, else what to ask next. */
export const more: Step = (turn, next) => {
  if (!said(turn, 'more')) return next(turn);
  const ownPage = readOnScreening(turn);
  if (ownPage) return ownPage;
  const entries = lastEntries(turn);
  const page = readOn(turn, entries);
  if (page !== undefined) return page;
  if (turn.memory.open) return next(turn);
  if (entries.length === 0) return sayByTurns(turn, 'moreOfWhat', waysIn(turn));
  return sayByTurns(turn, 'noMore', titles(turn, nextTopics(turn, entries)));
};

interface Page {
  readonly topic: string;
  readonly page: number;
  readonly text: string;
}

/** The next page, with the hint to read on where another follows; undefined after the last one. */
const readOn = (turn: Turn, entries: readonly AnswerEntry[]): Outcome | undefined => {
  const { pageLength } = turn.message.channel;
  if (pageLength === undefined) return undefined;
  const hint = turn.texts.conversation.answers.more;
  const pages = entries.flatMap((entry) =>
    pagesIn(turn, entry, entries.length > 1, pageLength - hint.length - 2),
  );
  const { more: read } = turn.memory;
  const at = read ? pages.findIndex(({ topic, page }) => topic === read.topic && page === read.page) + 1 : 0;
  const found = pages[at];
  if (found === undefined) return undefined;
  const { topic, page, text } = found;
  const hinted = at < pages.length - 1 ? `${text}\n\n${hint}` : text;
  return { memory: { ...turn.memory, more: { topic, page } }, replies: [say(hinted)] };
};

/** Of two answers each begins with its question, so that it is clear which one goes on. */
const pagesIn = (turn: Turn, entry: AnswerEntry, titled: boolean, length: number): readonly Page[] => {
  const { title, full } = wordingOf(entry, turn.memory.language);
  return pagesOf(titled ? `${title}\n${full}` : full, length).map((text, page) => ({
    topic: entry.id,
    page,
    text,
  }));
};
