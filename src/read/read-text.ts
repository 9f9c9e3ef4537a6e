import { isUtf8 } from 'node:buffer';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Message } from '../model/message.ts';
import { startOf, type Place } from '../model/place.ts';
import { controlIn } from './controls.ts';
import { excessOf } from './limits.ts';

/** Largest file that is read, in bytes: far above any chapter. */
const LIMIT = 2_000_000;

/** A file's text, or undefined where there is no file or it cannot be read as UTF-8, which `messages` then says. */
export async function readText(path: string, messages: Message[]): Promise<string | undefined> {
  const refuse = (reason: string): undefined => {
    messages.push({ place: startOf(shown(path)), level: 'error', rule: 'file-readable', reason });
  };
  try {
    const { size } = await stat(path);
    if (size > LIMIT) return refuse(`Unexpected file of ${size} bytes, expected at most ${LIMIT}`);
    const bytes = await readFile(path);
    if (!isUtf8(bytes)) {
      const reason = 'Unexpected bytes that are not UTF-8, expected a text saved as UTF-8';
      messages.push({ place: placeOfBroken(bytes, path), level: 'error', rule: 'file-readable', reason });
      return undefined;
    }
    const text = new TextDecoder('utf-8').decode(bytes);
    const fault = excessOf(text, path) ?? controlIn(text);
    if (fault) {
      const { reason, ...place } = fault;
      messages.push({
        place: { path: shown(path), ...place },
        level: 'error',
        rule: 'file-readable',
        reason,
      });
      return undefined;
    }
    return text;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return refuse(
      code === 'EISDIR'
        ? 'Unexpected folder, expected a file'
        : `Unexpected ${code ?? String(error)}, expected a file that can be read`,
    );
  }
}

const REPLACED = Buffer.from('\uFFFD');

/** The first character that is not UTF-8. */
function placeOfBroken(bytes: Buffer, path: string): Place {
  let line = 1;
  for (let start = 0, end; start < bytes.length; start = end + 1, line++) {
    end = bytes.indexOf(0x0a, start);
    if (end < 0) end = bytes.length;
    const part = bytes.subarray(start, end);
    if (isUtf8(part)) continue;
    const text = part.toString('utf8');
    // What was replaced, unless such a sign stood there before.
    const column = [...text.matchAll(/\uFFFD/g)].find(
      ({ index }) =>
        !part
          .subarray(Buffer.byteLength(text.slice(0, index)))
          .subarray(0, 3)
          .equals(REPLACED),
    )?.index;
    return { path: shown(path), line, column: (column ?? 0) + 1 };
  }
  return startOf(shown(path));
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
