import { expect } from 'chai';
import { assert, property, string } from 'fast-check';
import type { RiskAssessor } from '../../../knowledge/risk/assessor.ts';
import type { RiskContext } from '../../../knowledge/risk/verdict.ts';
import { trainRiskModel } from '../../../knowledge/risk/train.ts';
import { parseRiskLines } from '../../../knowledge/risk/training-line.ts';
import { builtDetector } from './built-assessor.ts';

describe('judging a message', function () {
  this.timeout(60_000);
  let assessor: RiskAssessor;
  before(() => {
    assessor = builtDetector().assessor;
  });
  const tierOf = (text: string, context?: RiskContext): string => assessor.assess(text, context).tier;

  const immediate = [
    'I am going to kill myself tonight',
    'k i l l i n g   m y s e l f tonight, got the rope ready',
    'im gonna k1ll mys3lf tonite',
    'I have the gun loaded in my lap and I want to die',
    'I swallowed all my pills and now I feel sleepy',
    'quit drinking three days ago and now I am shaking and seeing spiders',
    'he is not breathing and his lips are blue',
    'voy a matarme esta noche',
    'do you take aetna? also I am going to end my life tonight',
    'the voice says to hurt my baby',
    "she swore she'd kill me if I ever leave",
    'i picture driving off the bridge with the kids',
  ];
  for (const text of immediate)
    it(`sees immediate danger in "${text}"`, () => expect(tierOf(text)).to.equal('immediate'));

  const concern = [
    'I wish I were dead',
    'i dont want to live anymore',
    'everyone would be better off without me',
    'ya no quiero vivir',
    'je veux mourir',
    '我想死',
    'хочу умереть',
    'what is the least painful way to die',
    'ya no puedo más con esto',
    'i cant take it anymore',
  ];
  for (const text of concern)
    it(`does not pass over "${text}"`, () => expect(tierOf(text)).to.be.oneOf(['concern', 'immediate']));

  const harmless = [
    'hello',
    'what are your hours?',
    'do you take people who are suicidal?',
    'this commute is killing me',
    'my phone died, can I reschedule?',
    'I am not suicidal, just stressed about work',
    'how do I kill a process on my laptop',
    'I am dying to try that pizza',
    'jk lol',
    '¿a qué hora abren?',
    'im scared',
    'how many hours would she be gone, she has school',
  ];
  for (const text of harmless) it(`sees no danger in "${text}"`, () => expect(tierOf(text)).to.equal('none'));

  it('names the signals of every verdict above none, and none for harmless ones', () => {
    expect(assessor.assess('I want to kill myself').signals).to.include('rule:suicide-named');
    expect(assessor.assess('hello').signals).to.deep.equal([]);
  });

  it('says what kind of danger it is', () => {
    const categoryOf = (text: string): string | undefined => assessor.assess(text).category;
    expect(categoryOf('stopped drinking and now I am shaking and seeing bugs')).to.equal('withdrawal');
    expect(categoryOf('my husband is beating me right now')).to.equal('abuse');
    expect(categoryOf('I want to kill myself')).to.equal('self-harm');
    expect(categoryOf('i cant breathe and i dont know what to do')).to.equal('medical');
    expect(categoryOf('took all my pills and i cant breathe')).to.equal('overdose');
    expect(categoryOf('he took the rifle out to the barn and hes not answering me')).to.equal('self-harm');
    expect(categoryOf('she wont wake up, there are pills everywhere')).to.equal('overdose');
  });

  it('judges the same whatever was judged before', () => {
    const first = assessor.assess('I wish I were dead');
    assessor.assess('nothing of note '.repeat(50));
    expect(assessor.assess('I wish I were dead')).to.deep.equal(first);
  });

  describe('after a question of the bot', () => {
    const answers: readonly (readonly [string, RiskContext, string])[] = [
      ['yes', { asked: 'thoughts' }, 'concern'],
      ['sometimes', { asked: 'thoughts' }, 'concern'],
      ['a veces', { asked: 'thoughts' }, 'concern'],
      ['no never', { asked: 'thoughts' }, 'none'],
      ['yeah', { asked: 'thoughts-now' }, 'immediate'],
      ['i guess', { asked: 'thoughts-now' }, 'immediate'],
      ['sí', { asked: 'plan' }, 'immediate'],
      ['yes', { asked: 'means' }, 'immediate'],
      ['no', { asked: 'safe' }, 'immediate'],
      ['yes', { asked: 'safe' }, 'none'],
      ['yes', { asked: 'body' }, 'immediate'],
      ['no', { asked: 'company' }, 'none'],
    ];
    for (const [text, context, tier] of answers)
      it(`takes "${text}" about ${context.asked} as ${tier}`, () =>
        expect(tierOf(text, context)).to.equal(tier));

    it('still hears danger in an answer that begins with no', () => {
      expect(tierOf("no i'm going to kill myself tonight", { asked: 'company' })).to.equal('immediate');
    });
  });

  describe('after signs of danger', () => {
    it('takes a vague word of nearness as immediate', () => {
      expect(tierOf("it's getting closer", { sessionTier: 'concern' })).to.equal('immediate');
      expect(tierOf("it's getting closer")).to.equal('none');
    });

    it('leaves a plain question harmless', () => {
      expect(tierOf('what time do you open?', { sessionTier: 'immediate' })).to.equal('none');
    });
  });

  it('takes any text at all', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(assessor.assess(text).tier).to.be.a('string');
      }),
      { numRuns: 300 },
    );
  });

  it('finds danger behind any amount of talk before it', () => {
    expect(
      tierOf(
        `${'do you have a waiting list and how much is it. '.repeat(300)} I am going to kill myself tonight`,
      ),
    ).to.equal('immediate');
  });
});

describe('training the detector', function () {
  this.timeout(60_000);

  it('gives the same model for the same lines', () => {
    const { lexicon } = builtDetector().data;
    const lines = parseRiskLines(
      'immediate\tself-harm\tI will end it tonight\nnone\t-\twhat are your hours\nconcern|none\tself-harm\tso tired of it all',
      'sample',
    );
    expect(trainRiskModel(lines, lexicon)).to.deep.equal(trainRiskModel(lines, lexicon));
  });

  it('says where a line is wrong', () => {
    expect(() => parseRiskLines('none\t-\thello\nbad\t-\thello', 'sample')).to.throw(
      'sample.tsv, line 2: "bad" is no tier',
    );
    expect(() => parseRiskLines('none\tmood\thello', 'sample')).to.throw('"mood" is no category');
  });
});
