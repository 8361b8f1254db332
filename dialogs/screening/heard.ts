import { questionIds, type QuestionId } from '../../knowledge/levels-of-care/ids.ts';
import type { Gist } from '../../knowledge/levels-of-care/questions.ts';
import { commandIds, type CommandId, type ScreeningTexts } from '../../knowledge/texts/screening-texts.ts';
import type { TextsByLanguage } from '../../knowledge/texts/texts.ts';
import { plain } from './phrases.ts';

interface GistWords {
  readonly whole: ReadonlySet<string>;
  readonly ends: readonly string[];
  readonly begins: readonly string[];
}

/** The words in which people answer, of all languages together, in their plain form. */
export interface Heard {
  readonly gists: Readonly<Record<Gist, GistWords>>;
  readonly softNo: ReadonlySet<string>;
  readonly ways: ReadonlyMap<QuestionId, readonly (readonly [string, string])[]>;
  readonly commands: readonly (readonly [string, CommandId])[];
  readonly ages: readonly (readonly [string, number])[];
  readonly lists: Readonly<Record<ListName, readonly string[]>>;
}
type ListName =
  | 'fillers'
  | 'lastFillers'
  | 'starts'
  | 'doubt'
  | 'negators'
  | 'asks'
  | 'others'
  | 'forOthers'
  | 'younger'
  | 'years'
  | 'months';

const read = new WeakMap<TextsByLanguage, Heard>();

/** Read once for each set of texts: people mix languages, so what is understood does not depend on the reply's. */
export const heardOf = (texts: TextsByLanguage): Heard => {
  const heard = read.get(texts) ?? merge(Object.values(texts).map(({ screening }) => screening));
  read.set(texts, heard);
  return heard;
};

const merge = (all: readonly ScreeningTexts[]): Heard => {
  const list = (pick: (texts: ScreeningTexts) => readonly string[]) => all.flatMap(pick).map(plain);
  const gist = (name: Gist): GistWords => ({
    whole: new Set(list(({ heard }) => heard[name].whole)),
    ends: list(({ heard }) => heard[name].ends),
    begins: list(({ heard }) => heard[name].begins),
  });
  return {
    gists: { yes: gist('yes'), no: gist('no'), unsure: gist('unsure'), partly: gist('partly') },
    softNo: new Set(list(({ heard }) => heard.softNo)),
    ways: new Map(questionIds.map((id) => [id, all.flatMap(({ questions }) => waysIn(questions[id]))])),
    commands: commandIds.flatMap((id) =>
      list(({ heard, actions }) => [...heard.commands[id], actions[id]]).map(
        (phrase): [string, CommandId] => [phrase, id],
      ),
    ),
    ages: all.flatMap(({ heard }) =>
      Object.entries(heard.ages).map(([word, age]): [string, number] => [plain(word), age]),
    ),
    lists: {
      fillers: list(({ heard }) => heard.fillers),
      lastFillers: list(({ heard }) => heard.lastFillers),
      starts: list(({ heard }) => heard.starts),
      doubt: list(({ heard }) => heard.doubt),
      negators: list(({ heard }) => heard.negators),
      asks: list(({ heard }) => heard.asks),
      others: list(({ heard }) => heard.others),
      forOthers: list(({ heard }) => heard.forOthers),
      younger: list(({ heard }) => heard.younger),
      years: list(({ heard }) => heard.years),
      months: list(({ heard }) => heard.months),
    },
  };
};

/** Each phrase with the option that it means. */
const waysIn = ({
  ways = {},
}: ScreeningTexts['questions'][QuestionId]): readonly (readonly [string, string])[] =>
  Object.entries(ways).flatMap(([option, phrases]) =>
    phrases.map((way): [string, string] => [plain(way), option]),
  );
