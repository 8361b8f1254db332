import { createHash, randomBytes } from 'node:crypto';

/** 128 bits by chance, in letters that no channel takes for formatting. */
export const newToken = (): string => randomBytes(16).toString('hex');

export const isToken = (text: string): boolean => /^[\da-f]{32}$/.test(text);

/** What the page is called in storage: whoever reads the store can't open it by that. */
export const summaryId = (token: string): string => createHash('sha256').update(token).digest('hex');
