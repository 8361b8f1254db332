import { converse } from '../../../dialogs/converse.ts';
import { crisisReply } from '../../../dialogs/crisis-reply.ts';
import { newMemory } from '../../../dialogs/memory.ts';
import type { ChannelTraits } from '../../../dialogs/message.ts';
import type { AskReply, CrisisReply, Reply } from '../../../dialogs/reply.ts';
import { languages, type Language } from '../../../knowledge/language/language.ts';
import { riskCategories, tiers } from '../../../knowledge/risk/verdict.ts';
import { ends } from '../../dialogs/screening-ends.ts';
import { Talk } from '../../dialogs/screening-support.ts';
import { knowledge } from '../../support/knowledge.ts';

const now = new Date(0);

/** What is said to a press, without traces. */
export const pressed = (
  choice: string,
  language: Language,
  channel: ChannelTraits,
  label = '',
): readonly Reply[] => {
  const memory = { ...newMemory(now), language, greeted: true };
  const { replies } = converse(memory, { kind: 'choice', choice, label, channel }, knowledge(), now);
  return replies.filter(({ kind }) => kind !== 'trace');
};

/** The reply to every topic of the knowledge base, turn by turn, in both languages. */
export const everyAnswer = (channel: ChannelTraits): readonly (readonly Reply[])[] =>
  languages.flatMap((language) =>
    [...knowledge().entries.keys()].map((topic) => pressed(`topic:${topic}`, language, channel)),
  );

/** Every question in both languages, for oneself and for another. */
export const everyQuestion = (channel: ChannelTraits): readonly AskReply[] =>
  languages.flatMap((language) =>
    ends.flatMap(({ answers }) =>
      [[], ['command:other']].flatMap((about) => {
        const talk = new Talk({ language, channel }).start().presses(...about);
        return answers.flatMap((answer) => {
          const asked = talk.ask;
          talk.presses(answer);
          return asked ? [asked] : [];
        });
      }),
    ),
  );

/** Help in every kind of danger, in each of its wordings and both languages. */
export const everyCrisis = (): readonly CrisisReply[] =>
  languages.flatMap((language) =>
    tiers
      .filter((tier) => tier !== 'none')
      .flatMap((tier) =>
        riskCategories.flatMap((category) =>
          [0, 1, 2].map((told) =>
            crisisReply({
              verdict: { tier, category, signals: [] },
              told,
              knowledge: knowledge(),
              language,
            }),
          ),
        ),
      ),
  );
