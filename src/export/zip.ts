import { deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough, zipSync, type Zippable } from 'fflate';

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
  const mtime = dated(issued);
  const tree: Zippable = {};
  // With a larger table than `mem` says, these small files take twice as long and are hardly smaller.
  for (const { path, content, stored } of entries)
    tree[path] = [content, { level: stored ? 0 : 6, mem: 4, mtime }];
  return zipSync(tree);
}

/**
 * The same for thousands of files: Node compresses them ten times as fast. The bytes depend on its version, and there
 * are sizes behind each file, which readers of books may not expect.
 */
export function zipMany(entries: readonly ZipEntry[], issued: string): Uint8Array<ArrayBuffer> {
  const mtime = dated(issued);
  const pieces: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const { path, content } of entries) {
    const file = new Deflated(path);
    file.mtime = mtime;
    archive.add(file);
    file.push(content, true);
  }
  archive.end();
  return Uint8Array.from(Buffer.concat(pieces));
}

class Deflated extends ZipPassThrough {
  override compression = 8;

  protected override process(content: Uint8Array<ArrayBuffer>): void {
    this.ondata(null, deflateRawSync(content), true);
  }
}

/** Archives hold local time, from 1980 on. */
function dated(issued: string): Date {
  const [year = 0, month = 1, day = 1] = issued.split('-').map(Number);
  return year < 1980 ? new Date(1980, 0, 1) : new Date(year, month - 1, day);
}
