import { expect } from 'chai';
import { renderSms } from '../../../bot/render/sms.ts';
import { crisisReply } from '../../../dialogs/crisis-reply.ts';
import { newMemory } from '../../../dialogs/memory.ts';
import { converse } from '../../../dialogs/converse.ts';
import type { Reply } from '../../../dialogs/reply.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { isGsm7, toGsm7 } from '../../../knowledge/texts/gsm7.ts';
import { everyResult, floored } from '../../dialogs/every-result.ts';
import { phone } from '../../dialogs/screening-support.ts';
import { knowledge } from '../../support/knowledge.ts';
import { everyAnswer, everyCrisis, everyQuestion } from './every-reply.ts';
import { asksForReserved, segmentsOf } from './sms-segments.ts';

const sent = (replies: readonly Reply[]): readonly string[] =>
  renderSms(replies.filter(({ kind }) => kind !== 'trace')).map(({ text }) => text ?? '');

/** Every sentence below a part of the texts; what people are heard to say is no sentence of ours. */
const sentencesIn = (value: unknown, name = ''): readonly string[] => {
  if (typeof value === 'string') return [value.replaceAll(/\{\w+\}/g, 'x')];
  if (typeof value !== 'object' || value === null || name === 'heard') return [];
  return Object.entries(value).flatMap(([key, part]) => sentencesIn(part, key));
};

const { texts, entries } = knowledge();
/** Pages and what Teams shows are never sent as text messages. */
const spoken = languages.flatMap((language) => {
  const { conversation, crisis, screening, talk } = texts[language];
  return sentencesIn({ conversation, crisis, screening, talk });
});
const answers = [...entries.values()].flatMap(({ title, short, full, es }) =>
  [{ title, short, full }, es].flatMap((each) => (each ? [each.title, each.short, each.full] : [])),
);

/** Everything that can be sent, message by message. */
const messages: readonly string[] = [
  ...everyAnswer(phone).flatMap(sent),
  ...everyQuestion(phone).flatMap((ask) => sent([ask])),
  ...everyResult(phone).flatMap(({ reply }) => sent([reply])),
  ...languages.flatMap((language) => sent([floored(language, phone)])),
  ...everyCrisis().flatMap((crisis) => sent([crisis])),
];

describe('text messages', () => {
  it('can carry every sentence of the product at one septet a character', () => {
    expect(spoken.length).to.be.greaterThan(600);
    for (const sentence of [...spoken, ...answers]) expect(isGsm7(toGsm7(sentence)), sentence).to.equal(true);
  });

  it('never name a word that a carrier would act on as one to write', () => {
    expect(['Reply STOP to leave', 'text help for more', 'Responda info'].every(asksForReserved)).to.equal(
      true,
    );
    expect(asksForReserved('Text MORE to read on. They may send help. You can stop at any time.')).to.equal(
      false,
    );
    for (const sentence of [...spoken, ...answers, ...messages])
      expect(asksForReserved(sentence), sentence).to.equal(false);
  });

  it('take two segments at most, in plain characters, whatever is said', () => {
    expect(messages.length).to.be.greaterThan(500);
    for (const text of messages) {
      expect(isGsm7(text), text).to.equal(true);
      expect(segmentsOf(text), text).to.be.at.most(2);
    }
  });

  it('part paragraphs by a blank line, as a single break is lost, and carry nothing but words', () => {
    for (const text of messages) expect(text).to.not.match(/(?<!\n)\n(?!\n)|[*_]/);
    for (const question of everyQuestion(phone)) {
      const [activity, ...others] = renderSms([question]);
      expect(others).to.deep.equal([]);
      expect(Object.keys(activity ?? {}).toSorted()).to.deep.equal(['text', 'textFormat', 'type']);
      for (const [at, { label }] of question.choices.entries())
        expect(activity?.text).to.include(`\n\n${at + 1}. ${toGsm7(label)}`);
    }
  });

  it('bring help in the first message, before what this service is', () => {
    for (const language of languages) {
      const first = { ...newMemory(new Date(0)), language };
      const said = language === 'en' ? 'i want to kill myself' : 'quiero matarme';
      const message = { kind: 'text', text: said, channel: phone } as const;
      const [help] = sent(converse(first, message, knowledge(), new Date(0)).replies);
      expect(help).to.include('988').and.include('911');
      expect(segmentsOf(help ?? '')).to.be.at.most(2);
    }
  });

  it('say once in a talk what this service is, within two segments, before the first answer', () => {
    for (const language of languages) {
      const first = { ...newMemory(new Date(0)), language };
      const message = { kind: 'choice', choice: 'topic:iop-hours', label: '', channel: phone } as const;
      const { memory, replies } = converse(first, message, knowledge(), new Date(0));
      const [notice = '', answer = '', ...others] = sent(replies);
      expect(others).to.deep.equal([]);
      expect(notice)
        .to.match(/not a person|no una persona/)
        .and.include('988');
      expect([segmentsOf(notice), segmentsOf(answer) <= 2]).to.deep.equal([1, true]);
      if (memory === undefined) throw new Error('all was forgotten');
      expect(sent(converse(memory, message, knowledge(), new Date(60_000)).replies)).to.have.length(1);
      const nextDay = converse(memory, message, knowledge(), new Date(13 * 3_600_000));
      expect(sent(nextDay.replies)).to.have.length(2);
    }
  });

  it('fit with the longest clinic, also in danger', () => {
    const clinic = {
      ...knowledge().clinic,
      name: 'A clinic for minds and bodies of all ages and walks of life',
    };
    for (const language of languages) {
      const known = { ...knowledge(), clinic };
      const [help] = sent([
        crisisReply({
          verdict: { tier: 'immediate', category: 'self-harm', signals: [] },
          told: 0,
          knowledge: known,
          language,
        }),
      ]);
      expect(segmentsOf(help ?? '')).to.be.at.most(2);
      const message = { kind: 'choice', choice: 'topic:human', label: '', channel: phone } as const;
      const memory = { ...newMemory(new Date(0)), language };
      for (const text of sent(converse(memory, message, known, new Date(0)).replies))
        expect(segmentsOf(text), text).to.be.at.most(2);
    }
  });
});
