import { certain } from '../knowledge/faq/matcher.ts';
import { barrier } from './crisis-barrier.ts';
import { askId, stepsId, waysOn } from './crisis-follow-up.ts';
import { withoutOpen, withRisk } from './crisis-memory.ts';
import { passedOver } from './crisis-passed-over.ts';
import { sessionPlaces } from './crisis-places.ts';
import { isRequest, stay } from './crisis-stay.ts';
import { said } from './heard.ts';
import { picked } from './offer.ts';
import { plainWords } from './pick-choice.ts';
import type { Reply } from './reply.ts';
import { asksOfScreening, asksToGoOn } from './screening.ts';
import { fill, type Outcome, type Turn } from './turn.ts';

type Next = (turn: Turn) => Outcome;

/** How many turns pass until help is named again, once there was an immediate danger. */
const mostQuiet = 3;
const longSilence = 6 * 3_600_000;

/** A message without danger: the conversation goes on, with the help in sight where there was one. */
export const goOn = (turn: Turn, next: Next): Outcome => {
  const { memory, message, words } = turn;
  if (memory.risk === undefined || words === '' || message.channel.shared || !isSaid(message))
    return next(turn);
  const way = wayPicked(turn);
  if (way === askId) return askAway(turn);
  if (way === stepsId) return steps(turn, next);
  if (asksToGoOn(turn)) return next({ ...turn, memory: withoutOpen(memory) });
  const answered = isTaken(turn) ? undefined : barrier(turn);
  if (answered) return answered;
  if (memory.open?.kind === 'crisis') return passedOver(turn, next, memory.open);
  if (memory.risk.tier === 'third-party') return next(turn);
  if (!isTaken(turn) && !isRequest(turn)) return stay(turn);
  return memory.risk.tier === 'immediate' || isBack(turn) ? withHelpInSight(turn, next) : next(turn);
};

/** Another question is open, a choice that was shown is picked, or more of an answer or of the steps is asked for. */
const isTaken = (turn: Turn): boolean =>
  (turn.memory.open !== undefined && turn.memory.open.kind !== 'crisis') ||
  picked(turn) !== undefined ||
  asksOfScreening(turn) ||
  (['more', 'source', 'helped'] as const).some((name) => said(turn, name));

/** After a long silence help is named again before anything else. */
const isBack = ({ memory, now }: Turn): boolean => now.getTime() - Date.parse(memory.lastAt) > longSilence;

/** An edit, or a comment on an answer, was not said to the bot now. */
const isSaid = ({ kind }: Turn['message']): boolean => kind === 'text' || kind === 'choice';

/** Buttons come back as their words on most channels. */
const wayPicked = (turn: Turn): string | undefined => {
  const { message, words } = turn;
  const plain = plainWords(words);
  return waysOn(turn).find(({ id, label }) =>
    message.kind === 'choice' ? message.choice === id : plainWords(label) === plain,
  )?.id;
};

const askAway = (turn: Turn): Outcome => ({
  memory: withoutOpen(turn.memory),
  replies: [{ kind: 'say', text: turn.texts.crisis.askAway, choices: [] }],
});

const steps = (turn: Turn, next: Next): Outcome => {
  const match = certain('start-screening');
  const { channel } = turn.message;
  const message = { kind: 'choice', choice: stepsId, label: turn.words, channel } as const;
  return next({ ...turn, message, memory: withoutOpen(turn.memory), match: () => match });
};

/** Now and then one line with the crisis line goes before what is said; questions stay last. */
const withHelpInSight = (turn: Turn, next: Next): Outcome => {
  const { memory, replies } = next(turn);
  if (memory === undefined || replies.some(({ kind }) => kind === 'crisis')) return { memory, replies };
  const quiet = turn.memory.risk?.quiet;
  if (quiet !== undefined && quiet < mostQuiet && !isBack(turn)) {
    return { memory: withRisk(memory, () => ({ quiet: quiet + 1 })), replies };
  }
  return {
    memory: withRisk(memory, (risk) => ({ quiet: 0, said: (risk.said ?? 0) + 1 })),
    replies: [stillThere(turn), ...replies],
  };
};

const stillThere = (turn: Turn): Reply => {
  const { memory, texts } = turn;
  const lines = texts.crisis.stillThere;
  const line = lines[(memory.risk?.said ?? 0) % lines.length] ?? '';
  return { kind: 'say', text: fill(line, sessionPlaces(turn)), choices: [] };
};
