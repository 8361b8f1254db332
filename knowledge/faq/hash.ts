/** FNV-1a of a text's UTF-16 units, going on from `seed`, so that n-grams need no strings of their own. */
export const hashText = (text: string, seed: number, from = 0, to = text.length): number => {
  let hash = seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

/** One hash from two, where the order matters. */
export const joinHashes = (first: number, second: number): number => {
  const mixed = Math.imul(first ^ (second >>> 15), 0x85ebca6b) + Math.imul(second, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};

/** One hash from two, the same in both orders. */
export const pairHashes = (one: number, other: number): number =>
  one < other ? joinHashes(one, other) : joinHashes(other, one);
