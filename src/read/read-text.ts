import { isUtf8 } from 'node:buffer';
import { readdir, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { createMessage, type Message } from '../model/message.ts';
import { placesIn, startOf, type Place } from '../model/place.ts';
import { controlIn } from './hidden.ts';
import { excessOf } from './limits.ts';
import { leadsAstray, readPlainFile, type Unreadable } from './plain-file.ts';

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
  if ('reason' in bytes) return reject(folder, path, bytes);
  const isText = isUtf8(bytes);
  const text = isText ? new TextDecoder('utf-8').decode(bytes) : bytes.toString('utf8');
  const fault = isText
    ? (excessOf(text, path) ?? controlIn(text))
    : {
        offset: offsetOfBroken(bytes, text),
        reason: 'Unexpected bytes that are not UTF-8, expected a text saved as UTF-8',
      };
  return fault ? say(folder, placesIn(shown(path), text)(fault.offset), fault.reason) : text;
}

function say({ messages }: Folder, place: Place, reason: string): undefined {
  messages.push(createMessage({ place, rule: 'file-readable', reason }));
}

/** What is wrong with a link is said once, whatever is looked for behind it. */
function reject(folder: Folder, path: string, { reason, link = path }: Unreadable): undefined {
  const place = startOf(shown(link));
  const isSaid = folder.messages.some((one) => one.reason === reason && one.file === place.path);
  return isSaid ? undefined : say(folder, place, reason);
}

const REPLACED = Buffer.from('\uFFFD');

/** Where in the decoded text the first character stands that the bytes do not have: not every U+FFFD was put in. */
function offsetOfBroken(bytes: Buffer, text: string): number {
  let before = 0;
  let at = 0;
  for (const { index } of text.matchAll(/\uFFFD/g)) {
    at += Buffer.byteLength(text.slice(before, index));
    if (!bytes.subarray(at, at + REPLACED.length).equals(REPLACED)) return index;
    before = index;
  }
  return 0;
}

/** The path as the person at the command line would type it: relative where it lies below, else in full. */
export function shown(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith('..') ? path : below;
}

/** Names in a part of the folder, sorted, since file systems differ in their order; none where there is no such part. */
export async function namesIn(folder: Folder, ...part: string[]): Promise<string[]> {
  const path = join(folder.path, ...part);
  try {
    const astray = await leadsAstray(path, folder.real);
    if (astray) {
      reject(folder, path, astray);
      return [];
    }
    return (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
