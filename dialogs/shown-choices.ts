import type { ChannelTraits } from './message.ts';
import type { Reply } from './reply.ts';
import { withTalk } from './talk.ts';
import type { Step } from './turn.ts';

/** Choices that may be picked later by number; those of the screening and of a crisis are answers to their question. */
const pickable = /^(topic|offer|feedback):/;

/** Remembers which choices stand under the last reply, so that a number picks one. */
export const shownChoices: Step = (turn, next) => {
  const { memory, replies } = next(turn);
  if (memory === undefined) return { memory, replies };
  const list = memory.open ? [] : listIn(replies, turn.message.channel);
  const same = list.length === 0 && (memory.talk?.list ?? []).length === 0;
  return { memory: same ? memory : withTalk(memory, { list: [...list] }), replies };
};

/** Channels with short messages show no choices under an answer. */
const listIn = (replies: readonly Reply[], { pageLength }: ChannelTraits): readonly string[] => {
  const shown = replies.filter((reply) => pageLength === undefined || reply.kind !== 'answer');
  const last = shown.findLast((reply) => 'choices' in reply && reply.choices.length > 0);
  const ids = last !== undefined && 'choices' in last ? last.choices.map(({ id }) => id) : [];
  return ids.every((id) => pickable.test(id)) ? ids : [];
};
