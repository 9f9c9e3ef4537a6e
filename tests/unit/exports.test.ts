import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { BibLatexParser, CSLExporter, RISParser } from 'biblatex-csl-converter';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exportFormats } from '../../src/cite/export.ts';
import { workSchema, type Name, type Work } from '../../src/model/work.ts';

// Records are written by us and read by others: what a reference manager would import is what the dossier has.

const read = (path: string): Work[] => z.array(workSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
const lists = [
  { name: 'the shipped works', works: read('content/works.json') },
  { name: 'works of every type, with all that may be special in them', works: hostile() },
];

interface Found {
  id: string;
  title: string;
  author: string[];
  editor: string[];
  year: number | undefined;
  address: string | undefined;
}

const wanted = ({ id, title, author = [], editor = [], issued, URL }: Work): Found => ({
  id,
  title,
  author: author.map(nameOf),
  editor: editor.map(nameOf),
  year: issued?.['date-parts'][0]?.[0],
  address: URL,
});

/** A name in one line, in whatever fields a reader keeps its parts. */
function nameOf(name: Name | Record<string, unknown>): string {
  const parts = name as Record<string, unknown>;
  return ['dropping-particle', 'non-dropping-particle', 'family', 'given', 'literal']
    .map((part) => parts[part])
    .filter(Boolean)
    .join(' ');
}

const found = (item: Record<string, unknown>): Found => {
  const names = (list: unknown): string[] =>
    (Array.isArray(list) ? list : []).map(nameOf).filter((name) => name !== 'others');
  const date = item['issued'] as Work['issued'];
  return {
    id: String(item['id']),
    // What keeps the case of a title is no part of it.
    title: String(item['title']).replace(/<\/?span[^>]*>/g, ''),
    author: names(item['author']),
    editor: names(item['editor']),
    year: date?.['date-parts'][0]?.[0],
    address: item['URL'] as string | undefined,
  };
};

const readers: Record<string, (works: Work[]) => Record<string, unknown>[]> = {
  'BibTeX by citation-js': (works) => new Cite(exportFormats.bib.write(works), { generateGraph: false }).data,
  'BibTeX by biblatex-csl-converter': (works) =>
    converted(new BibLatexParser(exportFormats.bib.write(works), { processUnexpected: true }).parse()),
  'RIS by citation-js': (works) => new Cite(exportFormats.ris.write(works), { generateGraph: false }).data,
  'CSL-JSON by its schema': (works) => JSON.parse(exportFormats.json.write(works)),
};

function converted(parsed: { entries: object; errors: unknown[] }): Record<string, unknown>[] {
  expect(parsed.errors).toEqual([]);
  const items = new CSLExporter(parsed.entries as never, false, { useEntryKeys: true } as never).parse();
  return Object.values(items) as unknown as Record<string, unknown>[];
}

describe.each(lists)('$name', ({ works }) => {
  test.each(Object.keys(readers))('%s', (reader) => {
    const back = readers[reader]!(works).map(found);
    expect(back).toEqual(
      works.map((work) => ({
        ...wanted(work),
        // citation-js takes no names from RIS records of newspapers, statutes and court cases.
        ...(reader === 'RIS by citation-js' &&
        /^(?:article-newspaper|legal_case|legislation)$/.test(work.type)
          ? { author: [] }
          : {}),
      })),
    );
  });

  test('RIS by biblatex-csl-converter, which writes titles small and makes its own keys', () => {
    const back = converted(new RISParser(exportFormats.ris.write(works)).parse()).map(found);
    expect(back.map(({ title, year }) => [title.toLowerCase(), year])).toEqual(
      works.map(wanted).map(({ title, year }) => [title.toLowerCase(), year]),
    );
  });
});

test.each([
  ['Sets {1, 2} and { more', String.raw`Sets \{1, 2\} and \textbraceleft{} more`],
  ['} and } {x}', String.raw`\textbraceright{} and \textbraceright{} \{x\}`],
  ['{a {b}', String.raw`\textbraceleft{}a \{b\}`],
])('BibTeX counts no brace of the title %j as one of its own', (title, written) => {
  const [work] = z
    .array(workSchema)
    .parse([{ id: 'muster-1950', type: 'book', language: 'en', title, author: [{ family: title }] }]);
  const record = exportFormats.bib.write([work!]);
  expect(record).toContain(`title = {{${written}}}`);
  // BibTeX heeds no backslash before a brace.
  const depths = [...record].map(
    (
      (depth) => (sign) =>
        (depth += sign === '{' ? 1 : sign === '}' ? -1 : 0)
    )(0),
  );
  expect(Math.min(...depths)).toBe(0);
  expect(depths.at(-1)).toBe(0);
  expect(depths.filter((depth, i) => depth === 0 && i > 5).length).toBe(2);
});

function hostile(): Work[] {
  const types = workSchema.shape.type.options;
  return z.array(workSchema).parse(
    types.map((type, i) => ({
      id: `muster-19${String(i).padStart(2, '0')}`,
      type,
      language: 'en',
      title: 'Wells & {Braces}: 100% of #1, $5_000 ~ <b>',
      author: [
        { family: 'van Berg', given: 'Anna-Lena' },
        { family: '欧阳', given: '修' },
        { literal: 'Office for Wells and Springs' },
      ],
      // Nothing else has editors in biblatex.
      ...(/^(?:chapter|paper-conference)$/.test(type)
        ? { editor: [{ family: 'Müller', given: 'Åsa' }] }
        : {}),
      'container-title': 'Journal of Wells',
      publisher: 'Well & Sons',
      page: '3-9',
      volume: '2',
      issue: '4',
      issued: { 'date-parts': [[1900 + i, 2, 3]] },
      URL: `https://example.org/a_b?c=%7B1%7D&d=${i}#e`,
    })),
  );
}
