/** Where one question may end and the next begin. */
const seam = /[.!?;\n]+\s*|,\s+|\s+(?:and also|and|also|plus|but|&)\s+/i;
const leastWords = 2;
const mostParts = 40;

/**
 * The message cut in two at each seam, as [before, after] pairs: two questions in one message are two such halves.
 */
export const halves = (text: string): readonly (readonly [string, string])[] => {
  const found: [string, string][] = [];
  const cutter = new RegExp(seam, 'gi');
  for (const match of text.matchAll(cutter)) {
    if (found.length === mostParts) break;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if ([before, after].every((half) => half.trim().split(/\s+/).length >= leastWords))
      found.push([before, after]);
  }
  return found;
};
