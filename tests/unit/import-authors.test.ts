import { describe, expect, test } from 'vitest';
import { isNames, readAuthor, splitNames } from '../../src/import/words/bylines.ts';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { readPdf } from '../../src/import/pdf/read-pdf.ts';
import { body, set, setPdf, type SetPage } from '../support/set-pdf.ts';

// Authors on covers, above titles and in series of reports, and the licence at the foot of a page.

async function read(pages: SetPage[]): Promise<Imported> {
  const document = await readPdf(setPdf(pages));
  if ('refusal' in document) throw new Error(document.refusal);
  return importPaper({ path: 'paper.pdf', encoding: 'PDF', text: document.text, document }, '2020-01-01');
}
const namesOf = ({ paper }: Imported): string[] =>
  paper.authors.map(({ family, given }) => `${given} ${family}`.trim());
const textOf = ({ files }: Imported): string =>
  [...files].flatMap(([path, text]) => (path.startsWith('chapters/') ? [text] : [])).join('\n');

const title = 'The Tolls of Two Harbours';

describe('names', () => {
  test.each([
    ['Clara Lima e Souza', { given: 'Clara', family: 'Lima e Souza' }],
    ['Juan Prado y Rios', { given: 'Juan', family: 'Prado y Rios' }],
    ['Clara de Lima e Souza', { given: 'Clara', family: 'de Lima e Souza' }],
  ])('joined by a word are one family name: %s', (written, name) => {
    expect(readAuthor(written)).toEqual(name);
  });

  test('follow a German “von”, which may also be part of a name', () => {
    expect(splitNames('von Arno Reed')).toEqual(['Arno Reed']);
    expect(splitNames('von Reed')).toEqual(['von Reed']);
  });

  test.each(['M AY 2 0 1 9', 'Harbour Science Series', '说明', 'Dredging and Tolling Processes in Harbours'])(
    'are not dates, series, headings or subtitles: %s',
    (line) => {
      expect(isNames(line)).toBe(false);
    },
  );
});

test('all authors are read from the title page behind a library’s cover, before an abstract on a page of its own', async () => {
  const made = await read([
    {
      texts: [
        set(50, 75, title, 20, 'bold'),
        set(50, 100, 'Anna Reed'),
        set(50, 130, 'Harbour University, anna@harbour.example'),
        set(50, 160, 'Bo Marsh'),
        set(50, 190, 'Quay University, bo@quay.example'),
        set(50, 230, 'Follow this and additional works at the harbour’s library'),
      ],
    },
    {
      texts: [
        set(90, 60, title, 16, 'bold'),
        set(110, 90, 'ANNA REED* & BO MARSH**'),
        set(50, 120, 'A toll is older than the law that names it.', 9),
      ],
    },
    { texts: body(90, 30) },
    { texts: body(90, 30, 2) },
  ]);
  expect(made.paper.title).toBe(title);
  expect(namesOf(made)).toEqual(['Anna Reed', 'Bo Marsh']);
});

test('names of two lines above a title are those of the authors, unless running heads repeat the name below it', async () => {
  const pages = (head: string): SetPage[] => [
    {
      texts: [
        set(90, 80, 'Anna Reed, Bo Marsh and'),
        set(90, 92, 'Carl Ferry'),
        set(90, 120, title, 16, 'bold'),
        set(90, 150, 'Dora Quay'),
        ...body(180, 25),
      ],
    },
    ...[1, 2, 3].map((i) => ({ texts: [set(150, 40, head, 8), ...body(90, 30, i)] })),
  ];
  expect(namesOf(await read(pages('The Harbour Tolls')))).toEqual(['Anna Reed', 'Bo Marsh', 'Carl Ferry']);
  expect(namesOf(await read(pages('Dora Quay: The Tolls')))).toEqual(['Dora Quay']);
});

test('a licence at the foot of the first page does not divide the paragraph above it', async () => {
  const licence = 'This is an open access article under the CC BY licence.';
  const made = await read([
    { texts: [set(90, 60, title, 16, 'bold'), ...body(90, 30), set(50, 520, licence, 7)] },
    { texts: body(60, 30, 3) },
  ]);
  expect(textOf(made)).not.toContain('open access');
  expect(made.ledger.spans.some(([, , kind]) => kind === 'editorial')).toBe(true);
});

test('a subtitle goes on after an article, and lines of small letters below it are no name', async () => {
  const made = await read([
    {
      texts: [
        set(50, 60, title, 20, 'bold'),
        set(50, 90, 'A Comparison of the Rolls of the', 14, 'italic'),
        set(50, 110, 'Lower Quay', 14, 'italic'),
        set(50, 140, 'Anna Reed'),
        ...body(170, 30, 1),
      ],
    },
  ]);
  expect(made.paper.title).toBe(`${title}: A Comparison of the Rolls of the Lower Quay`);
  expect(namesOf(made)).toEqual(['Anna Reed']);
  const cover = await read([
    {
      texts: [
        set(50, 60, title, 20, 'bold'),
        set(50, 140, 'Fieldwork'),
        set(50, 155, 'at Lower Quay'),
        set(50, 190, 'Anna Reed'),
        ...body(220, 28, 1),
      ],
    },
  ]);
  expect(namesOf(cover)).toEqual(['Anna Reed']);
});
