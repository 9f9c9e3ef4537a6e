import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { showsPrivate } from './folder.ts';

/**
 * The folder that the site is built into: `OUT`, relative to the working directory, or `dist`, or `dist-private` if
 * private editions are included. A build empties the folder, so it throws a UsageError for one that contains anything
 * but an earlier build.
 */
export function outFolder(dossier: string): string {
  const out = resolve(process.env['OUT'] || (showsPrivate() ? 'dist-private' : 'dist'));
  const holds = (outer: string, inner: string): boolean => `${inner}${sep}`.startsWith(`${outer}${sep}`);
  if (holds(out, dossier) || holds(dossier, out))
    throw new UsageError(
      `OUT names ${out}, which contains the dossier or is inside it: a build would erase it.`,
    );
  if (holds(out, resolve('.')))
    throw new UsageError(`OUT names ${out}, which contains this project: a build would erase it.`);
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(`OUT names ${out}, which is a file: name a folder.`);
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(`${out}/404.html`)) {
    throw new UsageError(
      `OUT names ${out}, which is not empty and contains no earlier build: empty it, or name another folder.`,
    );
  }
  return out;
}
