import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { shown } from '../read/read-text.ts';

/** Where a site really is: where `out` is a link, what it leads to. */
export const targetOf = (out: string): string => (existsSync(out) ? realpathSync(out) : out);

/** The hidden folder beside a site in which builds keep what is not published. */
export function besideOf(out: string): string {
  const target = targetOf(out);
  return join(dirname(target), `.${basename(target)}.build`);
}

// Beside the site, not in it: the same dossier gives the same bytes wherever it lies.
const recordOf = (out: string): string => join(besideOf(out), 'dossier');

/** Remembers that the site in `out` is of that dossier. */
export function claim(out: string, dossier: string): void {
  writeFileSync(recordOf(out), `${realpathSync(dossier)}\n`);
}

/** The folder of another dossier, whose site is in `out`; undefined where there is none, or it is not known whose. */
export function otherOwner(out: string, dossier: string): string | undefined {
  if (!existsSync(out) || !existsSync(recordOf(out))) return undefined;
  const owner = readFileSync(recordOf(out), 'utf8').trim();
  return owner === '' || owner === realpathSync(dossier) ? undefined : shown(owner);
}
