import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { exportFormats } from '../../src/cite/export.ts';
import { workSchema, type Name, type Work } from '../../src/model/work.ts';

export const readWorks = (path: string): Work[] =>
  z.array(workSchema).parse(JSON.parse(readFileSync(path, 'utf8')));

/** Tests that other libraries can read back the works that we write. */
export function testReadBack(works: Work[]): void {
  test.each(Object.keys(readers))('%s', (reader) => {
    const back = readers[reader]!(works).map(found);
    expect(back).toEqual(
      works.map((work) => ({
        ...wanted(work),
        // citation-js reads no names from RIS records of newspapers, statutes and court cases.
        ...(reader === 'RIS by citation-js' &&
        /^(?:article-newspaper|legal_case|legislation)$/.test(work.type)
          ? { author: [] }
          : {}),
      })),
    );
  });
}

const readers: Record<string, (works: Work[]) => Record<string, unknown>[]> = {
  'BibTeX by citation-js': (works) => new Cite(exportFormats.bib.write(works), { generateGraph: false }).data,
  'BibLaTeX by citation-js': (works) =>
    new Cite(exportFormats['biblatex.bib'].write(works), { generateGraph: false }).data,
  'RIS by citation-js': (works) => new Cite(exportFormats.ris.write(works), { generateGraph: false }).data,
  'CSL-JSON by its schema': (works) => JSON.parse(exportFormats.json.write(works)),
};

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

/** A name on one line, in whichever fields a reader stores its parts. */
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
    // Markup that preserves a title’s capitalisation is not part of the title.
    title: String(item['title']).replace(/<\/?span[^>]*>/g, ''),
    author: names(item['author']),
    editor: names(item['editor']),
    year: date?.['date-parts'][0]?.[0],
    address: item['URL'] as string | undefined,
  };
};
