import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Response, Server } from 'restify';
import type { Contact } from '../../knowledge/helplines/contact.ts';
import { contactsFor } from '../../knowledge/helplines/contacts.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { languages, type Language } from '../../knowledge/language/language.ts';
import { projectRoot } from '../../knowledge/project-root.ts';
import { BadRequest } from '../errors.ts';
import type { Log } from '../log.ts';
import { answer } from '../server.ts';
import { readAssets, type Assets } from './assets.ts';
import { pageHeaders } from './page-headers.ts';
import { pageHtml } from './page-html.ts';

export interface PageRouteParts {
  readonly log: Log;
  readonly knowledge: Pick<Knowledge, 'texts' | 'helplines' | 'clinic'>;
  /** Sites that may show the page in a frame. */
  readonly origins: readonly string[];
}

/** The website's page at `/` and what it loads. */
export const addPage = (server: Server, parts: PageRouteParts): void => {
  const root = projectRoot();
  const assets = readAssets(root);
  const [template, css] = ['page.html', 'page.css'].map((name) =>
    readFileSync(join(root, 'widget', name), 'utf8'),
  );
  if (assets.webChat === undefined)
    parts.log.warn('the page has no chat: build again to fetch Web Chat', { code: 'webchat' });
  const page = { template: template ?? '', css: css ?? '', assets };
  server.get(
    '/',
    answer(parts.log, async (request, response) => sendPage(parts, page, request, response)),
  );
  server.get(
    '/assets/*',
    answer(parts.log, async (request, response) => sendAsset(assets, request, response)),
  );
};

interface Page {
  readonly template: string;
  readonly css: string;
  readonly assets: Assets;
}

const sendPage = (parts: PageRouteParts, page: Page, request: Request, response: Response): void => {
  const { texts, helplines, clinic } = parts.knowledge;
  const language = languageOf(request);
  const nonce = randomBytes(16).toString('base64');
  const html = pageHtml(page.template, {
    language,
    texts: texts[language].page,
    clinic,
    contacts: numbersFor(contactsFor(helplines, clinic.country, 'medical', 'immediate', language)),
    nonce,
    css: page.css,
    script: page.assets.script,
    webChat: page.assets.webChat,
  });
  const headers = { ...pageHeaders(nonce, parts.origins), 'Content-Type': 'text/html; charset=utf-8' };
  response.sendRaw(200, html, headers);
};

/** What works without a browser, few enough to stay in sight on a small screen. */
const numbersFor = (contacts: readonly Contact[]): readonly Contact[] =>
  contacts.filter(({ href }) => !href.startsWith('https:'));

/** `?lang=es` first, then what the browser asks for. */
const languageOf = (request: Request): Language => {
  const chosen = new URLSearchParams(request.getQuery()).get('lang');
  const wished = [chosen ?? '', ...(request.headers['accept-language'] ?? '').split(',')];
  const known = wished.flatMap((wish) =>
    languages.filter((language) => wish.trim().toLowerCase().startsWith(language)),
  );
  return known[0] ?? 'en';
};

const sendAsset = ({ files }: Assets, request: Request, response: Response): void => {
  const asset = files.get(request.getPath());
  if (asset === undefined) throw new BadRequest(404, 'There is nothing at this address.');
  const encoding = (['br', 'gzip'] as const).find((each) => accepts(request, each));
  response.sendRaw(200, encoding ? asset[encoding] : asset.plain, {
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  });
};

const accepts = (request: Request, encoding: string): boolean =>
  (request.headers['accept-encoding'] ?? '')
    .split(',')
    .some((each) => each.trim().split(';')[0] === encoding && !/;\s*q=0(\.0*)?$/.test(each.trim()));
