const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What a page says from its title to the end of its content, as words in a row; the list of its parts left out. */
export const wordsOfPage = (html: string): string => {
  const content = html.slice(html.indexOf('<h1>'), html.indexOf('</main>'));
  return content
    .replaceAll(/<nav[\s\S]*?<\/nav>|<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<\/?(?:a|code|span)\b[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
};

/** The same of a Markdown document: pieces of text in order, table cells each for themselves. */
export const piecesOfMarkdown = (markdown: string): readonly string[] =>
  markdown
    .replaceAll(/^\| -.*$|^!\[.*$/gm, '')
    .split(/\n+|<br>|(?<=^|\n|\s)\|\s|\s\|(?=\s|$)/)
    .map((piece) =>
      piece
        .replace(/^(?:#+|>|-) /, '')
        .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
        .replaceAll('`', '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((piece) => piece !== '' && piece !== '|');
