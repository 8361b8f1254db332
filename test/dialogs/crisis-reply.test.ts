import { expect } from 'chai';
import { crisisReply } from '../../dialogs/crisis-reply.ts';
import type { CrisisReply } from '../../dialogs/reply.ts';
import { countries, type Country } from '../../knowledge/helplines/country.ts';
import { languages, type Language } from '../../knowledge/language/language.ts';
import { riskCategories, type RiskCategory } from '../../knowledge/risk/verdict.ts';
import { isGsm7 } from '../../knowledge/texts/gsm7.ts';
import { readingGrade } from '../support/reading-grade.ts';
import { countWords, crisisWords, knowledgeIn, sentencesIn, texts, verdict } from './crisis-support.ts';

/** The tiers that are replied to; a danger now has words for the person in it, and for one who helps. */
const tiers = ['immediate', 'immediate-other', 'concern', 'third-party'] as const;
type Kind = (typeof tiers)[number];
const times = [0, 1, 2, 3, 4, 5];
const asks = { thoughts: 'thoughts', plan: 'plan', means: 'means' } as const;

const reply = (
  kind: Kind,
  category: RiskCategory,
  told = 0,
  language: Language = 'en',
  country: Country = 'US',
): CrisisReply => {
  const about = kind === 'immediate-other' ? 'other' : undefined;
  const tier = kind === 'immediate-other' ? 'immediate' : kind;
  const judged = { ...verdict(tier, category), about } as const;
  return crisisReply({ verdict: judged, told, knowledge: knowledgeIn(country), language });
};

const everyReply = countries.flatMap((country) =>
  languages.flatMap((language) =>
    tiers.flatMap((tier) =>
      riskCategories.flatMap((category) =>
        times.map((told) => ({
          name: [country, language, tier, category, told].join(' '),
          language,
          tier,
          category,
          country,
          said: reply(tier, category, told, language, country),
        })),
      ),
    ),
  ),
);

