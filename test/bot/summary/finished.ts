import { say, type Turned } from '../../support/emulator.ts';

/** Words that lead to an IOP, with one question skipped. */
export const toIop = [
  'start screening',
  'no',
  'no',
  '40',
  'no',
  'no',
  'yes',
  'an iop',
  'i can do most',
  'yes',
  'yes',
  'skip',
];

/** Says all of it; the last turn is the result. */
export const finish = async (url: string, conversation: string, more: object = {}): Promise<Turned> => {
  let last: Turned | undefined;
  for (const text of toIop) last = await say(url, conversation, text, more);
  if (last?.screening?.outcome !== 'iop') throw new Error(`no result: ${last?.text}`);
  return last;
};

export const linkIn = ({ text }: Turned): string | undefined => /\((\S*\/summary\/\w+)\)/.exec(text)?.[1];

export const mustLink = (turned: Turned): string => {
  const link = linkIn(turned);
  if (link === undefined) throw new Error(`no link: ${turned.text}`);
  return link;
};
