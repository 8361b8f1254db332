import type { Memory } from '../../dialogs/memory.ts';
import type { ChannelTraits } from '../../dialogs/message.ts';
import type { Outside } from '../../dialogs/outside.ts';
import type { Reply, ResultReply } from '../../dialogs/reply.ts';
import { languages, type Language } from '../../knowledge/language/language.ts';
import { ends, withAllNotes, type End } from './screening-ends.ts';
import { Talk, website } from './screening-support.ts';

export interface ToldResult {
  /** For messages of a failing test: "R9 es about other, with notes". */
  readonly name: string;
  readonly end: End;
  readonly language: Language;
  readonly talk: Talk;
  readonly reply: ResultReply;
}

const token = '0123456789abcdef0123456789abcdef';
export const outside: Outside = {
  keptDays: 30,
  summary: { id: 'id', href: `https://care.clinic.example/summary/${token}` },
};

/** Each rule's result in both languages, for oneself and for another, plain and with every note, and by the floor. */
export const everyResult = (channel: ChannelTraits = website): readonly ToldResult[] =>
  languages.flatMap((language) =>
    ends.flatMap((end) =>
      [end, withAllNotes(end)].flatMap((each) =>
        [[], ['command:other']].map((about) => told(each, language, channel, about)),
      ),
    ),
  );

const told = (end: End, language: Language, channel: ChannelTraits, about: readonly string[]): ToldResult => {
  const talk = new Talk({ language, channel, outside }).start().presses(...about, ...end.answers);
  const name = `${end.rule} ${language} ${about.length > 0 ? 'other' : 'self'} ${end.answers.join(' ')}`;
  return { name, end, language, talk, reply: resultIn(talk.replies, name) };
};

/** After a danger in the same chat. */
export const floored = (language: Memory['language'], channel: ChannelTraits = website): ResultReply => {
  const talk = new Talk({ language, channel, outside }).start().presses('safe=act').says('continue');
  talk.presses('safe=no', 'body=no', 'age=under-18', 'detox=no', 'watch=no');
  return resultIn(talk.replies, `floor ${language}`);
};

const resultIn = (replies: readonly Reply[], name: string): ResultReply => {
  const result = replies.find((reply) => reply.kind === 'result');
  if (result === undefined) throw new Error(`${name} gave no result`);
  return result;
};
