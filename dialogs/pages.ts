/** Cuts a text into pages of at most `length` characters, between sentences where it can, else between words. */
export const pagesOf = (text: string, length: number): readonly string[] => {
  const pages: string[] = [];
  let page = '';
  for (const piece of piecesOf(text, length)) {
    const longer = page === '' ? piece : `${page} ${piece}`;
    if (longer.length <= length) page = longer;
    else {
      pages.push(page);
      page = piece;
    }
  }
  return page === '' ? pages : [...pages, page];
};

/** Sentences; the words of a sentence that is longer than a page; the parts of a word that is. */
const piecesOf = (text: string, length: number): readonly string[] =>
  text
    .split(/(?<=[.?!:])\s+|\n+/)
    .flatMap((sentence) => (sentence.length <= length ? [sentence] : sentence.split(/\s+/)))
    .flatMap((piece) => piece.match(new RegExp(`.{1,${length}}`, 'gs')) ?? []);

/** The same with a hint to read on at the end of every page but the last; the hint counts. */
export const pagesWithHint = (text: string, length: number, hint: string): readonly string[] => {
  if (text.length <= length) return [text];
  const pages = pagesOf(text, length - hint.length - 1);
  return pages.map((page, at) => (at < pages.length - 1 ? `${page} ${hint}` : page));
};
