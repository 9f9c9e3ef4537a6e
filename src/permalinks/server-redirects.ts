import { withBase } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { fragmentOf, registryIn } from './resolve.ts';

/** A page that redirects, and its final target. */
export interface Redirect {
  from: string;
  to: string;
}

/** All pages that redirect, with their final targets. Anchors are omitted: fragments never reach a server. */
export const redirectsOf = (dossier: Dossier): Redirect[] =>
  dossier.permalinks.value.flatMap(({ path, successor }) => {
    if (successor === undefined || fragmentOf(path) !== undefined) return [];
    const resolution = registryIn(dossier).resolve(path);
    const to =
      resolution.status === 'live'
        ? resolution.path
        : resolution.status === 'gone'
          ? resolution.permalink.path
          : undefined;
    return to === undefined || to === path ? [] : [{ from: path, to }];
  });

/** `_redirects`, which Cloudflare, Netlify and GitLab Pages read at the root of a host. */
export const redirectsFile = (redirects: Redirect[], base: string): string =>
  redirects.map(({ from, to }) => `${withBase(base, from)} ${withBase(base, to)} 301\n`).join('');
