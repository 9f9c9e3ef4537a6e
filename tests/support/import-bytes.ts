import { strToU8 } from 'fflate';
import { expect } from 'vitest';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { readMarkup } from '../../src/import/markup/read-markup.ts';

/** Imports a paper in a marked-up format; every character of it must have a place. */
export async function importBytes(bytes: Uint8Array): Promise<Imported> {
  const read = await readMarkup(bytes);
  if ('refusal' in read) throw new Error(read.refusal);
  const { document, format } = read;
  const imported = importPaper(
    { path: 'paper', encoding: format, text: document.text, document },
    '2020-01-01',
  );
  expect(imported.faults).toEqual([]);
  expect(imported.ledger.remainder).toBe(0);
  return imported;
}

/** Imports an HTML page in English. */
export const page = (
  body: string,
  head = '<title>Wells and Rounds</title><meta name="author" content="Ada Marsh">',
): Promise<Imported> =>
  importBytes(strToU8(`<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`));
export const chapter = ({ files }: Imported, name: string, edition = 'en') =>
  files.get(`chapters/${edition}/${name}.mdx`);
