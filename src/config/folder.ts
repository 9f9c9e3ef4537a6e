import { relative, resolve } from 'node:path';
import { UsageError } from '../model/usage-error.ts';

/** Whether this run shows private editions too: `npm run build -- --private` and its like say so to what they start. */
export const showsPrivate = (): boolean => process.env['PRIVATE'] === '1';

/**
 * The content folder that this run is of: `DOSSIER`, relative to the working directory, or `content`. Throws a sentence
 * for a path that the bundler would take for an address.
 */
export function dossierFolder(): string {
  const folder = resolve(process.env['DOSSIER'] || 'content');
  if (/[#?]/.test(folder))
    throw new UsageError(
      `The dossier’s path ${folder} has a # or ? in it, which Vite cannot read: move or rename the folder.`,
    );
  return folder;
}

/** The name under which Astro finds a file: relative to the project and encoded, since Astro decodes it as an address. */
export const addressInProject = (file: string, project = '.'): string => encodeURI(relative(project, file));
