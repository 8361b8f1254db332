import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Response } from 'restify';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../knowledge/language/language.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import type { ChatTemplate } from './chat-parts.ts';
import { pageHeaders } from './page-headers.ts';
import { pageShell, type PageContent } from './page-shell.ts';
import { readerLanguage } from './reader-language.ts';

export interface PageSenderParts {
  readonly knowledge: Pick<Knowledge, 'texts' | 'helplines' | 'clinic'>;
  /** Sites that may show the pages in a frame. */
  readonly origins: readonly string[];
  /** The origin of Azure's Direct Line, where visitors talk over that. */
  readonly chatAt: string | undefined;
}

/** What a page may depend on: who reads it, and the nonce that lets its scripts run. */
export interface Reader {
  readonly language: Language;
  readonly nonce: string;
}

/** The part of a page that is its own. */
export type OwnContent = Omit<PageContent, keyof Reader | 'path'> & { readonly status?: number };

/** Answers a request with a page in the language of whoever reads it. */
export type SendPage = (
  request: Request,
  response: Response,
  content: (reader: Reader) => OwnContent,
) => void;

/** A file of `widget/`, as text. */
export const readWidget = (name: string): string => readFileSync(join(projectRoot(), 'widget', name), 'utf8');
export const styles = (...names: readonly string[]): string =>
  names.map((name) => readWidget(`${name}.css`)).join('\n');

export const readChatTemplate = (): ChatTemplate => ({
  html: readWidget('chat.html'),
  early: readWidget('early.js'),
});

/** Who asks, and a nonce for the answer. */
export const readerOf = (request: Request): Reader => ({
  language: readerLanguage(request),
  nonce: randomBytes(16).toString('base64'),
});

/** Reads what all pages share once; `pageShell` and `pageHeaders` do the rest for each request. */
export const createPageSender = ({ knowledge, ...access }: PageSenderParts): SendPage => {
  const shell = { knowledge, template: readWidget('shell.html'), css: styles('base', 'page', 'chat') };
  return (request, response, content) => {
    const reader = readerOf(request);
    const { status = 200, ...own } = content(reader);
    const html = pageShell(shell, { ...reader, path: request.getPath(), ...own });
    const headers = pageHeaders(reader.nonce, access);
    response.sendRaw(status, html, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
  };
};
