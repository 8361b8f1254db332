import { expect } from 'chai';
import { renderSms } from '../../../bot/render/sms.ts';
import { converse } from '../../../dialogs/converse.ts';
import { newMemory } from '../../../dialogs/memory.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { isGsm7 } from '../../../knowledge/texts/gsm7.ts';
import { knowledge } from '../../support/knowledge.ts';

/** Two segments of a long message: 2 × 153 characters. */
const twoSegments = 306;
const now = new Date(0);
const channel = { shared: false, pageLength: twoSegments };

const textsOf = (choice: string, language: 'en' | 'es'): readonly string[] => {
  const memory = { ...newMemory(now), language, greeted: true };
  const { replies } = converse(memory, { kind: 'choice', choice, label: '', channel }, knowledge(), now);
  return renderSms(replies.filter(({ kind }) => kind !== 'trace')).map(({ text }) => text ?? '');
};

describe('a text message', () => {
  for (const language of languages) {
    it(`gives every answer in plain characters and two segments (${language})`, () => {
      const topics = [...knowledge().entries.values()].filter(({ group }) => group !== 'conversation');
      const texts = topics.flatMap(({ id }) => textsOf(`topic:${id}`, language));
      expect(texts.length).to.be.at.least(topics.length);
      expect(texts.filter((text) => !isGsm7(text))).to.deep.equal([]);
      expect(texts.filter((text) => text.length > twoSegments)).to.deep.equal([]);
    });
  }
});
