import type { Contact } from '../helplines/contact.ts';

/** A public page as data: written once, read as Markdown in `docs/` and as HTML from the service. */
export interface Document {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Words, a code of the data, a number of the same page to look up, or a way to reach help. */
export type Span = string | { readonly code: string } | { readonly ref: string } | Contact;
export type Line = readonly Span[];

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly level: 2 | 3 }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly Line[] }
  | { readonly kind: 'contacts'; readonly contacts: readonly Contact[] }
  | Records
  | Figure;

/** A table; where there is little room its rows stand one below the other. */
export interface Records {
  readonly kind: 'records';
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}
export interface Row {
  /** What `ref` names, unique on the page; stands in the first column. */
  readonly id: string;
  /** The other columns, each of one line or more. */
  readonly cells: readonly (readonly Line[])[];
}

export interface Figure {
  readonly kind: 'figure';
  /** Relative to `docs/`. */
  readonly file: string;
  readonly alt: string;
  readonly svg: string;
  readonly caption: string;
}

/** The words of a line alone. */
export const plainLine = (line: Line): string =>
  line
    .map((span) => {
      if (typeof span === 'string') return span;
      if ('code' in span) return span.code;
      return 'ref' in span ? span.ref : span.label;
    })
    .join('');

/** Things in a row, with words between them: "a, b or c". */
export const joined = (spans: readonly Span[], last: string): Line =>
  spans.flatMap((span, at) => {
    if (at === 0) return [span];
    return [at === spans.length - 1 ? ` ${last} ` : ', ', span];
  });
