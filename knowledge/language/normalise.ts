import { emojiWords } from './emoji-words.ts';

/** Cyrillic and Greek letters that look like Latin ones; used only in words that also hold Latin letters. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  (
    'а:a е:e о:o р:p с:c х:x у:y і:i ї:i ј:j ѕ:s ԁ:d һ:h к:k м:m т:t в:b н:h г:r ' +
    'α:a ο:o ρ:p ε:e ι:i κ:k ν:v τ:t υ:u χ:x ɑ:a ɡ:g ı:i'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** Small capitals, by which whole words are dressed up. */
const smallCapitals: ReadonlyMap<string, string> = new Map(
  Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', (letter, at): [string, string] => [
    letter,
    'abcdefghijklmnoprstuvwyz'[at] ?? letter,
  ]),
);

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** Marks over and under Latin and Arabic letters. */
const marks = /[\u0300-\u036f]|[\u064b-\u065f]|\u0670/g;
const apostrophes = /[\u2018\u2019\u201a\u201b\u02bc\u02b9\u02bb\u00b4\u0060\u2032\uff07]/g;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

const withoutTags = (text: string): string => {
  if (!text.includes('<') && !text.includes('&')) return text;
  return text
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ')
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|#39);/gi,
      (whole, name: string) => entities[name.toLowerCase()] ?? whole,
    );
};

const latinWord = /[a-z]/;
const foreignLetter = /[\u0251\u0261\u0131\u0370-\u03ff\u0400-\u052f]/;

const unmasked = (word: string): string =>
  latinWord.test(word) && foreignLetter.test(word)
    ? Array.from(word, (letter) => lookAlikes.get(letter) ?? letter).join('')
    : word;

const withEmojiWords = (text: string): string =>
  text.replace(/\p{Extended_Pictographic}\p{Emoji_Modifier}?/gu, (emoji) => {
    const name = emojiWords.get(emoji) ?? emojiWords.get(emoji.slice(0, 2));
    return name === undefined ? ' ' : ` ${name} `;
  });

/**
 * The same text for every way of typing it: one form of letters, case, apostrophes and spaces,
 * no marks over letters, no invisible characters, no tags, emoji as words (`emoji_skull`).
 * Letters stretched to three or more are cut to two. Line breaks stay, as they end a sentence.
 */
export const normalise = (text: string): string => {
  const plain = withoutTags(text.normalize('NFKC'))
    .replace(/(?<=\p{Ll})I{2,}(?!\p{Lu})/gu, (capitals) => 'l'.repeat(capitals.length))
    .replace(/[\u0262-\u029f\u1d00-\u1d22\ua730\ua731]/g, (letter) => smallCapitals.get(letter) ?? letter)
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(invisible, '')
    .replace(apostrophes, "'");
  return withEmojiWords(plain)
    .replace(/\S+/g, unmasked)
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
};
