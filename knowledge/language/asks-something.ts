import { normalise } from './normalise.ts';
import { tokenise, isWord } from './tokenise.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** First words of a clause that asks for something; `how` and the like in English and Spanish. */
const starters = words(
  'what whats how hows when where wheres who which why can could do does did is are will would should may tell explain show give ' +
    'que cual cuales como cuando donde quien cuanto cuanta cuantos cuantas puedo puede pueden hay tiene tienen aceptan es son diga digame dime explique muestre',
);
/** Words that people clear their throat with before they ask. */
const openers = words(
  'ok okay k so well um uh hm hmm hey hi oh also then anyway anyways like bueno entonces pues oye oiga este ah hola',
);
const wishes =
  /\b(?:need to know|want to know|wondering|question about|questions about|ask about|info|information|looking for|quiero saber|quisiera saber|necesito saber|pregunta sobre|preguntar|informacion|busco)\b/;
/** Words of someone who tells of a person rather than naming a subject ("php hours"). */
const persons = words(
  'i im ive id ill me my mine myself we our us you your u ur he shes she hes her his they them no not cant dont wont nobody nothing everyone everything ' +
    'yo me mi mis nos usted tu ella el le lo nadie nada todo todos no nunca estoy soy tengo quiero',
);
const fewWords = 4;

const clauses = (tokens: readonly string[]): readonly (readonly string[])[] => {
  const all: string[][] = [[]];
  for (const token of tokens) {
    if (!isWord(token) || token === 'and' || token === 'but' || token === 'y' || token === 'pero')
      all.push([]);
    else all.at(-1)?.push(token);
  }
  return all;
};

const firstOf = (clause: readonly string[]): string => clause.find((word) => !openers.has(word)) ?? '';

/** Whether words ask for something or name a subject, rather than tell of a person: "php hours?", not "I can't sleep". */
export const asksSomething = (text: string): boolean => {
  const plain = normalise(text);
  const tokens = tokenise(plain);
  if (/[?¿]/.test(text) || wishes.test(plain)) return true;
  if (clauses(tokens).some((clause) => starters.has(firstOf(clause)))) return true;
  const said = tokens.filter(isWord);
  return said.length <= fewWords && !said.some((word) => persons.has(word));
};
