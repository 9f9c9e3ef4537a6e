import { percentDecoded } from '../model/percent.ts';

/** Redirects requests for a moved place to its new address, using the redirect links on the page. */
function followHash(): void {
  const asked = percentDecoded(location.hash.slice(1));
  // A sentence of a passage, p2.4.2-3, has moved with its passage.
  const [, passage = asked, unit = ''] = /^(.+)(-\d+)$/.exec(asked) ?? [];
  const exact = asked === '' ? null : document.getElementById(asked);
  const place = exact ?? (passage === '' ? null : document.getElementById(passage));
  const own = place?.querySelector<HTMLAnchorElement>('a[data-redirect]');
  const whole = document.querySelector<HTMLAnchorElement>('a[data-page-redirect]');
  if (own) location.replace(exact || !own.hash.endsWith(passage) ? own.href : own.href + unit);
  else if (whole && !place) location.replace(whole.hash === '' ? whole.href + location.hash : whole.href);
}

followHash();
addEventListener('hashchange', followHash);
