import { read } from './reader.ts';

/** Concept → words and phrases that stand for it, as in `synonyms.yaml`. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/** Stemmed phrase → the concepts it stands for. */
export interface Lexicon {
  readonly phrases: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}

/** A lexicon as it is stored: stemmed phrases with their concepts. */
export type PhraseTable = readonly (readonly [phrase: string, concepts: readonly string[]])[];

export const compilePhrases = (synonyms: Synonyms): PhraseTable => {
  const phrases = new Map<string, Set<string>>();
  for (const [concept, words] of Object.entries(synonyms))
    for (const word of words) {
      const key = read(word).stems.join(' ');
      phrases.set(key, (phrases.get(key) ?? new Set()).add(concept));
    }
  return Array.from(phrases, ([phrase, concepts]) => [phrase, [...concepts]] as const);
};

export const openLexicon = (table: PhraseTable): Lexicon => ({
  phrases: new Map(table),
  longest: table.reduce((most, [phrase]) => Math.max(most, phrase.split(' ').length), 1),
});

export const compileLexicon = (synonyms: Synonyms): Lexicon => openLexicon(compilePhrases(synonyms));

/** A concept, the word at which it stands, and how many words name it. */
export interface Sighting {
  readonly concept: string;
  readonly at: number;
  readonly length: number;
}

/** All concepts of a stemmed text; a longer phrase hides shorter ones that it covers. */
export const conceptsIn = (stems: readonly string[], lexicon: Lexicon): readonly Sighting[] => {
  const found: Sighting[] = [];
  for (let at = 0; at < stems.length;) {
    let taken = 1;
    for (let length = Math.min(lexicon.longest, stems.length - at); length > 0; length -= 1) {
      const concepts = lexicon.phrases.get(stems.slice(at, at + length).join(' '));
      if (concepts === undefined) continue;
      for (const concept of concepts) found.push({ concept, at, length });
      taken = length;
      break;
    }
    at += taken;
  }
  return found;
};
