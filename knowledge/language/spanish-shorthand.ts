import { leaning } from './detect-language.ts';
import { shorthand } from './shorthand.ts';

/**
 * Short words that mean one thing among Spanish words and another among English ones ("ya", "y", "da"), each as it is
 * read in Spanish.
 */
const inSpanish: ReadonlyMap<string, readonly string[]> = new Map(
  (
    'ya=ya|y=y|n=en|c=se|k=que|ke=que|q=que|x=por|d=de|m=me|t=te|b=be|r=r|u=u|w=w|da=da|dis=dis|don=don|ama=ama|' +
    'cause=cause|toy=estoy|toi=estoy|tamos=estamos|ta=esta|sta=esta|pa=para|nd=nada|bn=bien|tb=tambien|tmb=tambien|' +
    'tbn=tambien|tmbn=tambien|xk=porque|pk=porque|td=todo|tds=todos|dnd=donde|cdo=cuando|xfa=por favor|' +
    'porfa=por favor|pf=por favor|vdd=verdad|tngo=tengo|ntp=no te preocupes'
  )
    .split('|')
    .map((pair): [string, readonly string[]] => {
      const [short = '', long = ''] = pair.split('=');
      return [short, long.split(' ')];
    }),
);
/** Of these the table of chat shorthand knows only the Spanish reading: "my toy", "pa" and "i'm" are English too. */
const neverEnglish: ReadonlySet<string> = new Set(['toy', 'ta', 'pa', 'm', 'd', 'tamos']);
/** Content words of distress that say as much about the language as "the" and "el". */
const spanishToo: ReadonlySet<string> = new Set(
  'vivir morir morirme matarme suicidarme muero mato aguanto siento solo sola cansado cansada triste vida muerte kiero kero qiero aki nadie todo todos toda todas gusta dice dicen quiere haces hago hizo hijos mami miedo pena'.split(
    ' ',
  ),
);

/** Whether a word is read by the language of its neighbours. */
export const isTwofold = (word: string): boolean => inSpanish.has(word);

/** How many words on each side tell the language: people change it in the middle of a message. */
const near = 6;

const leaningAt = (words: readonly string[], at: number): number => {
  let sum = 0;
  for (let other = Math.max(0, at - near); other <= at + near && other < words.length; other += 1) {
    const word = words[other] ?? '';
    if (!inSpanish.has(word)) sum += spanishToo.has(word) ? 1 : leaning(word);
  }
  return sum;
};

/** The words that a twofold one stands for at its place. Without other signs it is taken for English. */
export const readTwofold = (words: readonly string[], at: number): readonly string[] => {
  const word = words[at] ?? '';
  // First in a clause "ya" is Spanish, or an English "yeah"; "you" comes later.
  const opens = word === 'ya' && !/^\p{L}/u.test(words[at - 1] ?? '');
  if (opens || leaningAt(words, at) > 0) return inSpanish.get(word) ?? [word];
  return (neverEnglish.has(word) ? undefined : shorthand.get(word)) ?? [word];
};
