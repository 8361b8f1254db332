const alphabet = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Whether a text message carries it at one septet a character: 160 in one segment, 306 in two. */
export const isGsm7 = (text: string): boolean => Array.from(text).every((letter) => alphabet.has(letter));

/** Takes the accent off letters that text messages don't have, so that "á" does not cost half of the space. */
export const toGsm7 = (text: string): string =>
  Array.from(text, (letter) => (alphabet.has(letter) ? letter : withoutAccent(letter))).join('');

const withoutAccent = (letter: string): string => letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
