import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importPaper } from '../../src/import/import-paper.ts';
import { writeLedger } from '../../src/import/write/ledger.ts';
import { papersWith } from '../support/papers.ts';

// All files that import writes for the eight invented papers, checked by hand: tests/fixtures/papers/<paper>/expected.
// `vitest run import-expected -u` rewrites them; read the difference before committing it.

const papers = papersWith(z.object({ firstPage: z.int() })).map(({ name, expected, key, decoded }) => {
  const source = { ...decoded, path: 'paper.txt' };
  const { files, ledger, faults } = importPaper(source, '2020-01-01', key.firstPage);
  return { name, faults, expected, written: new Map([...files, ['ledger.md', writeLedger(ledger)]]) };
});

const filesIn = (root: string): string[] =>
  existsSync(root)
    ? readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((path) => join(root, path))
        .filter((path) => statSync(path).isFile())
        .map((path) => relative(root, path))
    : [];

describe.each(papers)('the import of $name', ({ expected, written, faults }) => {
  test('writes the files that are expected, and no others', () => {
    expect(faults).toEqual([]);
    expect([...written.keys()].sort()).toEqual(filesIn(expected).sort());
  });

  test.each([...written])('writes %s as expected', async (path, text) => {
    await expect(text).toMatchFileSnapshot(join('..', '..', expected, path));
  });
});
