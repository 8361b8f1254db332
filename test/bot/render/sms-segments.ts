/** What a text message costs: 160 characters fit one segment, of longer ones each part carries 153. */
export const segmentsOf = (text: string): number => (text.length <= 160 ? 1 : Math.ceil(text.length / 153));

/** Carriers act on a message that is one of these words, so nobody may be told to send one. */
export const reserved = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REVOKE',
  'OPTOUT',
  'HELP',
  'INFO',
];

/** Whether a text tells people to write such a word, or shows it in capitals as a word to write. */
export const asksForReserved = (text: string): boolean =>
  reserved.some(
    (word) =>
      new RegExp(`\\b${word}\\b`).test(text) ||
      new RegExp(`\\b(?:text|reply|answer|responda|conteste)(?: with| con)? "?${word}\\b`, 'i').test(text),
  );
