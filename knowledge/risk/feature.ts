/** A piece of a feature's name and its hash, made once for each word. */
export interface Part {
  readonly text: string;
  readonly hash: number;
}

/** FNV-1a over the UTF-16 units. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
};

export const partOf = (text: string): Part => ({ text, hash: hashOf(text) });

/** The bucket of a kind of feature and its parts, in order. `buckets` is a power of two. */
export const bucketOf = (kind: Part, parts: readonly Part[], buckets: number): number => {
  let hash = kind.hash;
  for (const part of parts) hash = Math.imul(hash ^ part.hash ^ (hash >>> 13), 0x5bd1e995);
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 8) & (buckets - 1);
};

/** What a person reads in a verdict's signals. */
export const featureName = (kind: Part, parts: readonly Part[]): string =>
  `${kind.text}:${parts.map((part) => part.text).join(' ')}`;

/** Takes one feature: its kind, how much it weighs beside others, and its parts. */
export type Emit = (kind: Part, weight: number, ...parts: readonly Part[]) => void;
