import { normalise } from '../language/normalise.ts';

/** A word of a message; `gap` stands for something that was taken out before its words were looked at. */
export interface Token {
  /** In small letters, without marks: as vocabularies have it. */
  readonly plain: string;
  readonly gap: boolean;
  /** A capital first, where no sentence begins. */
  readonly capital: boolean;
}

const gapSign = '\u0001';

/** What names a person or place by its mere form: addresses of the web and of post, handles, and all with a digit. */
const forms: readonly RegExp[] = [
  /\b(?:https?:|www\.)\S*/giu,
  /\S*@\s?\S*/gu,
  /\S+\s+(?:at|arroba)\s+\S+\s+(?:dot|punto)\s+\S+/giu,
  /\S+(?:\.|\s+(?:dot|punto)\s+)(?:com|org|net|edu|gov|io|info|co|us|mx)(?![\p{L}])\S*/giu,
  /\S*\p{N}\S*/gu,
  /\S*[_#]\S*/gu,
];

/** The message's words in order, with gaps where forms were taken out. */
export const tokensOf = (text: string): readonly Token[] => {
  const folded = text.normalize('NFKC').replaceAll(gapSign, ' ');
  const marked = forms.reduce((rest, form) => rest.replaceAll(form, ` ${gapSign} `), folded);
  const shouting = !/\p{Ll}/u.test(marked);
  let begins = true;
  return (
    marked.match(new RegExp(`${gapSign}|[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)?|[.!?\\n]`, 'gu')) ?? []
  ).flatMap((piece) => {
    const first = begins;
    begins = /^[.!?\n]$/.test(piece);
    if (begins) return [];
    const capital = !first && !shouting && /^\p{Lu}/u.test(piece);
    return [{ plain: normalise(piece), gap: piece === gapSign, capital }];
  });
};
