import type { TalkTexts } from '../knowledge/texts/talk-texts.ts';
import type { TextsByLanguage } from '../knowledge/texts/texts.ts';
import { languages, type Language } from '../knowledge/language/language.ts';
import { plain, withoutFillers } from './screening/phrases.ts';
import type { Turn } from './turn.ts';

type ListName = keyof TalkTexts['heard'];
type Lists = Readonly<Record<ListName, ReadonlySet<string>>>;

const read = new WeakMap<TextsByLanguage, Lists>();

/** The words of small talk, in their plain form; of all languages together, as people mix them. */
export const smallTalkWords = (texts: TextsByLanguage): Lists => {
  const lists = read.get(texts) ?? merge(Object.values(texts).map(({ talk }) => talk.heard));
  read.set(texts, lists);
  return lists;
};

const merge = (all: readonly TalkTexts['heard'][]): Lists => {
  const names = Object.keys(all[0] ?? {}) as ListName[];
  const list = (name: ListName) => new Set(all.flatMap((heard) => heard[name]).map(plain));
  return Object.fromEntries(names.map((name) => [name, list(name)])) as Partial<Lists> as Lists;
};

/** Longer messages are no small talk, however they begin. */
const longest = 120;

/** Whether the whole message is a phrase of the list, with or without words around it that change nothing. */
export const said = ({ words, knowledge }: Turn, name: ListName): boolean => {
  if (words.length > longest) return false;
  const lists = smallTalkWords(knowledge.texts);
  const text = plain(words);
  const fillers = [...lists.fillers];
  const plainly = text.split(' ').filter((word) => !lists.intensifiers.has(word));
  return [text, plainly.join(' ')].some(
    (each) =>
      lists[name].has(each) || lists[name].has(withoutFillers(each, { fillers, lastFillers: fillers })),
  );
};

/** The language that the person asks for by name: "español", "in English please". */
export const languageAskedFor = (words: string, texts: TextsByLanguage): Language | undefined => {
  if (words.length > longest) return undefined;
  const fillers = [...smallTalkWords(texts).fillers];
  const core = withoutFillers(plain(words), { fillers, lastFillers: fillers });
  return languages.find((language) => texts[language].talk.heard.language.includes(core));
};
