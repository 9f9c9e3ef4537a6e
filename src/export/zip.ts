import { zipSync, type Zippable } from 'fflate';

/** A file in an archive; `stored` means uncompressed. */
export interface ZipEntry {
  path: string;
  content: Uint8Array;
  stored?: boolean;
}

/**
 * Packs files into one archive, in the given order, dated to the day of issue, YYYY-MM-DD. The bytes are the same
 * whenever and wherever it is made.
 */
export function zip(entries: readonly ZipEntry[], issued: string): Uint8Array<ArrayBuffer> {
  const [year = 0, month = 1, day = 1] = issued.split('-').map(Number);
  // Archives hold local time, from 1980 on.
  const mtime = year < 1980 ? new Date(1980, 0, 1) : new Date(year, month - 1, day);
  const tree: Zippable = {};
  // With a larger table than `mem` says, these small files take twice as long and are hardly smaller.
  for (const { path, content, stored } of entries)
    tree[path] = [content, { level: stored ? 0 : 6, mem: 4, mtime }];
  return zipSync(tree);
}
