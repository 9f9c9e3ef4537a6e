import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Message } from '../model/message.ts';
import { startOf } from '../model/place.ts';

/** Largest file that is read, in bytes: far above any chapter, far below what would stall a parser. */
const LIMIT = 2_000_000;

/** A file's text, or undefined where there is no file or it cannot be read as UTF-8, which `messages` then says. */
export async function readText(path: string, messages: Message[]): Promise<string | undefined> {
  const refuse = (reason: string): undefined => {
    messages.push({ place: startOf(shown(path)), level: 'error', rule: 'file-readable', reason });
  };
  try {
    const bytes = await readFile(path);
    if (bytes.length > LIMIT)
      return refuse(`Unexpected file of ${bytes.length} bytes, expected at most ${LIMIT}`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError)
      return refuse('Unexpected bytes that are not UTF-8, expected a text saved as UTF-8');
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return refuse(
      code === 'EISDIR'
        ? 'Unexpected folder, expected a file'
        : `Unexpected ${code ?? String(error)}, expected a file that can be read`,
    );
  }
}

/** The path as the person at the command line would type it: relative where it lies below, else in full. */
export function shown(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith('..') ? path : below;
}

/** Names in a folder in an order that no file system decides; none where the folder does not exist. */
export async function namesIn(...path: string[]): Promise<string[]> {
  const names = await readdir(join(...path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return names.filter((name) => !name.startsWith('.')).sort();
}
