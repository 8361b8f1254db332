import { randomUUID } from 'node:crypto';
import { StorageError } from '../errors.ts';
import type { Expected, Write } from './storage.ts';

/** A write whose document is JSON text already: what can fail on the caller's side has failed by then. */
export interface EncodedWrite {
  readonly key: string;
  /** undefined deletes the document. */
  readonly text: string | undefined;
  readonly expect: Expected;
  /** Milliseconds since 1970; undefined: kept until it is deleted. */
  readonly expires: number | undefined;
}

/** Throws StorageError for what JSON or a clock can't hold. */
export const encodeWrite = ({ key, document, expect, expires }: Write): EncodedWrite => {
  const time = expires?.getTime();
  if (Number.isNaN(time)) throw new StorageError('a document expires at an invalid date');
  return { key, text: document && encodeDocument(document), expect, expires: time };
};

/** No cause is kept: the reason would name parts of the document. */
const encodeDocument = (document: object): string => {
  const text = toJson(document);
  if (text === undefined) throw new StorageError('a document is not JSON');
  return text;
};

const toJson = (document: object): string | undefined => {
  try {
    // A function or a toJSON without a result makes undefined, which the library's type leaves out.
    const text: string | undefined = JSON.stringify(document);
    return text;
  } catch {
    return undefined;
  }
};

/** Random, so that no state of a document is ever taken for another; empty for a deletion. */
export const newTag = ({ text }: EncodedWrite): string => (text === undefined ? '' : randomUUID());

/** A document that can't be read comes back as undefined: with its tag, the next save replaces it. */
export const decodeDocument = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * A key as text that every driver keeps as it is: some cut a text at a NUL or mend lone surrogates, so that
 * two keys could become one. JSON escapes both.
 */
export const encodeKey = (key: string): string => JSON.stringify(key).slice(1, -1);
