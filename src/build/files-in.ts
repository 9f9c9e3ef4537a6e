import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The files below a folder, by relative path, sorted, since the order differs between file systems. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

export const isPage = (file: string): boolean => file.endsWith('.html');
