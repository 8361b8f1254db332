import type { Browser } from 'playwright-core';
import { startService, type RunningService } from '../support/service.ts';
import { startClinicSite, type ClinicSite } from './clinic-site.ts';
import { openBrowser } from './visitor.ts';

/** One browser, one service and one clinic's site for all tests that change nothing of them. */
export interface Shared {
  readonly browser: Browser;
  readonly service: RunningService;
  readonly site: ClinicSite;
  /** A site of the clinic on the service's own domain. */
  readonly sibling: ClinicSite;
  /** A site that the service does not know. */
  readonly stranger: ClinicSite;
}
let opening: Promise<Shared> | undefined;

export const shared = (): Promise<Shared> => (opening ??= open());

const open = async (): Promise<Shared> => {
  const [site, sibling, stranger] = await Promise.all(
    (['localhost', '127.0.0.1', 'localhost'] as const).map(startClinicSite),
  );
  if (!site || !sibling || !stranger) throw new Error('a site is missing');
  const [browser, service] = await Promise.all([
    openBrowser(),
    startService({ EMBED_ORIGINS: `${site.origin} ${sibling.origin}` }),
  ]);
  return { browser, service, site, sibling, stranger };
};

after(async () => {
  if (opening === undefined) return;
  const { browser, service, site, sibling, stranger } = await opening;
  await browser.close();
  await Promise.all([service.stop(), site.stop(), sibling.stop(), stranger.stop()]);
});
