import { expect } from 'chai';
import { converse } from '../../dialogs/converse.ts';
import { newMemory } from '../../dialogs/memory.ts';
import { titles } from '../../dialogs/topic-choices.ts';
import { languages } from '../../knowledge/language/language.ts';
import { knowledge } from '../support/knowledge.ts';
import { phone, texts, website } from './screening-support.ts';

const now = new Date('2026-11-23T10:00:00Z');
const told = (text: string, channel = website) =>
  converse({ ...newMemory(now), greeted: true }, { kind: 'text', text, channel }, knowledge(), now, {
    keptDays: 30,
    summary: undefined,
  });

describe('a wish for the guided questions', () => {
  for (const wish of [
    'can you help me figure out which one he should do',
    'qué nivel de atención necesita ella',
  ])
    it(`is about the person that it names, if only by "he" or "she": "${wish}"`, () =>
      expect(told(wish).memory?.screening?.about).to.equal('other'));

  const wishes = [
    'what level do I need?',
    'is php right for my son',
    'which program fits me',
    'which program is right for my wife?',
    'start the questions',
    'quiz',
    'necesito saber qué nivel de atención necesito',
    '¿qué programa me conviene?',
    '¿Es el PHP para mi hijo?',
    'quiero hacer las preguntas',
  ];
  for (const wish of wishes)
    it(`starts them, with what they are and what is kept: "${wish}"`, () => {
      for (const channel of [website, phone]) {
        const { memory, replies } = told(wish, channel);
        const [consent, ask] = replies.filter(({ kind }) => kind !== 'trace');
        expect(ask).to.include({ kind: 'ask', question: 'safe' });
        expect(consent).to.have.property('kind', 'say');
        const { text } = consent as { readonly text: string };
        expect(text).to.match(/not a diagnosis|No es un diagnóstico/);
        expect(text).to.match(/30 (?:days|días)/);
        expect(text).to.match(/exit|salir/);
        expect(text.length).to.be.at.most(306);
        expect(memory?.screening?.status).to.equal('open');
      }
    });

  it('is offered where a question is about one program', () => {
    const { replies } = told('is iop right for me');
    const choices = replies.flatMap((reply) => ('choices' in reply ? reply.choices : []));
    const [start] = titles({ knowledge: knowledge(), memory: newMemory(now) }, ['start-screening']);
    expect(choices.map(({ id }) => id)).to.include(start?.id);
  });

  it('is not met where others read along', () => {
    for (const wish of wishes) {
      const { memory, replies } = told(wish, { ...website, shared: true });
      expect(
        replies.some(({ kind }) => kind === 'ask'),
        wish,
      ).to.equal(false);
      expect(memory?.screening).to.equal(undefined);
    }
  });

  it('tells teens that an adult they trust can be at their side, when their age is known', () => {
    for (const language of languages) {
      const { teen } = texts[language].screening.said;
      const memory = { ...newMemory(now), greeted: true, language };
      const say = (from: typeof memory, text: string) =>
        converse(from, { kind: 'text', text, channel: website }, knowledge(), now);
      let at = say(memory, language === 'en' ? 'quiz' : 'quiero las preguntas');
      for (const text of ['no', 'no', '16']) at = say(at.memory as typeof memory, text);
      const said = at.replies.flatMap((reply) => (reply.kind === 'say' ? [reply.text] : []));
      expect(said).to.include((teen as { readonly self: string }).self);
    }
  });
});
