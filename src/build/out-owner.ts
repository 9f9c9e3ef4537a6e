import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { typedPath } from '../read/read-text.ts';

/** The real path of a site: the target of `out` if it is a link. */
export const targetOf = (out: string): string => (existsSync(out) ? realpathSync(out) : out);

/** The hidden folder beside a site for build files that are not published. */
export function besideOf(out: string): string {
  const target = targetOf(out);
  return join(dirname(target), `.${basename(target)}.build`);
}

// Beside the site, not in it: the same dossier gives the same bytes wherever it is.
const recordOf = (out: string): string => join(besideOf(out), 'dossier');

/** Records that the site in `out` belongs to that dossier. */
export function claim(out: string, dossier: string): void {
  writeFileSync(recordOf(out), `${realpathSync(dossier)}\n`);
}

/** The folder of another dossier whose site is in `out`; undefined if there is none or its dossier is not known. */
export function otherOwner(out: string, dossier: string): string | undefined {
  if (!existsSync(out) || !existsSync(recordOf(out))) return undefined;
  const owner = readFileSync(recordOf(out), 'utf8').trim();
  return owner === '' || owner === realpathSync(dossier) ? undefined : typedPath(owner);
}
