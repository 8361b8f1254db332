import { expect } from 'chai';
import type { QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import { questionOf } from '../../knowledge/levels-of-care/questions.ts';
import type { Language } from '../../knowledge/language/language.ts';
import type { ScreeningTrace } from '../../dialogs/reply.ts';
import { knowledge } from '../support/knowledge.ts';
import { ScreeningModel, type Expected } from './screening-model.ts';

/** One thing that a person does; `pick` chooses among what can be done of that kind. */
export interface Move {
  readonly kind: (typeof moveKinds)[number];
  readonly pick: number;
}

/** Answers are most of it, so that conversations come to an end. */
export const moveKinds = [
  ...(['answer', 'answer', 'answer', 'answer', 'answer', 'answer', 'number', 'number', 'press'] as const),
  ...([
    'back',
    'skip',
    'why',
    'nonsense',
    'question',
    'stale',
    'leave',
    'startOver',
    'restart',
    'wait',
  ] as const),
] as const;

/** Where a conversation takes place: the real turn, or real HTTP. */
export interface Place {
  say(text: string): Promise<ScreeningTrace | undefined>;
  press(choice: string): Promise<ScreeningTrace | undefined>;
  /** The service ends, and begins anew over the same storage. */
  restart(): Promise<void>;
  /** Time passes; undefined where it can't be passed in. */
  readonly wait?: ((hours: number) => void) | undefined;
  now(): number;
}

const words = {
  en: {
    start: 'start the screening',
    back: 'back',
    skip: 'skip',
    why: 'why',
    leave: 'exit',
    over: 'start over',
    on: 'continue',
  },
  es: {
    start: 'quiero las preguntas',
    back: 'atrás',
    skip: 'saltar',
    why: '¿por qué?',
    leave: 'salir',
    over: 'empezar de nuevo',
    on: 'continuar',
  },
} as const;
const nonsense = ['banana', 'qwertz', '12345', '= =', 'purple monkey', 'ñandú', '...'];
const asides = ['What is an IOP?', 'how many hours is php', 'What is a PHP or day program?'];

/** More plain answers than this are needed only by a conversation that is stuck. */
const mostToTheEnd = 40;

/**
 * Does what a person might, then answers what is still asked, and holds each turn against the model. Resolves to the
 * outcomes that were met; without one it is stuck, and rejects.
 */
export const randomTalk = async (
  place: Place,
  language: Language,
  moves: readonly Move[],
): Promise<readonly string[]> => {
  const model = new ScreeningModel();
  const { start } = words[language];
  meets([await place.say(start), model.expected], start);
  const outcomes: string[] = [];
  const answers = Array.from({ length: mostToTheEnd }, (_, pick): Move => ({ kind: 'answer', pick }));
  for (const move of [...moves, ...answers]) {
    if (isAtItsEnd(model, move)) return outcomes;
    const { outcome } = await (model.question === undefined
      ? goOn(place, model, language, move)
      : step(place, model, model.question, language, move));
    if (outcome) outcomes.push(outcome);
  }
  expect(outcomes, 'after answers to all that was asked').to.not.deep.equal([]);
  return outcomes;
};

/** Some go back or start over once they have a result. */
const isAtItsEnd = ({ expected }: ScreeningModel, { pick }: Move): boolean =>
  expected.outcome !== null && pick % 3 > 0;

const meets = ([trace, expected]: Acted, move: string): Expected => {
  expect(trace ?? { question: null, outcome: null, rule: null }, move).to.deep.equal(expected);
  return expected;
};

/** Back into the questions, by the way that there is from here. */
const goOn = async (
  place: Place,
  model: ScreeningModel,
  language: Language,
  { pick }: Move,
): Promise<Expected> => {
  const { back, over, on } = words[language];
  const finished = model.expected.outcome !== null;
  if (finished && pick % 2 > 0) model.back(1);
  else if (finished) model.startOver();
  else model.goOn(place.now());
  const text = !finished ? on : pick % 2 > 0 ? back : over;
  return meets([await place.say(text), model.expected], text);
};

const step = async (
  place: Place,
  model: ScreeningModel,
  question: QuestionId,
  language: Language,
  move: Move,
): Promise<Expected> =>
  meets(await act(place, model, question, language, move), `${move.kind} ${move.pick} at ${question}`);

type Acted = readonly [ScreeningTrace | undefined, Expected];

const act = async (
  place: Place,
  model: ScreeningModel,
  question: QuestionId,
  language: Language,
  { kind, pick }: Move,
): Promise<Acted> => {
  const said = words[language];
  const { options, skippable } = questionOf(question);
  const at = optionAt(question, pick);
  const option = options[at] ?? '';
  const answered = (trace: ScreeningTrace | undefined): Acted => [
    trace,
    model.answer(question, option, place.now()),
  ];
  switch (kind) {
    case 'answer':
      return answered(await place.say(labelOf(question, option, language)));
    case 'number':
      return answered(await place.say(String(at + 1)));
    case 'press':
      return answered(await place.press(`${question}=${option}`));
    case 'skip': {
      const trace = await place.say(said.skip);
      return skippable ? [trace, model.answer(question, 'skip', place.now())] : [trace, model.expected];
    }
    case 'back': {
      const trace = await place.say(pick % 4 === 0 ? `${said.back} 2` : said.back);
      model.back(pick % 4 === 0 ? 2 : 1);
      return [trace, model.expected];
    }
    case 'leave': {
      const trace = await place.say(said.leave);
      model.leave();
      return [trace, model.expected];
    }
    case 'startOver': {
      const trace = await place.say(said.over);
      model.startOver();
      return [trace, model.expected];
    }
    case 'stale':
      return [await place.press(question === 'group' ? 'ready=no' : 'group=no'), model.expected];
    default:
      return [await place.say(await aside(place, { kind, pick }, said.why)), model.expected];
  }
};

/** Severe answers to the first questions end most screenings: two in three are mild there, so that all ends are met. */
const optionAt = (question: QuestionId, pick: number): number => {
  const early: readonly QuestionId[] = ['safe', 'body', 'detox', 'watch', 'home'];
  return early.includes(question) && pick % 3 > 0
    ? 0
    : Math.floor(pick / 3) % questionOf(question).options.length;
};

/** What leaves the question open, in words; a restart or some hours go before it. */
const aside = async (place: Place, { kind, pick }: Move, why: string): Promise<string> => {
  if (kind === 'restart') await place.restart();
  if (kind === 'wait') place.wait?.(1 + (pick % 40));
  if (kind === 'question') return asides[pick % asides.length] ?? '';
  return kind === 'nonsense' ? (nonsense[pick % nonsense.length] ?? '') : why;
};

const labelOf = (question: QuestionId, option: string, language: Language): string => {
  const label = knowledge().texts[language].screening.questions[question].options[option];
  if (label === undefined) throw new Error(`${question} has no option ${option}`);
  return typeof label === 'string' ? label : label.self;
};
