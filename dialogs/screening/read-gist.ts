import type { Gist } from '../../knowledge/levels-of-care/questions.ts';
import type { Heard } from './heard.ts';
import { hasPhrase, startsWith, withoutFillers } from './phrases.ts';

const gists: readonly Gist[] = ['no', 'yes', 'unsure', 'partly'];

/** What a whole message says in plain words: "nah", "no i am not", "kind of". Clear, or nothing. */
export const wholeGist = (said: string, heard: Heard): Gist | undefined => {
  const bare = withoutFillers(said, heard.lists);
  return gists.find((gist) => isWhole(said, gist, heard) || isWhole(bare, gist, heard));
};

const isWhole = (said: string, gist: Gist, { gists: words }: Heard): boolean => {
  const { whole, ends } = words[gist];
  if (whole.has(said)) return true;
  return ends.some((end) => said.endsWith(` ${end}`) && whole.has(said.slice(0, -end.length - 1)));
};

/** What a message begins with: "yes", and then a story. */
export const firstGist = (said: string, heard: Heard): Gist | undefined => {
  const bare = withoutFillers(said, heard.lists);
  return gists.find((gist) => heard.gists[gist].begins.some((word) => startsWith(bare, word)));
};

/** Whether anything in it makes a mild answer unclear: "no but sometimes", "only at night". */
export const hasDoubt = (said: string, heard: Heard): boolean =>
  heard.lists.doubt.some((phrase) => hasPhrase(said, phrase));
