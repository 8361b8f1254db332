import type { TalkTexts } from '../knowledge/texts/talk-texts.ts';
import type { TextsByLanguage } from '../knowledge/texts/texts.ts';
import { languages, type Language } from '../knowledge/language/language.ts';
import { plain, withoutFillers } from './screening/phrases.ts';
import type { Message } from './message.ts';
import { saidPlainly } from './said-plainly.ts';
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

interface Forms {
  /** Without the words around it that change nothing. */
  readonly core: string;
  readonly all: readonly string[];
}

const forms = new WeakMap<Message, Forms>();

/** The message with and without words that change nothing. Made once, as many steps look at it. */
const formsOf = (turn: Turn): Forms => {
  const known = forms.get(turn.message) ?? newForms(turn);
  forms.set(turn.message, known);
  return known;
};

const newForms = (turn: Turn): Forms => {
  const lists = smallTalkWords(turn.knowledge.texts);
  const fillers = [...lists.fillers];
  const text = saidPlainly(turn);
  const calm = text
    .split(' ')
    .filter((word) => !lists.intensifiers.has(word))
    .join(' ');
  const bare = (said: string): string => withoutFillers(said, { fillers, lastFillers: fillers });
  const core = bare(text);
  return { core, all: [text, core, calm, bare(calm)] };
};

/** Whether the whole message is a phrase of the list, with or without words around it that change nothing. */
export const said = (turn: Turn, name: ListName): boolean => {
  if (turn.words.length > longest) return false;
  const list = smallTalkWords(turn.knowledge.texts)[name];
  return formsOf(turn).all.some((form) => list.has(form));
};

/** The language that the person asks for by name: "español", "in English please". */
export const languageAskedFor = (turn: Turn): Language | undefined => {
  if (turn.words.length > longest) return undefined;
  const { core } = formsOf(turn);
  const { texts } = turn.knowledge;
  return languages.find((language) => texts[language].talk.heard.language.includes(core));
};
