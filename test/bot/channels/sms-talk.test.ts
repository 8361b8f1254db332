import { expect } from 'chai';
import fc from 'fast-check';
import { languages } from '../../../knowledge/language/language.ts';
import { isGsm7, toGsm7 } from '../../../knowledge/texts/gsm7.ts';
import { Chat } from '../../support/chat.ts';
import { knowledge } from '../../support/knowledge.ts';
import { asksForReserved, segmentsOf } from '../render/sms-segments.ts';

const phrases = languages.flatMap((language) => {
  const { talk, conversation } = knowledge().texts[language];
  const heard = Object.values(talk.heard).flatMap((some) => (Array.isArray(some) ? some : []));
  return [...heard, ...Object.values(conversation.welcome.choices)];
});
const titles = [...knowledge().entries.values()].flatMap(({ title, es }) => [title, es?.title ?? title]);
const commands = '1 2 3 7 more back skip why menu yes no español english source thanks bye'.split(' ');
const others = [
  'do penguins pay taxes',
  'qué hora es en marte',
  'i want to die',
  'i feel so low today',
  'start the screening',
  'what is an iop and what does it cost',
  'I am in London',
  '👍',
];
const said = fc.oneof(
  fc.constantFrom(...commands),
  fc.constantFrom(...others),
  fc.constantFrom(...titles),
  fc.constantFrom(...phrases),
  fc.string(),
);

describe('a talk by text message', () => {
  it('keeps each message to two segments of plain words, whatever is written and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 12 }), (lines) => {
        const chat = new Chat('sms');
        for (const line of lines) {
          chat.say(line);
          for (const text of chat.messages) {
            expect(isGsm7(text), text).to.equal(true);
            expect(segmentsOf(text), text).to.be.at.most(2);
            expect(asksForReserved(text), text).to.equal(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);

  it('reads an answer on to its end, page by page, with MORE', () => {
    for (const [language, question, words] of [
      ['en', 'What is an IOP?', ['more', 'MORE', 'More']],
      ['es', '¿Qué es un IOP?', ['más', 'MAS', 'mas']],
    ] as const)
      for (const word of words) {
        const chat = new Chat('sms');
        const hint = toGsm7(knowledge().texts[language].conversation.answers.more);
        chat.say(question);
        let pages = 0;
        while (chat.text.includes(hint) && pages < 6) {
          chat.say(word);
          pages += 1;
        }
        expect(pages, word).to.be.within(2, 5);
      }
  });
});
