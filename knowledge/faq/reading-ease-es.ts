/** Names that stand in English in a Spanish text, and are read as one word. */
const names =
  /\b(?:FindTreatment\.gov|Crisis Text Line|dol\.gov|EE\. UU\.|(?:IOP|IOT|PHP|SAMHSA|NAMI|FMLA)s?)/g;
const strong = 'aeoáéóíú';

/**
 * How easy a Spanish text is to read: Szigriszt Pazos' perspicuity (1993), from 0 to 100 and beyond. On the INFLESZ
 * scale 55 is what most adults read without effort, and 65 is rather easy.
 */
export const readingEaseEs = (text: string): number => {
  const plain = text.replace(names, 'sol').replaceAll(/(?<=\d)[-.](?=\d)/g, '');
  const sentences = plain
    .split(/[.?!:]+(?=["')\]]*(?:\s|$))|\n+/)
    .map((sentence) => sentence.toLowerCase().match(/\p{L}+|\d+/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + syllablesInEs(word), 0);
  return 206.835 - 62.3 * (syllables / words.length) - words.length / sentences.length;
};

/** Each strong or accented vowel is a syllable with the weak ones around it; weak ones alone are one together. */
export const syllablesInEs = (word: string): number => {
  const spoken = word.replaceAll(/qu(?=[eiéí])|gu(?=[eiéí])/g, 'g');
  const nuclei = spoken.match(new RegExp(`[iuüy]*[${strong}](?:[iuü]|y(?![${strong}iuü]))*|[iuüy]+`, 'g'));
  return Math.max(1, nuclei?.length ?? 0);
};
