import { expect } from 'chai';
import { renderSms } from '../../../bot/render/sms.ts';
import { languages } from '../../../knowledge/language/language.ts';
import { isGsm7, toGsm7 } from '../../../knowledge/texts/gsm7.ts';
import { everyResult, floored } from '../../dialogs/every-result.ts';
import { phone, type Talk, texts } from '../../dialogs/screening-support.ts';

/** A text message of 160 characters is one segment, a longer one is cut into parts of 153. */
const segmentsOf = (text: string): number => (text.length <= 160 ? 1 : Math.ceil(text.length / 153));

const sent = ({ replies }: Talk): string =>
  renderSms(replies.filter(({ kind }) => kind !== 'trace'))
    .map(({ text }) => text ?? '')
    .join('\n\n');

/** The first message, and each that comes on MORE. */
const pagesOf = (talk: Talk, language: 'en' | 'es'): readonly string[] => {
  const first = sent(talk);
  const others = [1, 2, 3, 4, 5].map(() => sent(talk.says('more')));
  const ends = texts[language].talk.said.noMore.map(toGsm7);
  const end = others.findIndex((text) => ends.includes(text));
  expect(end).to.be.at.least(0);
  return [first, ...others.slice(0, end)];
};

describe('a result by text message', () => {
  it('takes two segments at first and four in all, in plain characters, for every rule, note, person and language', () => {
    for (const { name, language, talk } of everyResult(phone)) {
      const pages = pagesOf(talk, language);
      expect(segmentsOf(pages[0] ?? ''), `${name}: ${pages[0]}`).to.be.at.most(2);
      const all = pages.reduce((sum, page) => sum + segmentsOf(page), 0);
      expect(all, `${name}: ${pages.join(' | ')}`).to.be.at.most(4);
      expect(pages.every(isGsm7), name).to.equal(true);
    }
  });

  it('says at once what it points to, why, that it is no diagnosis, and how to read on', () => {
    for (const { name, language, talk, reply, end } of everyResult(phone)) {
      const { result, rules } = texts[language].screening;
      for (const part of [
        result.headline[end.outcome],
        rules[end.rule].reason,
        result.phone.check,
        result.phone.more,
      ])
        expect(reply.short, name).to.include(part);
      expect(talk.replies.filter(({ kind }) => kind !== 'trace')).to.have.length(1);
    }
  });

  it('says on MORE the hours, what to ask, whom, and where to print it', () => {
    for (const { name, language, talk, end } of everyResult(phone)) {
      talk.says('more');
      const { phone: short } = texts[language].screening.result;
      for (const part of [
        short.asks[end.outcome],
        '555-0100',
        'FindTreatment.gov',
        'https://care.clinic.example/summary/',
      ])
        expect(talk.text, name).to.include(part);
      if (end.outcome === 'iop' || end.outcome === 'php')
        expect(talk.text, name).to.match(/at least|al menos/);
    }
  });

  it('keeps the crisis line in the first message after a danger', () => {
    for (const language of languages) {
      const { short } = floored(language, phone);
      expect(short).to.include('988').and.include(texts[language].screening.rules.floor.reason);
      expect(segmentsOf(short), short).to.be.at.most(2);
    }
  });

  it('is not read on once something else was answered', () => {
    const told = everyResult(phone)[0];
    const answer = told?.talk.says('What is an IOP?').says('more').text;
    expect(answer).to.not.include('FindTreatment.gov').and.not.equal('');
  });
});
