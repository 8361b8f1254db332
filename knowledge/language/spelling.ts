const leetLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '|': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
  '8': 'b',
};

const masked = /[\d@$!|+]/;
const letters = /[a-z]/;

/** `k1ll` → `kill`; undefined where the word holds no stand-in for a letter. */
const unleet = (word: string): string | undefined =>
  masked.test(word) && letters.test(word)
    ? Array.from(word, (letter) => leetLetters[letter] ?? letter).join('')
    : undefined;

/** Whether one letter more, less or other, or two swapped, makes one word of the other. */
const oneSlipApart = (a: string, b: string): boolean => {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  if (long.slice(at + 1) === short.slice(at + 1)) return true;
  return (
    long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2)
  );
};

/** Puts slips right towards a small set of words that matter, and never touches a known word. */
export interface Speller {
  /** The word meant, or the word as it is. */
  correct(word: string): string;
  knows(word: string): boolean;
}

/**
 * `known` are all words to leave alone; `targets` those worth finding behind a slip (one letter more, less, other
 * or two swapped) or behind digits and signs. Words under five letters are only freed of digits and signs.
 */
export const createSpeller = (known: ReadonlySet<string>, targets: ReadonlySet<string>): Speller => {
  const byShape = new Map<string, string[]>();
  for (const target of targets) {
    if (target.length < 5) continue;
    const shape = `${target[0]}${target.length}`;
    const there = byShape.get(shape);
    if (there === undefined) byShape.set(shape, [target]);
    else there.push(target);
  }
  const near = (word: string): string | undefined => {
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      const hit = byShape.get(`${word[0]}${length}`)?.find((target) => oneSlipApart(word, target));
      if (hit !== undefined) return hit;
    }
    return undefined;
  };
  const knows = (word: string): boolean => known.has(word) || targets.has(word);
  const correct = (word: string): string => {
    if (knows(word)) return word;
    const plain = unleet(word);
    if (plain !== undefined)
      return knows(plain) ? plain : word.length > 20 ? word : (unleetOther(word, knows) ?? word);
    const single = word.replace(/([a-z])\1+/g, '$1');
    if (single !== word && targets.has(single)) return single;
    return word.length < 5 || word.length > 20 ? word : (near(word) ?? word);
  };
  return { correct, knows };
};

/** A one may also stand for an l: `ki11`. */
const unleetOther = (word: string, knows: (word: string) => boolean): string | undefined => {
  const withL = word.replace(/[1!|]/g, 'l');
  const other = unleet(withL) ?? withL;
  return knows(other) ? other : undefined;
};
