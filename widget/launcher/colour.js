// The button's colour: any that the site names, with words on it that can be read.
const usual = '#14566b';

/** Relative luminance, 0 to 1 (WCAG 2.2), of a colour as `#rrggbb`. */
const luminance = (colour) => {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast that WCAG 2.2 AA asks of words. */
const enough = 4.5;
const whiteReads = (colour) => 1.05 / (luminance(colour) + 0.05) >= enough;

const long = (colour) =>
  /^#[\da-f]{3}$/i.test(colour)
    ? `#${colour.slice(1).replace(/./g, '$&$&')}`
    : /^#[\da-f]{6}$/i.test(colour)
      ? colour
      : undefined;

/** White or black always reaches 4.5 on any colour. `warn` takes one sentence for whoever built the page. */
export const readable = (wished, warn) => {
  const given = wished ? long(wished.trim()) : usual;
  if (given === undefined)
    warn(`data-color "${wished}" is not a colour such as ${usual}, so the usual one is used.`);
  const ground = given ?? usual;
  const white = whiteReads(ground);
  if (!white) warn(`data-color "${wished}" is too light for white words, so they are black.`);
  return { ground, words: white ? '#ffffff' : '#000000' };
};
