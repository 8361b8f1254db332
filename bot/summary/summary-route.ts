import type { Request, Response, Server } from 'restify';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Log } from '../log.ts';
import { createPageSender } from '../page/page-sender.ts';
import { answer } from '../server.ts';
import type { Storage } from '../storage/storage.ts';
import { summaryPath } from './summary-address.ts';
import { readSummary, summaryKey, type SummaryDocument } from './summary-document.ts';
import { summaryPage } from './summary-page.ts';
import { isToken, summaryId } from './summary-token.ts';

export interface SummaryRouteParts {
  readonly log: Log;
  readonly knowledge: Knowledge;
  readonly storage: Pick<Storage, 'load'>;
}

/** `GET /summary/<token>`: the result of a screening to print, for whoever has its address. */
export const addSummaryRoute = (server: Server, { log, knowledge, storage }: SummaryRouteParts): void => {
  // Never in another site's frame: it is about one person.
  const send = createPageSender({ knowledge, origins: [], chatAt: undefined });
  server.get(
    `${summaryPath}/:token`,
    answer(log, async (request, response) => {
      const found = await load(storage, request);
      keepPrivate(response);
      send(request, response, (reader) => summaryPage(knowledge, found, reader));
    }),
  );
};

/** The store leaves out what has expired. */
const load = async (
  storage: Pick<Storage, 'load'>,
  request: Request,
): Promise<SummaryDocument | undefined> => {
  const { token }: { readonly token?: string } = request.params;
  if (token === undefined || !isToken(token)) return undefined;
  return readSummary((await storage.load(summaryKey(summaryId(token))))?.document);
};

const keepPrivate = (response: Response): void => {
  response.header('X-Robots-Tag', 'noindex, nofollow');
};
