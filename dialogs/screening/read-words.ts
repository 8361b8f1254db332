import type { Question } from '../../knowledge/levels-of-care/questions.ts';
import type { Choice } from '../reply.ts';
import type { Heard } from './heard.ts';
import { closeLabel } from './close-label.ts';
import { hasPhrase, hitsOf, startsWith, type Hit } from './phrases.ts';
import { firstGist, hasDoubt, wholeGist } from './read-gist.ts';

/** `sure` where it was said in words that stand for just this; else it is said back, so that it can be put right. */
export interface ReadOption {
  readonly option: string;
  readonly sure: boolean;
}

/** Longer messages are stories: too much may be meant. */
const mostWords = 25;
const mostWordsOfMild = 12;

/** A message that is nothing but the words for an option: "nowhere", "no", "nah not at all", "not sure". */
export const readGist = (
  said: string,
  { id, gist, strict }: Question,
  heard: Heard,
): ReadOption | undefined => {
  const own = heard.ways.get(id)?.find(([way]) => way === said)?.[1];
  const found = wholeGist(said, heard) ?? (!strict && heard.softNo.has(said) ? 'partly' : undefined);
  const option = own ?? (found && gist[found]);
  return option === undefined ? undefined : { option, sure: true };
};

/** Words of the person's own. Nothing vague counts as a mild answer to a question of safety. */
export const readFreely = (
  said: string,
  question: Question,
  choices: readonly Choice[],
  heard: Heard,
): ReadOption | undefined => {
  if (said.split(' ').length > mostWords || asks(said, heard)) return undefined;
  const option =
    byLabel(said, question, choices, heard) ??
    byWays(said, question, heard) ??
    byFirst(said, question, heard);
  return option === undefined || isTooVague(option, said, question, heard)
    ? undefined
    : { option, sure: false };
};

const byLabel = (
  said: string,
  { id }: Question,
  choices: readonly Choice[],
  { lists }: Heard,
): string | undefined => closeLabel(said, choices, lists.negators)?.id.slice(id.length + 1);

const byWays = (said: string, question: Question, heard: Heard): string | undefined => {
  const hits = hitsOf(said, heard.ways.get(question.id) ?? []).filter((hit) => !isNegated(said, hit, heard));
  const [option, ...others] = new Set(hits.map(({ means }) => means));
  if (option === undefined || others.length > 0) return undefined;
  const first = firstGist(said, heard);
  // "Yes" to a question that has no plain yes ("day or night?") is at least no mild answer.
  if (first === 'yes' && question.gist.yes === undefined && isMildest(option, question)) return undefined;
  const begun = first && question.gist[first];
  const severity = (each: string) => question.options.indexOf(each);
  return begun === undefined || severity(option) >= severity(begun) ? option : undefined;
};

/** "Yes, …" and "no, …" with a story after it: enough where it is severe, or where safety is not asked about. */
const byFirst = (said: string, question: Question, heard: Heard): string | undefined => {
  const first = firstGist(said, heard);
  const option = first && question.gist[first];
  if (first === undefined || option === undefined) return undefined;
  if (hits(said, question, heard) || (question.strict && first === 'no')) return undefined;
  const turned = first === 'yes' && rest(said).some((word) => heard.lists.negators.includes(word));
  if (turned) return undefined;
  const doubtful = first === 'yes' && !question.strict && hasDoubt(said, heard);
  return doubtful ? question.gist.partly : option;
};

const isTooVague = (option: string, said: string, question: Question, heard: Heard): boolean =>
  isMildest(option, question) && (hasDoubt(said, heard) || said.split(' ').length > mostWordsOfMild);

/** "Not", "never" or "without" up to three words before it; a "no" at the very start answers the question instead. */
const isNegated = (said: string, { start }: Hit<string>, { lists }: Heard): boolean =>
  said
    .split(' ')
    .slice(0, start)
    .some((word, at) => at >= start - 3 && lists.negators.includes(word) && !(at === 0 && word === 'no'));

const hits = (said: string, { id }: Question, heard: Heard): boolean =>
  hitsOf(said, heard.ways.get(id) ?? []).length > 0;
const isMildest = (option: string, { options }: Question): boolean => options[0] === option;
const asks = (said: string, { lists }: Heard): boolean =>
  lists.asks.some((phrase) => startsWith(said, phrase));
const rest = (said: string): readonly string[] => said.split(' ').slice(1);

export const namesAnother = (said: string, { lists }: Heard): boolean =>
  lists.others.some((phrase) => hasPhrase(said, phrase));
