import type { Choice, MatchTrace, Reply, SayReply } from './reply.ts';
import type { TalkTexts } from '../knowledge/texts/talk-texts.ts';
import { byTurns, withSaid } from './talk.ts';
import type { Outcome, Turn } from './turn.ts';

export const say = (text: string, choices: readonly Choice[] = []): SayReply => ({
  kind: 'say',
  text,
  choices,
});

export const matchTrace = (value: MatchTrace): Reply => ({ kind: 'trace', trace: { name: 'Match', value } });

/** One of the small replies, in the wording whose turn it is. */
export const sayByTurns = (
  turn: Turn,
  name: keyof TalkTexts['said'],
  choices: readonly Choice[] = [],
): Outcome => ({
  memory: withSaid(turn.memory, name),
  replies: [say(byTurns(turn.memory, name, turn.texts.talk.said[name]), choices)],
});

/** As many of the parts, from the first on, as one message of the channel can hold. */
export const fitting = ({ message }: Turn, parts: readonly string[], choices: readonly Choice[]): string => {
  const { pageLength = Number.POSITIVE_INFINITY } = message.channel;
  const room =
    pageLength - choices.reduce((length, { label }) => length + label.length + '1. \n\n'.length, 0);
  return parts.reduce((text, part) =>
    part !== '' && `${text} ${part}`.length <= room ? `${text} ${part}` : text,
  );
};
