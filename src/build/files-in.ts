import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The files below a folder, by their paths from it, in an order that no file system decides. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
