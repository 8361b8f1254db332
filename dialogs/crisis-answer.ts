import { languages } from '../knowledge/language/language.ts';
import type { CrisisTexts } from '../knowledge/texts/crisis-texts.ts';
import { answerChoices } from './crisis-reply.ts';
import type { CrisisQuestion } from './memory.ts';
import type { Message } from './message.ts';
import { pickChoice, plainWords } from './pick-choice.ts';
import type { Turn } from './turn.ts';

/** What a person answered to a direct question, or took back without one. */
export type CrisisAnswer = 'yes' | 'unsure' | 'no' | 'takenBack' | 'meant';
type Heard = CrisisTexts['heard'];

/** Characters; a longer message says more than that it was not meant. */
const longestRetraction = 80;

/** Reads an answer to the open crisis question, or a retraction where nothing is open; undefined where it is neither. */
export const crisisAnswer = (turn: Turn): CrisisAnswer | undefined => {
  const { message, memory, words } = turn;
  if (message.kind !== 'text' && message.kind !== 'choice') return undefined;
  const { open, risk } = memory;
  if (open?.kind === 'crisis') return pressed(turn, message, open.asks) ?? spoken(turn, open.asks);
  if (open || !risk || risk.tier === 'third-party') return undefined;
  const answer = inAny(turn, (heard) => listed(heard, words));
  if (answer === 'takenBack' || answer === 'meant') return answer;
  return risk.unanswered ? answer : undefined;
};

/** With the question open again that was passed over, so that a late "yes" is an answer to it. */
export const withUnanswered = (turn: Turn): Turn => {
  const asks = turn.memory.open ? undefined : turn.memory.risk?.unanswered;
  return asks ? { ...turn, memory: { ...turn.memory, open: { kind: 'crisis', asks, again: true } } } : turn;
};

const pressed = (
  { texts, words }: Turn,
  message: Message,
  asks: CrisisQuestion,
): CrisisAnswer | undefined => {
  const choices = answerChoices(texts.crisis, asks);
  const id = message.kind === 'choice' ? message.choice : pickChoice(words, choices)?.id;
  if (id === 'crisis:yes' || id === 'crisis:sometimes') return 'yes';
  return id === 'crisis:no' ? 'no' : undefined;
};

/** A whole message from the lists; or one that starts with yes or no, if the detector saw no danger in the rest. */
const spoken = (turn: Turn, asks: CrisisQuestion): CrisisAnswer | undefined => {
  const { words, verdict } = turn;
  const company = asks === 'company' ? inAny(turn, (heard) => aboutCompany(heard, words)) : undefined;
  const whole = company ?? inAny(turn, (heard) => listed(heard, words));
  if (whole || verdict.tier !== 'none') return whole;
  return inAny(turn, (heard) => started(heard, words));
};

/** "jk" and "ok" are said in every language: the person's own is tried first. */
const inAny = ({ memory, knowledge }: Turn, read: (heard: Heard) => CrisisAnswer | undefined) => {
  const order = languages.toSorted((a, b) => Number(b === memory.language) - Number(a === memory.language));
  for (const language of order) {
    const answer = read(knowledge.texts[language].crisis.heard);
    if (answer) return answer;
  }
  return undefined;
};

const aboutCompany = (heard: Heard, words: string): CrisisAnswer | undefined => {
  const said = core(heard, words);
  if (heard.together.includes(said)) return 'yes';
  return heard.alone.includes(said) ? 'no' : undefined;
};

const listed = (heard: Heard, words: string): CrisisAnswer | undefined => {
  const said = [plainWords(words), core(heard, words)];
  const among = (list: readonly string[]): boolean => said.some((each) => list.includes(each));
  if (among(heard.meant)) return 'meant';
  if (among(heard.takenBack) || madeOf(heard.takenBack, core(heard, words))) return 'takenBack';
  if (among(heard.no)) return 'no';
  if (among(heard.unsure)) return 'unsure';
  return among(heard.yes) ? 'yes' : undefined;
};

/** Nothing but phrases of the list one after the other: "never mind, I was kidding". */
const madeOf = (phrases: readonly string[], said: string): boolean => {
  if (said === '' || said.length > longestRetraction) return false;
  let rest = ` ${said.replaceAll(' ', '  ')} `;
  for (const phrase of phrases.toSorted((a, b) => b.length - a.length))
    rest = rest.replaceAll(` ${phrase.replaceAll(' ', '  ')} `, '');
  return rest.trim() === '';
};

/** "No" is an answer only where it stands by itself: "no reason to go on" is none. */
const started = (heard: Heard, words: string): CrisisAnswer | undefined => {
  const said = plainWords(words).split(' ');
  const [first = '', second = ''] = said;
  if (heard.startsYes.includes(first)) return 'yes';
  const alone = /^\W*\p{L}+\s*[,.;:!]/u.test(words) || heard.noThen.includes(second);
  return heard.startsNo.includes(first) && alone && !said.some((word) => heard.but.includes(word))
    ? 'no'
    : undefined;
};

/** The words without those that change nothing: "lol no i promise" is "no". */
const core = (heard: Heard, words: string): string => {
  let said = ` ${plainWords(words)} `;
  for (const filler of heard.filler) said = said.replaceAll(` ${filler} `, ' ');
  return said.trim();
};
