import { expect } from 'chai';
import fc from 'fast-check';
import { fitCalibration, probability } from '../../../knowledge/faq/calibration.ts';
import { cutsOf } from '../../../knowledge/faq/clauses.ts';
import { createLookup } from '../../../knowledge/faq/feature-space.ts';
import { compileLexicon, conceptsIn } from '../../../knowledge/faq/lexicon.ts';
import { scoresOf, trainLinear } from '../../../knowledge/faq/linear.ts';
import { marginsOf, quantise } from '../../../knowledge/faq/quantise.ts';
import { read } from '../../../knowledge/faq/reader.ts';

const found = (text: string, synonyms: Record<string, string[]>) =>
  conceptsIn(read(text).stems, compileLexicon(synonyms)).map(({ concept }) => concept);

describe('the lexicon', () => {
  it('finds a concept by any form of its words', () => {
    expect(found('she was drinking', { addiction: ['drink'] })).to.deep.equal(['addiction']);
  });
  it('lets a longer phrase hide the shorter ones in it', () => {
    const synonyms = { php: ['day program'], here: ['program'] };
    expect(found('the day program', synonyms)).to.deep.equal(['php']);
    expect(found('the program', synonyms)).to.deep.equal(['here']);
  });
  it('gives all concepts that one phrase stands for', () => {
    expect(found('group', { family: ['group'], room: ['groups'] })).to.have.members(['family', 'room']);
  });
});

const halves = (text: string) => cutsOf(text).map((cut) => cut.halves);

describe('halves of a message', () => {
  it('cuts at marks and at "and"', () => {
    expect(halves('how long is it and what does it cost')).to.deep.equal([
      ['how long is it', 'what does it cost'],
    ]);
    expect(halves('is it far? do I pay')).to.deep.equal([['is it far', 'do I pay']]);
  });
  it('tells the end of a sentence from a mere "and"', () => {
    const seams = cutsOf('is it far? what is it and do I pay').map(({ sentence }) => sentence);
    expect(seams).to.deep.equal([true, false]);
  });
  it('leaves a single question whole', () => {
    expect(halves('how long is it')).to.deep.equal([]);
    expect(halves('mom and dad')).to.deep.equal([]);
  });
});

describe('the calibration', () => {
  it('learns how often a score is right', () => {
    const observations = Array.from({ length: 400 }, (_, at) => ({
      inputs: [at % 2],
      right: at % 2 === 1 ? at % 20 !== 1 : at % 20 === 0,
    }));
    const calibration = fitCalibration(observations, 1);
    expect(probability(calibration, [1])).to.be.closeTo(0.9, 0.03);
    expect(probability(calibration, [0])).to.be.closeTo(0.1, 0.03);
  });
});

describe('the linear model', () => {
  const vector = (...at: number[]) => ({ at: Int32Array.from(at), value: Float32Array.from(at, () => 1) });
  const examples = {
    vectors: [vector(0, 2), vector(0), vector(1, 2), vector(1)],
    signs: [Int8Array.of(1, -1), Int8Array.of(1, -1), Int8Array.of(-1, 1), Int8Array.of(-1, 0)],
    features: 3,
    classes: 2,
  };
  it('parts classes by the features that tell them apart', () => {
    const [first = 0, second = 0] = scoresOf(trainLinear(examples, 1, 30), vector(0));
    expect(first).to.be.above(0.5);
    expect(second).to.be.below(-0.5);
  });
  it('loses next to nothing when it is made small', () => {
    const model = trainLinear(examples, 1, 30);
    const exact = scoresOf(model, vector(1, 2));
    const small = marginsOf(quantise(model), vector(1, 2));
    exact.forEach((score, at) => expect(small[at]).to.be.closeTo(score, 0.02));
  });
});

describe('the feature lookup', () => {
  it('finds every hash at its place, and no other', () => {
    const hashes = fc.uniqueArray(fc.nat({ max: 2 ** 32 - 1 }), { maxLength: 200 });
    fc.assert(
      fc.property(hashes, fc.nat(), (known, other) => {
        const placeOf = createLookup(Uint32Array.from(known));
        known.forEach((hash, at) => expect(placeOf(hash)).to.equal(at));
        expect(placeOf(other)).to.equal(known.indexOf(other));
      }),
    );
  });
});
