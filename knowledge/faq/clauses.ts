/** Where one question may end and the next begin; the first kind ends a sentence. */
const seam = /([.!?;\n]+\s*)|,\s+|\s+(?:and also|and|also|plus|but|&|y|y también|y tambien)\s+/gi;
const leastWords = 2;
const mostParts = 40;

export interface Cut {
  readonly halves: readonly [before: string, after: string];
  /** Whether a sentence ends there. */
  readonly sentence: boolean;
}

/** The message cut in two at each seam: two questions in one message are two such halves. */
export const cutsOf = (text: string): readonly Cut[] => {
  const found: Cut[] = [];
  for (const match of text.matchAll(seam)) {
    if (found.length === mostParts) break;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if ([before, after].every((half) => half.trim().split(/\s+/).length >= leastWords))
      found.push({ halves: [before, after], sentence: match[1] !== undefined });
  }
  return found;
};
