import { isAnswer } from '../../knowledge/levels-of-care/answers.ts';
import { questionIds, type QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import { questionOf, type Question } from '../../knowledge/levels-of-care/questions.ts';
import { commandIds, type CommandId } from '../../knowledge/texts/screening-texts.ts';
import { pickChoice } from '../pick-choice.ts';
import type { AskReply } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { heardOf, type Heard } from './heard.ts';
import { hasPhrase, withoutFillers } from './phrases.ts';
import { readAge } from './read-age.ts';
import { readFreely, readGist } from './read-words.ts';
import { saidPlainly } from '../said-plainly.ts';

/** What a message does while a question is open; undefined where it is something else. */
export type Reading =
  | { readonly kind: 'option'; readonly option: string; readonly sure: boolean }
  | { readonly kind: 'command'; readonly command: CommandId; readonly steps: number }
  | { readonly kind: 'stale'; readonly question: QuestionId; readonly option: string }
  | { readonly kind: 'child' }
  | undefined;

/** First what was pressed or picked, then plain answers, then commands, then the person's own words. */
export const understand = (turn: Turn, open: AskReply, id: QuestionId): Reading => {
  if (turn.message.kind === 'choice') return pressed(turn.message.choice, id) ?? readText(turn, open, id);
  return readText(turn, open, id);
};

/** A button says by its id what it is; one of another question is stale. */
export const pressed = (choice: string, open: QuestionId | undefined): Reading => {
  const command = commandIds.find((each) => choice === `command:${each}`);
  if (command !== undefined) return { kind: 'command', command, steps: 1 };
  const [id, option] = choice.split('=');
  const question = questionIds.find((each) => each === id);
  if (question === undefined || option === undefined) return undefined;
  if (question !== open) return { kind: 'stale', question, option };
  const meant = option === 'u' && !isAnswer(question, 'u') ? 'skip' : option;
  return isAnswer(question, meant)
    ? { kind: 'option', option: meant, sure: true }
    : { kind: 'stale', question, option };
};

/** Longer texts are stories, not answers. */
const longestAnswer = 300;

const readText = (turn: Turn, open: AskReply, id: QuestionId): Reading => {
  const question = questionOf(id);
  const reading = turn.words.length > longestAnswer ? undefined : readAnswer(turn, open, question);
  // "No?" is no clear answer where safety is asked about.
  const doubtful = question.strict && turn.words.includes('?');
  return doubtful && reading?.kind === 'option' && reading.option === question.options[0]
    ? undefined
    : reading;
};

const readAnswer = (turn: Turn, open: AskReply, question: Question): Reading => {
  const said = saidPlainly(turn);
  const heard = heardOf(turn.knowledge.texts);
  if (said === '') return undefined;
  return (
    picked(turn, open, question.id) ??
    stepsBack(said, heard) ??
    (question.id === 'age' ? aged(said, heard) : undefined) ??
    optional(readGist(said, question, heard)) ??
    commandIn(said, heard) ??
    (turn.words.includes('?') ? undefined : optional(readFreely(said, question, open.choices, heard)))
  );
};

/** Its number as the channel shows it, or its label. "No one" is neither. */
export const picked = (turn: Turn, { choices, actions }: AskReply, id: QuestionId): Reading => {
  const numbered = turn.message.channel.pageLength === undefined ? [...choices, ...actions] : choices;
  const choice = /^no\b.*\bone\b/i.test(turn.words) ? undefined : pickChoice(turn.words, numbered);
  if (choice === undefined || (id === 'age' && /^\D*[3-9]\D*$/.test(turn.words))) return undefined;
  return pressed(choice.id, id);
};

const aged = (said: string, heard: Heard): Reading => {
  const age = readAge(said, heard);
  if (age === 'child') return { kind: 'child' };
  return age && { kind: 'option', option: age, sure: true };
};

const optional = (found: { option: string; sure: boolean } | undefined): Reading =>
  found && { kind: 'option', ...found };

/** Longer phrases count anywhere in a message, short ones only as the whole of it. */
const longPhrase = 3;

/** "Back 2": not an age, nor anything else with a number in it. */
const stepsBack = (said: string, heard: Heard): Reading => {
  const [, phrase = '', count = ''] = /^(.*) (\d)$/.exec(withoutFillers(said, heard.lists)) ?? [];
  const isBack = heard.commands.some(([each, command]) => each === phrase && command === 'back');
  return isBack ? { kind: 'command', command: 'back', steps: Math.max(1, Number(count)) } : undefined;
};

/** "Back", "why do you ask", "i want to stop the questions". */
const commandIn = (said: string, heard: Heard): Reading => {
  const whole = wholeCommand(said, heard);
  if (whole) return { kind: 'command', command: whole, steps: 1 };
  if (isForAnother(said, heard)) return { kind: 'command', command: 'other', steps: 1 };
  const within = heard.commands.find(
    ([each]) => each.split(' ').length >= longPhrase && hasPhrase(said, each),
  );
  return within && { kind: 'command', command: within[1], steps: 1 };
};

export const wholeCommand = (said: string, heard: Heard): CommandId | undefined => {
  const bare = withoutFillers(said, heard.lists);
  return heard.commands.find(([phrase]) => phrase === said || phrase === bare)?.[1];
};

/** "It's for my son": nothing but who it is for. */
const isForAnother = (said: string, { lists }: Heard): boolean =>
  lists.forOthers.some((start) => lists.others.some((other) => said === `${start} ${other}`));
