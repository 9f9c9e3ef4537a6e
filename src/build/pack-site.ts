import { gunzipSync, gzipSync } from 'node:zlib';
import type { SavedFile, SavedHead } from '../exchange/saved-site.ts';

/** A file of a site, by its path from the site’s root. */
export interface SiteFile {
  path: string;
  content: Uint8Array;
}

/** The minimum length of a copy in bytes. gzip finds shorter repetitions itself, or they cost less uncopied. */
const SHORTEST = 64;

/**
 * Packs files into one gzip archive. Pages repeat one another over distances beyond gzip’s window, so repeated bytes
 * are written as copies from earlier files. `client/saved-site.ts` reads the format:
 *
 * - the length of the head in bytes, as four bytes, little-endian;
 * - the head, as JSON;
 * - the copies, three numbers each: the number of new bytes before the copy, its length, and the start of its source
 *   relative to the end of the last source, in zigzag encoding (2n, or 2n − 1 backwards). A number is written in groups
 *   of seven bits, least significant first; the eighth bit says that another byte follows;
 * - all new bytes.
 *
 * A file that is itself compressed is stored uncompressed: its readers accept both.
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

/**
 * A sort key that puts near-identical files next to each other: the versions of a page in all languages, and the
 * singular and plural of its kind.
 */
const placeOf = (path: string): string =>
  path
    .split('/')
    .slice(-3)
    .map((part) => part.replace(/s$/, ''))
    .join('/');

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Divides bytes into copies of earlier bytes and new bytes. Copies are found by a rolling hash over a window. */
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
      // A copy never overlaps its own source.
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

/** The weight of a window’s first byte in its sum. */
const FIRST_WEIGHT = Array.from({ length: SHORTEST - 1 }).reduce<number>(
  (product) => Math.imul(product, WEIGHT),
  1,
);

const sumOf = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(at, at + SHORTEST).reduce((sum, byte) => (Math.imul(sum, WEIGHT) + byte) | 0, 0);

/** The number of equal bytes from two positions on, in steps of 1 or -1, at most `most`. */
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
