import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes all files or none, and creates the folders that they need: each waits beside its destination, under a hidden
 * name, until the last one is on disk. Throws the system’s error, with the path that could not be written.
 */
export async function writeFiles(files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const made: string[] = [];
  try {
    for (const [path, content] of files) {
      const folder = await mkdir(dirname(path), { recursive: true });
      made.push(...(folder === undefined ? [] : [folder]), waiting(path));
      await writeFile(waiting(path), content, { flush: true }).catch((error: Error) => {
        throw Object.assign(error, { path });
      });
    }
  } catch (error) {
    for (const path of made) await rm(path, { recursive: true, force: true });
    throw error;
  }
  for (const path of files.keys()) await rename(waiting(path), path);
}

const waiting = (path: string): string => join(dirname(path), `.${basename(path)}.new`);
