import type { Language } from './language.ts';
import { normalise } from './normalise.ts';
import { wordsIn } from './tokenise.ts';

const english = new Set(
  'the a an i im ive you u your my me we they he she it its is are was were be been do does did dont not no and or but of for to in on at with what how when where why who this that there here can cant will wont would should have has had get got need want if so just about from help please thanks hi hello hey yes yeah am any out up too after before know'.split(
    ' ',
  ),
);
const spanish = new Set(
  'el la los las un una unos unas yo tu usted ustedes mi mis me te se le les nos lo de del al en con por para que como cuando donde porque quien cual es son esta estoy estan ser estar hay tengo tiene tienen quiero puedo puede necesito necesita no si y o pero muy mas ya sin sobre hola gracias ayuda favor buenos buenas dias tardes noches hacer hace esto eso ese esa mucho nada algo siempre nunca cuanto cuesta cuanta mama papa hijo hija aqui hoy manana ayer soy eres fue era seguro espanol hablan cuantas cuantos cuales quienes ahi alla asi cada cosas entonces tambien otra otro otras otros vez veces desde hasta entre pues voy vamos bien ella ellos nosotros su sus adios grax precio costo depresion psiquiatra terapia terapias pastillas medicina medicinas casa trabajo parale'.split(
    ' ',
  ),
);
/** Words of both lists, or that tell nothing: they never decide. */
const shared = new Set([
  'no',
  'me',
  'a',
  'hay',
  'he',
  'son',
  'so',
  'un',
  'an',
  'can',
  'tu',
  'am',
  'do',
  'o',
  'y',
  'yo',
  'si',
  'sin',
]);
const spanishEnding =
  /(?:cion|ciones|mente|ando|iendo|ado|ados|ada|adas|ario|aria|idad|idades|miento|arme|erme|irme|arse)$/;
const spanishLetters = /[ñ¿¡áéíóú]/gi;
const englishEnding = /(?:ing|tion|ness|ould|ght|ck|th|ee|oo)$/;

/** Which language a normalised word speaks for: above 0 Spanish, below 0 English, 0 where it tells nothing. */
export const leaning = (word: string): number => {
  if (shared.has(word)) return 0;
  if (english.has(word)) return -1;
  if (spanish.has(word)) return 1;
  if (word.length > 4 && spanishEnding.test(word)) return 0.7;
  return englishEnding.test(word) ? -0.5 : 0;
};

/** English or Spanish by function words, endings and letters; undefined where these don't tell. Reads 400 characters. */
export const detectLanguage = (text: string): Language | undefined => {
  const start = text.slice(0, 400);
  const letters = (start.match(spanishLetters) ?? []).length;
  const sum = wordsIn(normalise(start)).reduce(
    (total, word) => total + leaning(word),
    Math.min(letters, 4) * 0.8,
  );
  if (sum >= 0.7) return 'es';
  return sum <= -0.5 ? 'en' : undefined;
};
