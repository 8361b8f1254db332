import type { Outside, SummaryPlace } from '../../dialogs/outside.ts';
import type { Incoming } from '../incoming.ts';
import { newToken, summaryId } from './summary-token.ts';

export const summaryPath = '/summary';

/** The service's address as people can open it; undefined where none is known to reach it from outside. */
export interface PublicAddress {
  readonly current: string | undefined;
}

/** What a turn gets from outside: how long memory is kept, and where a page of its result would be read. */
export const outsideOf = (
  { message, onOwnSite, alone }: Incoming,
  keptDays: number,
  { current }: PublicAddress,
): Outside => {
  // The website's chat stands on a page of ours, so there an address without a host is enough.
  const base = current ?? (onOwnSite ? '' : undefined);
  if (base === undefined || message.channel.shared) return { keptDays, summary: undefined, alone };
  let made: SummaryPlace | undefined;
  return {
    keptDays,
    alone,
    // Few turns end with a result, and chance and a hash take their time.
    get summary() {
      return (made ??= newPlace(base));
    },
  };
};

const newPlace = (base: string): SummaryPlace => {
  const token = newToken();
  return { id: summaryId(token), href: `${base}${summaryPath}/${token}` };
};
