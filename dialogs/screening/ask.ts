import type { QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import { questionsLeft } from '../../knowledge/levels-of-care/next-question.ts';
import { questionOf } from '../../knowledge/levels-of-care/questions.ts';
import { dangerLine } from '../../knowledge/helplines/danger-line.ts';
import type { CommandId, Voiced } from '../../knowledge/texts/screening-texts.ts';
import type { ScreeningState } from '../memory.ts';
import type { AskReply, Choice, Reply, ScreeningTrace } from '../reply.ts';
import { fill, type Turn, type Voice } from '../turn.ts';
import { floorOf, type About } from './state.ts';

/** A question with its options, and what else can be done. */
export const ask = (turn: Turn, state: ScreeningState, id: QuestionId): AskReply => {
  const { text } = turn.texts.screening.questions[id];
  return {
    kind: 'ask',
    question: id,
    progress: progressOf(turn, state),
    text: inVoice(text, state.about),
    choices: questionOf(id).options.map((option) => ({
      id: `${id}=${option}`,
      label: labelOf(turn, state, id, option),
    })),
    actions: actionsFor(turn, state, id),
  };
};

/** How an answer reads in lists and when it is said back. */
export const labelOf = (
  { texts }: Voice,
  { about }: ScreeningState,
  id: QuestionId,
  option: string,
): string => {
  const { questions, result } = texts.screening;
  const label = questions[id].options[option];
  return label === undefined ? result.skipped : inVoice(label, about);
};

export const inVoice = (text: Voiced, about: About): string =>
  typeof text === 'string' ? text : text[about];

export const command = ({ texts }: Voice, id: CommandId): Choice => ({
  id: id === 'human' ? 'topic:human' : `command:${id}`,
  label: texts.screening.actions[id],
});

export const say = (text: string, choices: readonly Choice[] = []): Reply => ({ kind: 'say', text, choices });

/** A text with the clinic, the line for danger and the days that are kept filled in. */
export const filledIn = ({ knowledge, memory, outside }: Voice, text: string): string =>
  fill(text, {
    clinic: knowledge.clinic.name,
    danger: dangerLine(knowledge.helplines, knowledge.clinic.country, memory.language),
    days: String(outside.keptDays),
  });

export const trace = (value: Partial<ScreeningTrace>): Reply => ({
  kind: 'trace',
  trace: { name: 'Screening', value: { question: null, outcome: null, rule: null, ...value } },
});

const progressOf = (turn: Turn, state: ScreeningState): string => {
  const asked = state.trail.length;
  const total = asked + questionsLeft(state.answers, floorOf(turn.memory, state));
  return fill(turn.texts.screening.progress, { number: String(asked + 1), total: String(total) });
};

const actionsFor = (turn: Turn, { trail, about }: ScreeningState, id: QuestionId): readonly Choice[] => {
  const first = trail.length === 0;
  return [
    command(turn, 'why'),
    ...(questionOf(id).skippable ? [{ ...command(turn, 'skip'), id: `${id}=skip` }] : []),
    ...(first ? [] : [command(turn, 'back')]),
    ...(first && about === 'self' ? [command(turn, 'other')] : []),
    command(turn, 'exit'),
    command(turn, 'human'),
  ];
};
