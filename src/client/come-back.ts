import { offerPlace } from './offer-place.ts';
import type { Place } from './reading-place.ts';

/**
 * Serves readers who come from a search, go back to one, follow a link to how a chapter is cited, or reopen one that
 * they have not read to its end.
 */
export function comeBack(stopped: Partial<Place> | undefined): void {
  const query = new URLSearchParams(location.search).get('q');
  if (query) void import('./mark-hits.ts').then(({ markHits }) => markHits(query));
  // Back from a result returns to the results.
  if (typeof history.state?.search === 'string')
    void import('./at-hand.ts').then(({ openSearch }) => openSearch(history.state.search));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-cite]'))
    if (link.hash === location.hash) link.click();
  if (stopped?.href && stopped.name) void offerPlace(new URL(stopped.href, location.href).hash, stopped.name);
}
