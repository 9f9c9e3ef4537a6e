import { gunzipSync, gzipSync } from 'node:zlib';
import type { SavedFile, SavedHead } from '../model/saved-site.ts';

/** A file of a site, by its path from the site's root. */
export interface SiteFile {
  path: string;
  content: Uint8Array;
}

/** So many bytes that stood before are worth a copy; what is shorter, gzip finds by itself, or costs less as it is. */
const SHORTEST = 64;

/**
 * Files as one archive, compressed by gzip. Pages repeat one another over distances that gzip does not see, so what stood
 * in an earlier file is written as a copy of it. What `client/saved-site.ts` reads back:
 *
 * - the length of the head in bytes, as four bytes, the least first;
 * - the head, JSON;
 * - the copies: three numbers each, the bytes that precede it and are new, its own bytes, and how far from the end of the
 *   last copy it begins, twice that or, backwards, twice that less one. A number is written seven bits to a byte, the
 *   least first, with the eighth bit where another byte follows;
 * - all bytes that are new.
 *
 * A file that is compressed by itself is written as what it says: its readers know either.
 */
export function packSite(files: SiteFile[], typeOf: (path: string) => string): Uint8Array<ArrayBuffer> {
  const laid = files.toSorted((a, b) => compare(placeOf(a.path), placeOf(b.path)) || compare(a.path, b.path));
  const contents = laid.map(({ content }) => (isPacked(content) ? gunzipSync(content) : content));
  const { copies, fresh } = copiesIn(Buffer.concat(contents));
  const head: SavedHead = {
    files: laid.map(({ path }, i): SavedFile => [path, contents[i]?.length ?? 0, typeOf(path)]),
    copies: copies.length,
  };
  const said = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(said.length);
  return Uint8Array.from(gzipSync(Buffer.concat([length, said, copies, fresh]), { level: 9 }));
}

const isPacked = (content: Uint8Array): boolean => content[0] === 0x1f && content[1] === 0x8b;

/** Puts beside one another what is nearly the same: a page in every language, and what its kind is called there. */
const placeOf = (path: string): string =>
  path
    .split('/')
    .slice(-3)
    .map((part) => part.replace(/s$/, ''))
    .join('/');

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** What of the bytes stood before, and the rest. A copy is found by the sum over a window that rolls along the bytes. */
function copiesIn(bytes: Uint8Array): { copies: Buffer; fresh: Buffer } {
  const seen = new Int32Array(1 << TABLE_BITS).fill(-1);
  const copies: number[] = [];
  const fresh: Uint8Array[] = [];
  let [from, at, lastEnd] = [0, 0, 0];
  let sum = sumOf(bytes, 0);
  while (at + SHORTEST <= bytes.length) {
    const slot = Math.imul(sum, SCATTER) >>> (32 - TABLE_BITS);
    const found = seen[slot]!;
    const after = found < 0 ? 0 : alike(bytes, found, at, 1, at - found);
    if (after >= SHORTEST) {
      // A copy never runs into its own beginning.
      const most = Math.min(at - from, found, at - found - after);
      const before = alike(bytes, found - 1, at - 1, -1, most);
      const start = found - before;
      const away = start - lastEnd;
      write(copies, at - before - from);
      write(copies, before + after);
      write(copies, away < 0 ? -2 * away - 1 : 2 * away);
      fresh.push(bytes.subarray(from, at - before));
      lastEnd = found + after;
      at += after;
      from = at;
      sum = sumOf(bytes, at);
    } else {
      seen[slot] = at;
      sum = (Math.imul(sum - Math.imul(bytes[at]!, FIRST_WEIGHT), WEIGHT) + (bytes[at + SHORTEST] ?? 0)) | 0;
      at++;
    }
  }
  fresh.push(bytes.subarray(from));
  return { copies: Buffer.from(copies), fresh: Buffer.concat(fresh) };
}

const TABLE_BITS = 22;
const WEIGHT = 0x01000193;
const SCATTER = 0x9e3779b1;

/** What the first byte of a window weighs in its sum. */
const FIRST_WEIGHT = Array.from({ length: SHORTEST - 1 }).reduce<number>(
  (product) => Math.imul(product, WEIGHT),
  1,
);

const sumOf = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(at, at + SHORTEST).reduce((sum, byte) => (Math.imul(sum, WEIGHT) + byte) | 0, 0);

/** How many bytes are the same at two places and on from there, in steps of 1 or -1, `most` at most. */
function alike(bytes: Uint8Array, one: number, other: number, step: 1 | -1, most: number): number {
  let count = 0;
  while (count < most && bytes[one + count * step] === bytes[other + count * step]) count++;
  return count;
}

function write(numbers: number[], value: number): void {
  let rest = value;
  for (; rest > 127; rest >>>= 7) numbers.push((rest & 127) | 128);
  numbers.push(rest);
}
