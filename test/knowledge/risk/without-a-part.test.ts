import { expect } from 'chai';
import { converse } from '../../../dialogs/converse.ts';
import { newMemory } from '../../../dialogs/memory.ts';
import { createAssessor, type RiskAssessor } from '../../../knowledge/risk/assessor.ts';
import type { RiskData } from '../../../knowledge/risk/risk-data.ts';
import { tiers, type AskedAbout, type Tier } from '../../../knowledge/risk/verdict.ts';
import { knowledge } from '../../support/knowledge.ts';
import { builtDetector } from './built-assessor.ts';

/*
 * Each part of the detector is taken out, and named examples must then go wrong: so none of these parts can be
 * lost without a test that says so, and none is carried along without use.
 */
const withoutNegation = ({ lexicon, model }: RiskData): RiskAssessor =>
  createAssessor({
    lexicon: { ...lexicon, concepts: lexicon.concepts.map((concept) => ({ ...concept, negatable: false })) },
    model,
  });

/** Always nearly sure that a message is harmless: only what a firm rule says is left. */
const withoutClassifier = ({ lexicon, model }: RiskData): RiskAssessor =>
  createAssessor({
    lexicon,
    model: {
      ...model,
      scale: 0,
      weights: new Int8Array(model.weights.length),
      bias: [0.96, 0.01, 0.02, 0.01].map((odds) => Math.log(odds)),
    },
  });

const withoutRules = ({ lexicon, model }: RiskData): RiskAssessor =>
  createAssessor({ lexicon: { ...lexicon, rules: [] }, model });

const withoutContext = (whole: RiskAssessor): RiskAssessor => ({ assess: (text) => whole.assess(text) });

describe('without', () => {
  let whole: RiskAssessor;
  let parts: RiskData;
  before(() => {
    ({ data: parts, assessor: whole } = builtDetector());
  });
  const rank = (assessor: RiskAssessor, text: string): number => tiers.indexOf(assessor.assess(text).tier);

  for (const text of [
    'no one here is suicidal',
    'he is not hitting me',
    'nobody is hurting me',
    'no, i do not want to die',
  ])
    it(`the reach of "not", "${text}" is taken for danger`, () => {
      expect(whole.assess(text).tier).to.equal('none');
      expect(withoutNegation(parts).assess(text).tier).to.not.equal('none');
    });

  for (const text of [
    'nobody would even notice if i was gone for good',
    'it would be easier on everyone once i am out of the picture',
    'i said my goodbyes and turned my phone off for the last time',
    'estoy cansada de existir',
  ])
    it(`the trained model, "${text}" is passed over`, () => {
      expect(whole.assess(text).tier).to.not.equal('none');
      expect(withoutClassifier(parts).assess(text).tier).to.equal('none');
    });

  for (const text of ['je veux mourir', 'хочу умереть', '我想死'])
    it(`the rules, "${text}" is judged lower`, () => {
      expect(rank(withoutRules(parts), text)).to.be.below(rank(whole, text));
    });

  const answers: readonly (readonly [string, AskedAbout])[] = [
    ['kind of', 'plan'],
    ['yes', 'means'],
    ['i guess', 'thoughts-now'],
    ['no', 'safe'],
    ['sí', 'plan'],
  ];
  for (const [text, asked] of answers)
    it(`the open question, "${text}" about ${asked} says nothing`, () => {
      expect(whole.assess(text, { asked }).tier).to.equal('immediate');
      expect(withoutContext(whole).assess(text, { asked }).tier).to.equal('none');
    });

  it('what was said before, "it is getting closer" is not met as danger in a conversation', () => {
    const tiersOf = (risk: RiskAssessor): readonly (Tier | undefined)[] => {
      let memory = newMemory(new Date(0));
      return ['i wish i was dead', "it's getting closer"].map((text) => {
        const message = { kind: 'text', text, channel: { shared: false, pageLength: undefined } } as const;
        const outcome = converse(memory, message, { ...knowledge(), risk }, new Date(0));
        memory = outcome.memory ?? memory;
        return outcome.replies.find((reply) => reply.kind === 'crisis')?.tier;
      });
    };
    expect(tiersOf(whole)).to.deep.equal(['concern', 'immediate']);
    expect(tiersOf(withoutContext(whole))).to.deep.equal(['concern', undefined]);
  });
});
