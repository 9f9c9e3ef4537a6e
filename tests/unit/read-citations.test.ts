import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readCitations } from '../../src/import/citations/read-citations.ts';
import type { CslDate, Name } from '../../src/model/work.ts';

// Invented notes and entries, and exactly what is read in them: tests/fixtures/citations/README.md.

/** `Family, given` in two parts; any other text is a body’s name. */
const name = z.string().transform((text): Name => {
  const [family = '', ...given] = text.split(', ');
  return given.length === 0 ? { literal: text } : { family, given: given.join(', ') };
});
/** `2017-05-03`, or a period with a slash. */
const date = z
  .string()
  .transform((text): CslDate => ({ 'date-parts': text.split('/').map((day) => day.split('-').map(Number)) }));
const fieldsSchema = z.looseObject({
  author: z.array(name).exactOptional(),
  editor: z.array(name).exactOptional(),
  translator: z.array(name).exactOptional(),
  issued: date.exactOptional(),
  accessed: date.exactOptional(),
});
const rowSchema = z
  .strictObject({
    what: z.string().optional(),
    note: z.string().optional(),
    entry: z.string().optional(),
    locator: z.string().optional(),
    work: fieldsSchema.optional(),
    some: fieldsSchema.optional(),
  })
  .refine(({ note, entry }) => Boolean(note) !== Boolean(entry), 'Expected a note or an entry')
  .refine(({ work, some }) => Boolean(work) !== Boolean(some), 'Expected work or some');

const folder = 'tests/fixtures/citations/exact';
describe.each(readdirSync(folder))('%s', (file) => {
  const rows = z.array(rowSchema).parse(parse(readFileSync(join(folder, file), 'utf8')));
  const named = rows.map((row) => ({ ...row, title: row.what ?? row.note ?? row.entry }));

  test.each(named)('reads $title', ({ note, entry, locator, work, some }) => {
    const read = readCitations(note === undefined ? [] : [note], entry === undefined ? [] : [entry]);
    expect(read.works).toEqual([work ?? expect.objectContaining(some ?? {})]);
    if (entry !== undefined) expect(read.references).toEqual([[read.works[0]?.id]]);
    if (work === undefined) return;
    const found = read.notes[0]?.find((piece) => piece.work)?.locator;
    expect(found && `${found.label} ${found.value}`).toBe(locator);
  });
});

test('a passage in quotation marks is not a title', () => {
  const passage = 'The clerk entered each toll on the day on which it was paid. '.repeat(8).trim();
  const { works } = readCitations([
    `The Court also references Harbour Board, “${passage}”, Tolls 12 (2021).`,
  ]);
  expect(works.filter(({ title }) => title?.startsWith('The clerk entered'))).toEqual([]);
});

test('reads several works in one entry', () => {
  const entry = '张三. 盐井[J]. 水文学刊, 2018(2): 4-9；李四, 王五. 沙丘[M]. 北京: 海潮出版社, 2012.';
  const { works, references } = readCitations([], [entry]);
  expect(references).toEqual([['zhang-2018', 'li-2012']]);
  expect(works.map(({ title }) => title)).toEqual(['盐井', '沙丘']);
});

test('a title that does not tell its language is in that of the paper', () => {
  const entries = [
    'Hill, J. (2010). Estética da criação. Lisboa: Mar.',
    'Reed, A. (2011). The Thought of Wells. London: Press.',
    'Stock, B. (2012). Der Brunnen und die Stadt. Bonn: Hof.',
  ];
  const languages = (lang: string): string[] =>
    readCitations([], entries, undefined, [], [], lang).works.map(({ language }) => language);
  expect(languages('pt')).toEqual(['pt', 'en', 'de']);
  expect(languages('zh-Hans')).toEqual(['en', 'en', 'de']);
});
