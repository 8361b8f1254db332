/** Names that a reader takes as one sign; their long words say nothing about how hard a text is. */
const names =
  /\b(?:intensive outpatient (?:program|therapy|treatment)s?|partial hospitalization(?: program)?s?|National Alliance on Mental Illness|FindTreatment\.gov|Crisis Text Line|(?:IOP|IOT|PHP|SAMHSA|NAMI|FMLA)s?|dol\.gov)\b/gi;
/** Words whose syllables the rules below get wrong. */
const exceptions = new Map(
  Object.entries({
    2: 'people being going doing quiet diet science someone something sometimes themselves lonely safely hopeful business evening evenings',
    3: 'area idea everyone therapies',
    4: 'anxiety',
  }).flatMap(([count, words]) => words.split(' ').map((word) => [word, Number(count)] as const)),
);

/**
 * The U.S. school grade a text asks for (Flesch-Kincaid). Each line of a list is a sentence, a figure is a word
 * of one syllable, and so is the name of a program.
 */
export const readingGrade = (text: string): number => {
  const plain = text.replace(names, 'Name').replaceAll(/(?<=\d)[-.](?=\d)/g, '');
  const sentences = plain
    .split(/[.?!:]+(?=["')\]]*(?:\s|$))|\n+/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
};

const wordsOf = (sentence: string): readonly string[] =>
  sentence.toLowerCase().match(/[a-z]+(?:'[a-z]+)?|\d+/g) ?? [];

/** Groups of vowels, less those that are not spoken, plus those that are spoken apart. */
export const syllablesIn = (word: string): number => {
  const known = exceptions.get(word);
  if (known !== undefined) return known;
  const spoken = word
    .replace(/'[a-z]*$/, '')
    .replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, (end) => end.slice(0, 1));
  const sibilant = /(?:[sxz]|ch|sh|[cg])es$/.test(word) ? 1 : 0;
  const groups = spoken.replace(/^y/, '').match(/[aeiouy]+/g)?.length ?? 0;
  const apart = spoken.match(/i(?:a(?!l|n\b)|o(?!n|us)|et)|[^q]ua|eo|uou/g)?.length ?? 0;
  return Math.max(1, groups + apart + sibilant);
};
