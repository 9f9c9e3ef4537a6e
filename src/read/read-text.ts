import { isUtf8 } from 'node:buffer';
import { readdir, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Message } from '../model/message.ts';
import { startOf, type Place } from '../model/place.ts';
import { controlIn } from './hidden.ts';
import { excessOf } from './limits.ts';
import { leadsAstray, readPlainFile, type Refusal } from './plain-file.ts';

/** Largest file that is read, in bytes: far above any chapter. */
const MAX_BYTES = 2_000_000;

/** A dossier's folder while it is read, and what is found wrong in it. */
export interface Folder {
  path: string;
  /** Where it really is: what lies elsewhere is not of this dossier. */
  real: string;
  messages: Message[];
}

export const openFolder = async (path: string): Promise<Folder> => ({
  path,
  real: await realpath(path).catch(() => path),
  messages: [],
});

/** A file's text, or undefined where there is no file or it cannot be read as UTF-8, which is then said. */
export async function readText(path: string, folder: Folder): Promise<string | undefined> {
  const bytes = await readPlainFile(path, { limit: MAX_BYTES, within: folder.real });
  if (bytes === undefined) return undefined;
  if ('refusal' in bytes) return refuse(folder, path, bytes);
  if (!isUtf8(bytes)) {
    const reason = 'Unexpected bytes that are not UTF-8, expected a text saved as UTF-8';
    return say(folder, placeOfBroken(bytes, path), reason);
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const fault = excessOf(text, path) ?? controlIn(text);
  if (!fault) return text;
  const { reason, ...place } = fault;
  return say(folder, { path: shown(path), ...place }, reason);
}

function say({ messages }: Folder, place: Place, reason: string): undefined {
  messages.push({ place, level: 'error', rule: 'file-readable', reason });
}

/** What is wrong with a link is said once, whatever is looked for behind it. */
function refuse(folder: Folder, path: string, { refusal, link = path }: Refusal): undefined {
  const place = startOf(shown(link));
  const isSaid = folder.messages.some((one) => one.reason === refusal && one.place.path === place.path);
  return isSaid ? undefined : say(folder, place, refusal);
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

/** Names in a part of the folder, in an order that no file system decides; none where there is no such part. */
export async function namesIn(folder: Folder, ...part: string[]): Promise<string[]> {
  const path = join(folder.path, ...part);
  try {
    const astray = await leadsAstray(path, folder.real);
    if (astray) {
      refuse(folder, path, astray);
      return [];
    }
    return (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
