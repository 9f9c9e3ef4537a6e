import { relative, resolve } from 'node:path';
import { UsageError } from '../model/usage-error.ts';

/**
 * Whether this run includes private editions: `npm run build -- --private` and similar commands set the variable for
 * the processes that they start.
 */
export const showsPrivate = (): boolean => process.env['PRIVATE'] === '1';

/**
 * The content folder of this run: `DOSSIER`, relative to the working directory, or `content`. Throws a UsageError for
 * a path that the bundler would read as a URL.
 */
export function dossierFolder(): string {
  const folder = resolve(process.env['DOSSIER'] || 'content');
  if (/[#?]/.test(folder))
    throw new UsageError(
      `The dossier’s path ${folder} has a # or ? in it, which Vite cannot read: move or rename the folder.`,
    );
  return folder;
}

/** The name by which Astro finds a file: relative to the project and encoded, since Astro decodes it as a URL. */
export const addressInProject = (file: string, project = '.'): string => encodeURI(relative(project, file));
