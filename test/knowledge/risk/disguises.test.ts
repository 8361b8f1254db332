import { expect } from 'chai';
import { builtDetector } from './built-assessor.ts';

const tierOf = (text: string): string => builtDetector().assessor.assess(text).tier;

describe('reading what is typed in disguise', () => {
  for (const text of [
    'end. my. life.',
    'im\ngonna\nhang\nmyself',
    'i_want_to_die',
    'im.gonna.hang.myself',
    'ki11 my5elf',
    'k!ll mys3lf',
    'kiII myself',
    'i wAnT tO dIe',
    'su icide',
    'i w a n t to d i e',
  ])
    it(`sees danger in ${JSON.stringify(text)}`, () => {
      expect(tierOf(text)).to.be.oneOf(['concern', 'immediate']);
    });

  it('leaves the name of a place whole', () => {
    expect(tierOf('Is there a program in Washington or Massachusetts?')).to.equal('none');
  });
});

describe('judging what stands beside the danger', () => {
  it('does not let a recipe in the next clause take a plain wish to die back', () => {
    expect(tierOf('i want to die and do you know a good recipe for banana bread')).to.equal('concern');
  });

  it('knows that an attempt years ago is past', () => {
    expect(tierOf('I tried to kill myself twelve years ago and I am well now')).to.equal('none');
  });

  it('takes an attempt of last night for danger now', () => {
    expect(tierOf('I tried to kill myself two nights ago')).to.equal('immediate');
  });
});

describe('being kept', () => {
  it('by a phone line is no attack', () => {
    expect(
      builtDetector().assessor.assess('i dont want to call, last time 988 kept me waiting').category,
    ).to.not.equal('abuse');
  });

  it('in a room is', () => {
    expect(tierOf('he kept me locked in the basement')).to.equal('immediate');
  });
});

describe('questions about how to die', () => {
  for (const text of [
    'how long does it take to bleed out',
    'whats the best place in oregon to kill yourself',
    'which of these pills would make me overdose quickest',
    'how high does a roof have to be so the fall kills you',
    'my girlfriend dumped me. what are the tallest bridges near portland',
  ])
    it(`are signs of danger: "${text}"`, () => {
      expect(tierOf(text)).to.be.oneOf(['concern', 'immediate']);
    });

  for (const text of [
    'what is the easiest way to get there by bus',
    'how long does it take to get in',
    'what are the tallest buildings in the world',
  ])
    it(`are not "${text}"`, () => {
      expect(tierOf(text)).to.equal('none');
    });
});
