/** Names that a reader takes as one sign, as in English; their long words say nothing about how hard a text is. */
const names =
  /programas? intensivos? ambulatorios?|hospitalización parcial|atención ambulatoria|FindTreatment\.gov|\b(?:IOP|PHP)\b/gi;

/**
 * How easily a Spanish text reads, on the INFLESZ scale (Szigriszt-Pazos 1993, Barrio-Cantalejo 2008): 65 and more
 * is "fairly easy", 80 and more "very easy". Each line of a list is a sentence; a figure is a word of one syllable.
 */
export const spanishReadingEase = (text: string): number => {
  const sentences = text
    .replaceAll(names, 'Uno')
    .split(/[.?!:;]+(?=["')»\s]|$)|\n+/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.835 - 62.3 * (syllables / words.length) - words.length / sentences.length;
};

const wordsOf = (sentence: string): readonly string[] =>
  sentence.toLowerCase().match(/[a-záéíóúüñ]+|\d+/g) ?? [];

/**
 * Groups of vowels, where two strong ones (a, e, o) and a weak one with an accent (í, ú) are spoken apart;
 * the u of "que", "qui", "gue" and "gui" is silent, and y is a vowel at the end only.
 */
export const spanishSyllables = (word: string): number => {
  if (/^\d+$/.test(word)) return 1;
  const spoken = word.replaceAll(/([qg])u(?=[eéií])/g, '$1').replace(/y$/, 'i');
  const groups = spoken.match(/[aeiouáéíóúü]+/g) ?? [];
  const apart = groups.reduce((sum, group) => sum + breaksIn(group), 0);
  return Math.max(1, groups.length + apart);
};

const breaksIn = (vowels: string): number =>
  Array.from(vowels.slice(1), (vowel, at) => [vowels[at] ?? '', vowel] as const).filter(
    ([first, second]) =>
      (isStrong(first) && isStrong(second)) ||
      (/[íú]/.test(first + second) && (isStrong(first) || isStrong(second))),
  ).length;

const isStrong = (vowel: string): boolean => /[aeoáéó]/.test(vowel);
