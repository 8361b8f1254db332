import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { assert, constantFrom, property } from 'fast-check';
import { parse } from 'yaml';
import { z } from 'zod';
import { questionIds, type QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import { phone, Talk, texts } from './screening-support.ts';

const first = ['safe=no', 'body=no', 'age=adult', 'detox=no'];
const toStep = [...first, 'watch=no', 'home=yes'];
const toReady = [...first, 'watch=days', 'home=yes'];

/** One way to come to each question. */
const wayTo: Readonly<Record<QuestionId, readonly string[]>> = {
  safe: [],
  body: first.slice(0, 1),
  age: first.slice(0, 2),
  detox: first.slice(0, 3),
  watch: first,
  home: [...first, 'watch=no'],
  step: toStep,
  daily: [...toStep, 'step=none'],
  need: [...toStep, 'step=none', 'daily=some'],
  ready: toReady,
  group: [...toReady, 'ready=yes'],
  duty: [...toReady, 'ready=yes', 'group=yes'],
};

const schema = z.record(z.enum(questionIds), z.record(z.string(), z.array(z.string())));
const said = ['screening-said.yaml', 'screening-said-freely.yaml'].map((name) =>
  schema.parse(parse(readFileSync(join(projectRoot(), 'test/dialogs', name), 'utf8'))),
);

/** A talk that stands at a question. */
const at = (question: QuestionId, language: 'en' | 'es' = 'en', about: readonly string[] = []): Talk =>
  new Talk({ language }).start().presses(...about, ...wayTo[question]);

/** What a text is taken for at a question. */
const taken = (question: QuestionId, text: string): string => {
  const talk = at(question);
  expect(talk.open, 'the question that was to be tried').to.equal(question);
  const { memory } = talk.says(text);
  return memory.screening?.outcome === 'crisis'
    ? 'crisis'
    : (memory.screening?.answers[question] ?? 'unclear');
};

describe('what people say to the screening', () => {
  for (const question of questionIds)
    for (const [meant, ways] of said.flatMap((each) => Object.entries(each[question])))
      it(`is ${meant === 'unclear' ? 'not taken for an answer' : `taken for ${meant}`} at ${question}: ${ways.slice(0, 4).join(' / ')} …`, () => {
        for (const way of ways) expect(taken(question, way), way).to.equal(meant);
      });

  it('is every label of every question, in both languages and for both persons', () => {
    for (const language of ['en', 'es'] as const)
      for (const about of [[], ['command:other']])
        for (const question of questionIds)
          for (const { id, label } of at(question, language, about).ask?.choices ?? []) {
            const { screening } = at(question, language, about).says(label).memory;
            if (screening?.outcome === 'crisis')
              expect(id, label).to.be.oneOf(['safe=act', 'safe=u', 'body=yes', 'body=u']);
            else expect(`${question}=${screening?.answers[question]}`, label).to.equal(id);
          }
  });

  it('is said back where it was not word for word, and only there', () => {
    expect(at('watch').says('my mom is home with me all day').text).to.include('"Yes, for most of the day"');
    expect(at('watch').says('no').text).to.not.include('I took that as');
  });

  it('gets a gentle second try, then the choices plainly, and for safety the numbers to call', () => {
    const talk = new Talk().start().says('banana');
    expect(talk.text).to.include(texts.en.screening.said.missed);
    expect(talk.says('banana').text).to.include(texts.en.screening.said.missedAgain);
    expect(talk.text).to.include('988');
    expect(talk.ask?.choices).to.have.length(4);
    expect(talk.says('no').open).to.equal('body');
  });

  it('is picked by number only where the number is shown', () => {
    const talk = new Talk({ channel: phone }).start().presses('safe=no').says('5');
    expect(talk.open).to.equal('body');
    expect(talk.text).to.include(texts.en.screening.said.missed);
  });

  it('is no answer where it is a long story', () => {
    expect(taken('home', `no ${'and then we went on and on '.repeat(20)}`)).to.equal('unclear');
  });

  it('is never a clear no to the question of safety where anything makes it vague', () => {
    const hedges = [
      'maybe',
      'kind of',
      'not sure',
      'but',
      'sometimes',
      'i guess',
      'at night',
      'not really',
      'only a little',
      'pero a veces',
    ];
    const sentence = property(
      constantFrom('no', 'nah', 'nope', 'not', ''),
      constantFrom(...hedges),
      constantFrom('', ' today', ' lol', ' i am ok', ' no'),
      (start, hedge, end) => {
        expect(taken('safe', `${start} ${hedge}${end}`.trim())).to.not.equal('no');
      },
    );
    assert(sentence, { numRuns: 250 });
  });
});
