/** Marks that end a sentence, and weaker ones that part clauses; they are tokens of their own. */
export const sentenceEnds: ReadonlySet<string> = new Set(['.', '!', '?', '\n']);
export const clauseMarks: ReadonlySet<string> = new Set([',', ';', ':', '(', ')', '"', '-', '/']);

const token =
  /w\/o?(?![\p{L}])|\p{N}{1,2}:\p{N}{2}|[@$]?[a-z]{1,3}(?:[@$!|*+]+[a-z]{1,5})+|[@$]?[\p{L}\p{N}_]+(?:['’.@$|*][\p{L}\p{N}_]+)*|[.!?\n,;:()"/-]|[¿¡。！？，、；：「」]/gu;
const joins = new Map([
  ['w/', 'with'],
  ['w/o', 'without'],
]);
const foreignMarks = new Map(
  Object.entries({
    '。': '.',
    '！': '!',
    '？': '?',
    '，': ',',
    '、': ',',
    '；': ';',
    '：': ':',
    '「': '"',
    '」': '"',
    '¿': ',',
    '¡': ',',
  }),
);
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;

/** Scripts without spaces (and Korean, whose endings vary) are taken letter by letter. */
const lettersOf = (word: string): readonly string[] => {
  if (!unspaced.test(word)) return [word];
  return word.split(/([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f])/).filter((part) => part !== '');
};

/** Words and marks of a normalised text, in order. Apostrophes go ("don't" is `dont`), so do dots inside words. */
export const tokenise = (normalised: string): readonly string[] => {
  const tokens: string[] = [];
  for (const [found] of normalised.matchAll(token)) {
    const mark = foreignMarks.get(found) ?? found;
    if (sentenceEnds.has(mark) || clauseMarks.has(mark)) tokens.push(mark);
    else tokens.push(...lettersOf(joins.get(mark) ?? found.replaceAll(/(?<=\D)['.]|['.](?=\D)/g, '')));
  }
  return tokens;
};

/** Whether a token is a word, not a mark. */
export const isWord = (text: string): boolean => !sentenceEnds.has(text) && !clauseMarks.has(text);

/** Only the words of a normalised text. */
export const wordsIn = (normalised: string): readonly string[] => tokenise(normalised).filter(isWord);
