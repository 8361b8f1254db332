import { ruleIds } from '../../knowledge/levels-of-care/ids.ts';
import type { ScreeningState } from '../memory.ts';
import { talkOf } from '../talk.ts';
import { titles } from '../topic-choices.ts';
import { fill, type Turn, type Voice } from '../turn.ts';
import { decidedOf } from './decided.ts';
import { answerLine, givenAnswers } from './given-answers.ts';
import { dayOf, timeOf } from './when.ts';

const dayMilliseconds = 86_400_000;

/** Everything that is kept of the person, in words: answers with their state, result, topics, danger, and how long. */
export const recordText = (turn: Turn, state = turn.memory.screening): string => {
  const { record } = turn.texts.screening;
  return [
    record.head,
    ...(state ? questionsIn(turn, state) : [record.none]),
    aboutTheRest(turn).join('\n'),
    [untilWhen(turn), record.remove].join(' '),
  ].join('\n\n');
};

const questionsIn = (voice: Voice, state: ScreeningState): readonly string[] => {
  const { record } = voice.texts.screening;
  const head = fill(record.questions, { table: state.table, status: record.statuses[state.status] });
  const lines = givenAnswers(voice, state).map((given) => answerLine(voice, given));
  return [[head, ...lines].join('\n'), ...rulesOf(voice, state)];
};

/** As kept at the end; worked out again for a screening that was kept without it. */
const rulesOf = (voice: Voice, state: ScreeningState): readonly string[] => {
  const { record, rules, result } = voice.texts.screening;
  const decided = decidedOf(voice.memory, state);
  if (decided === undefined) return [];
  const names = (ids: readonly string[]) => ({
    names: [...ruleIds, 'floor' as const]
      .filter((id) => ids.includes(id))
      .map((id) => rules[id].name)
      .join('; '),
  });
  const also = decided.matched.filter((id) => id !== decided.rule);
  const lines = [
    fill(record.result, { headline: result.headline[decided.outcome] }),
    fill(record.decided, names([decided.rule])),
    ...(also.length > 0 ? [fill(record.alsoTrue, names(also))] : []),
    ...(decided.ruledOut.length > 0 ? [fill(record.ruledOut, names(decided.ruledOut))] : []),
  ];
  return [lines.join('\n')];
};

const aboutTheRest = (turn: Turn): readonly string[] => {
  const { memory, texts } = turn;
  const { record } = texts.screening;
  const page = pageUntil(turn);
  const { seen, answers } = talkOf(memory);
  const topics = titles(turn, [...new Set([...seen, ...memory.lastTopics])]).map(({ label }) => label);
  return [
    topics.length > 0 ? fill(record.topics, { names: topics.join('; ') }) : record.noTopics,
    fill(record.tier, { tier: record.tiers[memory.risk?.tier ?? 'none'] }),
    record.language,
    ...(memory.country ? [fill(record.country, { country: memory.country })] : []),
    fill(record.talk, { since: dayOf(memory.firstAt, memory.language), answers: String(answers) }),
    ...(page === undefined ? [] : [fill(record.page, { until: timeOf(page, memory.language) })]),
  ];
};

/** When the page with the result ends, while there is one. */
const pageUntil = ({ memory: { summary }, now }: Turn): string | undefined =>
  summary && Date.parse(summary.until) > now.getTime() ? summary.until : undefined;

const untilWhen = ({ texts, outside, now, memory }: Turn): string => {
  const until = new Date(now.getTime() + outside.keptDays * dayMilliseconds);
  return fill(texts.screening.record.until, {
    until: dayOf(until.toISOString(), memory.language),
    days: String(outside.keptDays),
  });
};
