import { pagesWithHint } from '../pages.ts';
import { sayByTurns } from '../say.ts';
import { titles } from '../topic-choices.ts';
import type { Outcome, Turn } from '../turn.ts';
import { command, say, trace } from './ask.ts';
import { decidedOf } from './decided.ts';
import { phoneResult } from './phone-result.ts';
import { recordText } from './record.ts';

/** Long texts of the screening that are read page by page where messages are short. */
type LongText = 'screening:result' | 'screening:record';

/** The next page after MORE; undefined where no text of the screening is being read. */
export const readOn = (turn: Turn): Outcome | undefined => {
  const { more } = turn.memory;
  if (more?.topic !== 'screening:result' && more?.topic !== 'screening:record') return undefined;
  return pageOf(turn, more.topic, more.page + 1) ?? noMore(turn);
};

/** What is kept, at once where messages may be long, else its first page. */
export const tellRecord = (turn: Turn): Outcome => {
  if (turn.message.channel.pageLength !== undefined)
    return pageOf(turn, 'screening:record', 0) ?? { memory: turn.memory, replies: [] };
  const ways = [...titles(turn, ['delete-data']), ...(turn.memory.screening ? [command(turn, 'again')] : [])];
  return { memory: turn.memory, replies: [say(recordText(turn), ways), trace({})] };
};

const pageOf = (turn: Turn, topic: LongText, page: number): Outcome | undefined => {
  const text = pagesIn(turn, topic)[page];
  if (text === undefined) return undefined;
  return { memory: { ...turn.memory, more: { topic, page } }, replies: [say(text), trace({})] };
};

const noMore = (turn: Turn): Outcome => {
  const { memory, replies } = sayByTurns(turn, 'noMore');
  return { memory, replies: [...replies, trace({})] };
};

const pagesIn = (turn: Turn, topic: LongText): readonly string[] => {
  const { message, memory, texts } = turn;
  if (topic === 'screening:record')
    return pagesWithHint(
      recordText(turn),
      message.channel.pageLength ?? Infinity,
      texts.screening.record.more,
    );
  const decided = memory.screening && decidedOf(memory, memory.screening);
  return memory.screening && decided ? phoneResult(turn, memory.screening, decided) : [];
};
