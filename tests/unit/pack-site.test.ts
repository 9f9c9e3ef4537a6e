import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packSite, type SiteFile } from '../../src/build/pack-site.ts';
import { unpackSite } from '../../src/client/saved-site.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const typeOf = (path: string): string => (path.endsWith('.html') ? 'text/html' : 'text/plain');

async function readBack(files: SiteFile[]): Promise<Map<string, string>> {
  const saved = await unpackSite(new Blob([packSite(files, typeOf)]));
  return new Map([...saved].map(([path, { content }]) => [path, new TextDecoder().decode(content)]));
}

/** Reproducible pseudo-random numbers. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647);
}

/** Pages with a common frame and some text each, not in the archive’s order. */
const frame = 'The frame of every page, which is long enough to be worth a copy. '.repeat(3);
const pages = Array.from({ length: 40 }, (_, i) => ({
  path: `${['', 'zh/', 'en/'][i % 3]}p/${i}/index.html`,
  content: bytes(`${frame}段落${i * 7919} ${frame.slice(i)}${String(i).repeat(i)}`),
}));

describe('an archive of a site', () => {
  test('returns every file unchanged', async () => {
    const empty = { path: 'empty.txt', content: bytes('') };
    const saved = await readBack([...pages, empty]);
    expect(saved.size).toBe(41);
    for (const { path, content } of [...pages, empty])
      expect(saved.get(path), path).toBe(new TextDecoder().decode(content));
  });

  test('returns any bytes', async () => {
    const noise = Uint8Array.from({ length: 5000 }, randomFrom(1));
    const content = Uint8Array.from([...noise, ...noise.subarray(100, 900), ...noise]);
    const saved = await unpackSite(new Blob([packSite([{ path: 'noise', content }], typeOf)]));
    expect(saved.get('noise')?.content).toEqual(content);
  });

  test('returns content with close or inexact repetitions', async () => {
    const files = Array.from({ length: 60 }, (_, i) => {
      const random = randomFrom(i + 1);
      const pieces = Array.from(
        { length: 3 },
        () => 'ab'.charAt(random() % 2).repeat(1 + (random() % 70)) + random(),
      );
      return {
        path: String(i),
        content: bytes(Array.from({ length: 200 }, () => pieces[random() % pieces.length]).join('')),
      };
    });
    const saved = await readBack(files);
    for (const { path, content } of files) expect(saved.get(path)).toBe(new TextDecoder().decode(content));
  });

  test('says what each file is', async () => {
    const saved = await unpackSite(new Blob([packSite(pages, typeOf)]));
    expect(saved.get('p/0/index.html')?.type).toBe('text/html');
  });

  test('writes content of another file as a copy, however far away', () => {
    const [page, other] = [1, 2].map((seed) => Uint8Array.from({ length: 50_000 }, randomFrom(seed)));
    const packed = packSite(
      [
        { path: 'a', content: page! },
        { path: 'b', content: other! },
        { path: 'c', content: page! },
      ],
      typeOf,
    );
    expect(packed.length).toBeLessThan(100_400);
  });

  test('unpacks files that are themselves compressed', async () => {
    const saved = await readBack([{ path: 'search/x', content: gzipSync('what it says') }]);
    expect(saved.get('search/x')).toBe('what it says');
  });

  test('is read even if a host has already decompressed it', async () => {
    const saved = await unpackSite(new Blob([gunzipSync(packSite(pages, typeOf))]));
    expect(saved.size).toBe(40);
  });

  test('has the same bytes in any order of files', () => {
    expect(packSite(pages.toReversed(), typeOf)).toEqual(packSite(pages, typeOf));
  });
});
