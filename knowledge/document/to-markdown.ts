import type { Block, Document, Line, Records, Span } from './document.ts';

/** The page as Markdown, in the form that the formatter keeps. */
export const toMarkdown = ({ title, blocks }: Document): string =>
  `${[`# ${title}`, ...blocks.map(blockText)].join('\n\n')}\n`;

const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'text':
      return block.text;
    case 'quote':
      return `> ${block.text}`;
    case 'bullets':
      return block.items.map((item) => `- ${lineText(item)}`).join('\n');
    case 'contacts':
      return block.contacts.map((contact) => `- ${spanText(contact)}`).join('\n');
    case 'records':
      return table(block);
    case 'figure':
      return `![${block.alt}](${block.file})\n\n${block.caption}`;
  }
};

const lineText = (line: Line): string => line.map(spanText).join('');

const spanText = (span: Span): string => {
  if (typeof span === 'string') return span;
  if ('code' in span) return `\`${span.code}\``;
  return 'ref' in span ? span.ref : `[${span.label}](${span.href})`;
};

/** Columns as wide as their widest cell. */
const table = ({ head, rows }: Records): string => {
  const texts = rows.map(({ id, cells }) => [id, ...cells.map((lines) => lines.map(lineText).join('<br>'))]);
  const widths = head.map((_, at) => Math.max(3, ...[head, ...texts].map((cells) => cells[at]?.length ?? 0)));
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...texts.map(row)].join('\n');
};
