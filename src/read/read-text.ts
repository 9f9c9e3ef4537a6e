import { isUtf8 } from 'node:buffer';
import { readdir, realpath } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { createMessage, type Message } from '../model/message.ts';
import { placesIn, startOf, type Place } from '../model/place.ts';
import { controlIn } from './hidden.ts';
import { excessOf } from './limits.ts';
import { leadsAstray, readPlainFile, type Unreadable } from './plain-file.ts';

/**
 * The largest files that are read, in bytes: far larger than any chapter, and than a registry of fifty thousand
 * addresses, to which every release only adds.
 */
const MAX_BYTES = { 'permalinks.json': 20_000_000, other: 2_000_000 };

/** A dossier’s folder while it is read, with the messages so far. */
export interface Folder {
  path: string;
  /** The real path: files outside it do not belong to the dossier. */
  real: string;
  messages: Message[];
}

export const openFolder = async (path: string): Promise<Folder> => ({
  path,
  real: await realpath(path).catch(() => path),
  messages: [],
});

/** A file’s text; undefined if there is no file or it cannot be read as UTF-8, in which case a message says so. */
export async function readText(path: string, folder: Folder): Promise<string | undefined> {
  const limit = basename(path) === 'permalinks.json' ? MAX_BYTES['permalinks.json'] : MAX_BYTES.other;
  const bytes = await readPlainFile(path, { limit, within: folder.real });
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
  return fault ? say(folder, placesIn(typedPath(path), text)(fault.offset), fault.reason) : text;
}

function say({ messages }: Folder, place: Place, reason: string): undefined {
  messages.push(createMessage({ place, rule: 'file-readable', reason }));
}

/** Reports a fault in a link only once, however many files are read through it. */
function reject(folder: Folder, path: string, { reason, link = path }: Unreadable): undefined {
  const place = startOf(typedPath(link));
  const isSaid = folder.messages.some((one) => one.reason === reason && one.file === place.path);
  return isSaid ? undefined : say(folder, place, reason);
}

const REPLACED = Buffer.from('\uFFFD');

/** The offset in the decoded text of the first invalid byte: some U+FFFD may be in the file itself. */
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

/** The path as a user would type it: relative if it is below the working directory, otherwise absolute. */
export function typedPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith('..') ? path : below;
}

/** Names in a subfolder, sorted, since the order differs between file systems; empty if there is no such subfolder. */
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