describe('a crisis reply', () => {
  it('fits two segments of a text message in every country and language', () => {
    for (const { name, said } of everyReply) {
      expect(isGsm7(said.short), name).to.equal(true);
      expect(said.short.length, `${name}: ${said.short}`).to.be.at.most(306);
    }
  });

  it('has every place filled in', () => {
    for (const { name, said } of everyReply)
      expect(`${crisisWords(said)} ${said.short}`, name).to.not.match(/[{}]|undefined/);
  });

  it('names the help in its first sentence, on a text message too', () => {
    for (const { name, said, country } of everyReply) {
      const { emergency } = knowledgeIn(country).helplines.countries[country];
      const numbers = new RegExp(
        `\\b(${emergency}|988|1737|116 123|13 11 14|1-800-[\\d-]+)|doctor|m[ée]dico`,
      );
      expect(sentencesIn(said.lead)[0], name).to.match(numbers);
      expect(sentencesIn(said.short)[0], name).to.match(numbers);
    }
  });

  it('names the emergency number without being asked, in every tier and category', () => {
    for (const { name, said, country } of everyReply) {
      const { emergency } = knowledgeIn(country).helplines.countries[country];
      expect(said.short, name).to.include(emergency);
    }
  });

  it('is no wall of text', () => {
    const most = { immediate: 90, 'immediate-other': 90, concern: 110, 'third-party': 120 } as const;
    for (const { name, said, tier, language } of everyReply)
      if (language === 'en') expect(countWords(crisisWords(said)), name).to.be.at.most(most[tier]);
      else expect(countWords(crisisWords(said)), name).to.be.at.most(most[tier] + 15);
  });

  it('reads at grade 6 or lower', () => {
    for (const { name, said, language } of everyReply) {
      if (language !== 'en') continue;
      const words = [said.lead, ...said.body, said.question ?? ''].join('\n');
      expect(readingGrade(words), `${name}: ${words}`).to.be.at.most(6);
    }
  });

  it('never says the same sentence twice in a row, whatever kind of danger comes next', () => {
    for (const language of languages)
      for (const told of times)
        for (const tier of tiers)
          for (const category of riskCategories) {
            const before = sentencesIn(crisisWordsOnly(reply(tier, category, told, language)));
            const next = tiers.flatMap((other) =>
              riskCategories.map((another) => crisisWordsOnly(reply(other, another, told + 1, language))),
            );
            for (const words of next)
              expect(sentencesIn(words).filter((sentence) => before.includes(sentence))).to.deep.equal([]);
          }
  });

  it('gets shorter after the first time', () => {
    for (const language of languages)
      for (const tier of tiers)
        for (const category of riskCategories) {
          const first = countWords(crisisWords(reply(tier, category, 0, language)));
          for (const told of times.slice(1))
            expect(countWords(crisisWords(reply(tier, category, told, language)))).to.be.below(first);
        }
  });

  it('meets the list for an immediate danger: crisis line, professional help, at once, a bot, people, distance', () => {
    const said = reply('immediate', 'self-harm');
    const words = crisisWords(said);
    expect(said.lead).to.match(/^Right now/);
    expect(words).to.include('call or text 988').and.include('911');
    expect(words).to.match(/doctor or counselor/);
    expect(words).to.match(/I am a bot and cannot handle an emergency\. Nobody watches this chat/);
    expect(words).to.match(/someone you trust/);
    expect(words).to.match(/away from anything that could do harm/);
    expect(words).to.match(/If a call is hard, text 988/);
    expect(said.question).to.equal('Is someone with you right now?');
    expect(said.contacts.map(({ href }) => href)).to.include.members(['tel:988', 'sms:988', 'tel:911']);
  });

  it('meets the list for a concern, and asks directly', () => {
    const said = reply('concern', 'self-harm');
    const words = crisisWords(said);
    expect(said.question).to.equal('Are you having thoughts of killing yourself?');
    expect(words).to.match(/seriously/);
    expect(words)
      .to.match(/someone you trust/)
      .and.match(/doctor or counselor/);
    expect(words).to.match(/If calling is hard, text 988/);
    expect(words).to.match(/I am a bot and not made for a crisis/);
    expect(said.choices.map(({ label }) => label)).to.deep.equal(['Yes', 'Sometimes', 'No']);
  });

  it('says how to help someone else, and asks nothing of the writer', () => {
    const said = reply('third-party', 'self-harm');
    const words = crisisWords(said);
    expect(said.lead).to.match(/call or text 988 about someone else/);
    for (const part of [
      /Ask them/,
      /Stay with them/,
      /out of reach/,
      /Help them call/,
      /Check in again/,
      /911/,
    ])
      expect(words).to.match(part);
    expect(said.question).to.equal(undefined);
  });

  it('names the number for poison, abuse and children in its words where the country has one', () => {
    expect(reply('immediate', 'overdose').short).to.include('1-800-222-1222').and.include('911');
    expect(reply('immediate', 'abuse').short).to.include('1-800-799-7233').and.include('START');
    expect(reply('immediate', 'child').short).to.include('1-800-422-4453');
    expect(reply('immediate', 'abuse', 0, 'en', 'IE').short)
      .to.include('116 123')
      .and.not.include('1-800');
  });

  it('asks about danger, not about suicide, where the danger is of another kind', () => {
    for (const category of ['abuse', 'child', 'medical', 'withdrawal', 'overdose', 'harm-to-others'] as const)
      expect(reply('concern', category).question).to.equal('Is anyone in danger right now?');
  });

  it('asks what it is told to ask', () => {
    for (const ask of Object.values(asks))
      for (const told of times) {
        const said = crisisReply({
          verdict: verdict('concern'),
          told,
          knowledge: knowledgeIn('US'),
          language: 'en',
          asks: ask,
        });
        expect(texts.en.crisis.questions[ask]).to.include(said.question);
        expect(said.short.length).to.be.at.most(306);
      }
  });

  it('takes a danger of no known kind for self-harm', () => {
    const unknown = { tier: 'immediate', category: undefined, signals: [] } as const;
    const said = crisisReply({ verdict: unknown, told: 0, knowledge: knowledgeIn('US'), language: 'en' });
    expect(said.category).to.equal('self-harm');
  });
});

/** Without the labels of the contacts: numbers may come again, sentences may not. */
const crisisWordsOnly = (said: CrisisReply): string =>
  [said.lead, ...said.body, said.question ?? ''].join('\n');
