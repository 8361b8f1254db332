import { escapeHtml } from '../../knowledge/document/escape-html.ts';
import type { Block, Figure, Line, Records, Span } from '../../knowledge/document/document.ts';

/** A page's blocks as HTML, with a list of its parts, called `contents`, before the first; the title is the shell's. */
export const documentHtml = (blocks: readonly Block[], contents: string): string => {
  const first = blocks.findIndex(isPart);
  const whole = [...blocks.slice(0, first).map(blockHtml), contentsHtml(blocks, contents)];
  return [...whole, ...blocks.slice(first).map(blockHtml)].join('\n');
};

const isPart = (block: Block): boolean => block.kind === 'heading' && block.level === 2;

const contentsHtml = (blocks: readonly Block[], title: string): string => {
  const links = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2
      ? [`<li><a href="#${partId(block.text)}">${escapeHtml(block.text)}</a></li>`]
      : [],
  );
  return `<nav class="contents" aria-label="${escapeHtml(title)}"><p>${escapeHtml(title)}</p><ul>${links.join('\n')}</ul></nav>`;
};

const partId = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

const blockHtml = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return headingHtml(block.level, block.text);
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'quote':
      return `<blockquote><p>${escapeHtml(block.text)}</p></blockquote>`;
    case 'bullets':
      return `<ul>${block.items.map((item) => `<li>${lineHtml(item)}</li>`).join('\n')}</ul>`;
    case 'contacts':
      return `<ul class="contacts">${block.contacts.map((each) => `<li>${spanHtml(each)}</li>`).join('\n')}</ul>`;
    case 'records':
      return recordsHtml(block);
    case 'figure':
      return figureHtml(block);
  }
};

const headingHtml = (level: number, text: string): string => {
  const id = level === 2 ? ` id="${partId(text)}"` : '';
  return `<h${level}${id}>${escapeHtml(text)}</h${level}>`;
};

/** A list instead of a table: it reads the same at any width, also aloud. */
const recordsHtml = ({ head, rows }: Records): string => {
  const items = rows.map(({ id, cells: [title = [], ...rest] }) => {
    const mark = `<span class="mark">${escapeHtml(id)}</span> <span>${linesHtml(title)}</span>`;
    const heading = rest.length > 0 ? `<h3>${mark}</h3>` : `<p>${mark}</p>`;
    const parts = rest.map((lines, at) => partHtml(head[at + 2] ?? '', lines)).join('\n');
    return `<li id="${escapeHtml(id)}">${heading}${parts === '' ? '' : `<dl>${parts}</dl>`}</li>`;
  });
  const kind = rows.some(({ cells }) => cells.length > 1) ? 'records' : 'records short';
  return `<ol class="${kind}">${items.join('\n')}</ol>`;
};

const partHtml = (name: string, lines: readonly Line[]): string =>
  `<div><dt>${escapeHtml(name)}</dt>${lines.map((line) => `<dd>${lineHtml(line)}</dd>`).join('')}</div>`;

/** The drawing is made of data by ourselves, so it stands in the page as it is. */
const figureHtml = ({ svg, caption }: Figure): string =>
  `<figure>${svg}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;

const linesHtml = (lines: readonly Line[]): string => lines.map(lineHtml).join('<br>');
const lineHtml = (line: Line): string => line.map(spanHtml).join('');

const spanHtml = (span: Span): string => {
  if (typeof span === 'string') return escapeHtml(span);
  if ('code' in span) return `<code>${escapeHtml(span.code)}</code>`;
  if ('ref' in span) return `<a href="#${escapeHtml(span.ref)}">${escapeHtml(span.ref)}</a>`;
  return `<a href="${escapeHtml(span.href)}">${escapeHtml(span.label)}</a>`;
};
