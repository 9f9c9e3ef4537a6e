import { resolve } from 'node:path';

/** The content folder that this build is of: `DOSSIER`, relative to the working directory, or `content`. */
export const dossierFolder = (): string => resolve(process.env['DOSSIER'] ?? 'content');
