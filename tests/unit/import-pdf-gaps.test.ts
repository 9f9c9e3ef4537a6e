import { describe, expect, test } from 'vitest';
import type { Imported } from '../../src/import/import-paper.ts';
import { readPdf } from '../../src/import/pdf/read-pdf.ts';
import { importPages } from '../support/import-pages.ts';
import { body, prose, set, setPdf, widthOf, type SetPage, type SetText } from '../support/set-pdf.ts';

// Pages that were once read wrongly, reduced to minimal examples.

const raised = (x: number, y: number, mark: string): SetText => set(x, y - 4, mark, 6);
const heading: SetText = set(90, 60, 'The Tolls of Two Harbours', 16, 'bold');

const linesOf = ({ files }: Imported): string[] =>
  [...files].flatMap(([path, text]) => (path.endsWith('.mdx') ? text.split('\n') : []));
const paragraphsOf = (made: Imported): string[] =>
  linesOf(made).flatMap((line) => /^\{\/\* \d\.\d\.\d+ \*\/\} (.*)$/.exec(line)?.[1] ?? []);
const notesOf = ({ paper }: Imported): [number, string][] =>
  paper.notes.map(({ label, content }) => [label, content.text]);
const doubtsOn = ({ ledger }: Imported, words: RegExp): string[] =>
  ledger.doubts.map(({ reason }) => reason).filter((reason) => words.test(reason));

const words = 'ledger roll charter tally deed lease toll quay cart wharf dike ferry'.split(' ');
/** Notes at the foot of a page, no two of them alike. */
const notes = (from: number, count: number): SetText[] =>
  Array.from({ length: count }, (_, i) => i).flatMap((i) => [
    raised(50, 500 + i * 10, String(from + i)),
    set(56, 500 + i * 10, `${words[(from * 5 + i) % 12]} and ${words[(from + i) % 12]}, ${from + i}.`, 7),
  ]);
/** A page of text with marks at the ends of some lines, by index, and its notes. */
const marked = (seed: number, marks: [line: number, mark: string][], foot: SetText[]): SetPage => ({
  texts: [
    ...(seed === 1 ? [heading] : []),
    ...body(90, 24, seed, 50, 40),
    ...marks.map(([line, mark]) =>
      raised(50 + widthOf(prose(seed + line * 7, 40), 10), 90 + line * 12, mark),
    ),
    ...foot,
  ],
  rules: [{ x0: 50, x1: 140, y: 490 }],
});

describe('marks', () => {
  test('of two notes beside each other are separate, and a dash stands for the note between', async () => {
    const made = await importPages([
      marked(
        1,
        [
          [2, '1,2'],
          [5, '3'],
        ],
        notes(1, 3),
      ),
      marked(
        2,
        [
          [2, '4,5'],
          [5, '6–8'],
        ],
        notes(4, 5),
      ),
      marked(
        3,
        [
          [1, '9'],
          [2, '10,11'],
          [5, '12'],
          [7, '13'],
        ],
        notes(9, 5),
      ),
    ]);
    const [text] = paragraphsOf(made);
    const found = [...text!.matchAll(/(?:\[\^\d+\],?)+/g)].map(([marks]) => marks);
    expect(found.map((marks) => [...marks.matchAll(/\d+/g)].map(Number))).toEqual([
      [1, 2],
      [3],
      [4, 5],
      [6, 7, 8],
      [9],
      [10, 11],
      [12],
      [13],
    ]);
    expect(doubtsOn(made, /mark/)).toEqual([]);
  });

  test('of the twelfth note is not that of the first two', async () => {
    const made = await importPages([
      marked(
        1,
        [1, 2, 3, 4, 5, 6].map((i) => [i, String(i)]),
        notes(1, 6),
      ),
      marked(
        2,
        [1, 2, 3, 4, 5, 6].map((i) => [i, String(i + 6)]),
        notes(7, 6),
      ),
    ]);
    expect(
      paragraphsOf(made)
        .join('')
        .match(/\[\^\d+\]/g),
    ).toHaveLength(12);
    expect(doubtsOn(made, /mark/)).toEqual([]);
  });
});

test('the mark of a note in a table is not part of its cell, and the note is kept', async () => {
  const cells = ['Year Carts Boats', '1701 210 31', '1702 215 33'].flatMap((row, i) =>
    row.split(' ').map((cell, column) => set(50 + column * 100, 282 + i * 15, cell, 9)),
  );
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 12, 1),
        raised(50 + widthOf(prose(1, 53), 10), 90, '1'),
        set(50, 260, 'Table 1 Tolls by the year'),
        ...cells,
        raised(150 + widthOf('Carts', 9), 282, '2'),
        ...body(340, 8, 9),
        raised(50 + widthOf(prose(9, 53), 10), 340, '3'),
        ...notes(1, 3),
      ],
      rules: [...[267, 286, 318].map((y) => ({ x0: 50, x1: 370, y })), { x0: 50, x1: 140, y: 490 }],
    },
    marked(2, [[2, '4']], notes(4, 1)),
  ]);
  expect(made.files.get('exhibits/table-1.yaml')).toMatch(/en: Carts\n/);
  expect(notesOf(made).map(([label]) => label)).toEqual([1, 2, 3, 4]);
  expect(doubtsOn(made, /^note 2 has no mark/)).toHaveLength(1);
});

test.each(['', ' of Yare'])('a note is in the text if its mark is on a title before “%s”', async (rest) => {
  const made = await importPages([
    {
      texts: [
        heading,
        set(50, 90, '1. The Quay', 12, 'bold'),
        raised(50 + widthOf('1. The Quay', 12), 90, '1'),
        set(54 + widthOf('1. The Quay', 12), 90, rest, 12, 'bold'),
        ...body(110, 20, 1),
        raised(50 + widthOf(prose(1 + 3 * 7, 53), 10), 146, '2'),
        ...notes(1, 2),
      ],
      rules: [{ x0: 50, x1: 140, y: 490 }],
    },
    marked(2, [[2, '3']], notes(3, 1)),
  ]);
  expect(made.paper.sections.map(({ title }) => title)).toEqual([`The Quay${rest}`]);
  expect(notesOf(made).map(([label]) => label)).toEqual([1, 2, 3]);
  expect(doubtsOn(made, /mark/)).toEqual([
    'note 1 is marked on a heading, where the dossier has no marks; it is marked in 1.0.1',
  ]);
});

test('a label may be as large as its note, and slightly above', async () => {
  const foot = (from: number): SetText[] =>
    [0, 1].flatMap((i) => [
      set(50, 497 + i * 22, String(from + i), 8),
      set(62, 500 + i * 22, `${words[from + i]} of the ${words[from + 5 + i]}, in the year`, 8),
      set(62, 510 + i * 22, `of ${words[from + 3 + i]}.`, 8),
    ]);
  const made = await importPages([
    marked(
      1,
      [
        [2, '1'],
        [5, '2'],
      ],
      foot(1),
    ),
    marked(
      2,
      [
        [2, '3'],
        [5, '4'],
      ],
      foot(3),
    ),
  ]);
  expect(notesOf(made)).toEqual([
    [1, 'roll of the toll, in the year of deed.'],
    [2, 'charter of the quay, in the year of lease.'],
    [3, 'tally of the cart, in the year of toll.'],
    [4, 'deed of the wharf, in the year of quay.'],
  ]);
});

describe('three columns', () => {
  const left = (column: number): number => 30 + column * 125;
  /** Columns of paragraphs of nine lines, each of which names its column and page. */
  const columns = (page: number, count: number): SetText[] =>
    [0, 1, 2].flatMap((column) =>
      body(90, count * 9, page + column * 11, left(column), 18).map((text, i) => {
        if (i % 9 === 0) return { ...text, x: text.x + 12, text: `On ${page}${column}${i / 9} the cart` };
        return i % 9 === 8 ? { ...text, text: 'ended here' } : text;
      }),
    );
  const stops = (count: number): SetText[] =>
    [0, 1, 2].flatMap((column) =>
      Array.from({ length: count }, (_, i) => set(left(column) + 60, 90 + (i * 9 + 8) * 12, '.')),
    );
  const marks = (from: number): SetText[] =>
    [0, 1, 2].map((column) => raised(left(column) + 66, 90 + 8 * 12, String(from + column)));
  const feet = (from: number): SetText[] =>
    [0, 1, 2].flatMap((column) => [
      raised(left(column), 500, String(from + column)),
      set(left(column) + 6, 500, `${words[from + column]} roll, ${from * 5 + column}.`, 7),
    ]);
  const pages = (): SetPage[] => [
    { texts: [heading, ...columns(1, 3), ...stops(3), ...marks(1), ...feet(1)] },
    { texts: [...columns(2, 3), ...stops(3), ...marks(4), ...feet(4)] },
    { texts: [...columns(3, 2), ...stops(2)] },
  ];

  test('are read one after another, with the notes at their feet', async () => {
    const made = await importPages(pages());
    const order = paragraphsOf(made).map((text) => /^On (\d+) /.exec(text)?.[1]);
    const of = (page: number, count: number): string[] =>
      [0, 1, 2].flatMap((column) => Array.from({ length: count }, (_, i) => `${page}${column}${i}`));
    expect(order).toEqual([...of(1, 3), ...of(2, 3), ...of(3, 2)]);
    expect(notesOf(made).map(([label]) => label)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(paragraphsOf(made)[3]).toMatch(/ended here\.\[\^2\]$/);
  });

  test('keep their positions on the page', async () => {
    const document = await readPdf(setPdf(pages()));
    if ('refusal' in document) throw new Error(document.refusal);
    const line = document.layout![1]!.lines.find(({ start }) => document.text.startsWith('On 220 ', start));
    expect(line?.x0).toBeCloseTo(left(2) + 12);
    expect(line?.y).toBeCloseTo(90);
  });

  test('of numbers are a table', async () => {
    const cells = (seed: number): SetText[] =>
      Array.from({ length: 30 }, (_, i) =>
        [0, 1, 2].map((column) =>
          set(left(column), 90 + i * 12, `${seed}${column}.${i}47 (${i}.5) 8.123`.padEnd(18, '1')),
        ),
      ).flat();
    const made = await importPages([
      { texts: [heading, ...body(90, 30, 1)] },
      { texts: cells(2) },
      { texts: cells(3) },
    ]);
    expect(linesOf(made).join('\n')).toContain('20.047 (0.5) 8.123');
    expect(linesOf(made).join('\n')).toMatch(/20\.047 \(0\.5\) 8\.123.{0,9}21\.047/);
  });
});

test('a manuscript has its title on a page of its own and its headings at the margin, in the type of the text', async () => {
  const paragraph = (y: number, seed: number): SetText[] => [
    set(75, y, prose(seed, 49)),
    ...body(y + 24, 3, seed + 1).map((text, i) => ({ ...text, y: y + 24 + i * 24 })),
    set(50, y + 96, `${prose(seed + 9, 24)}.`),
  ];
  const page = (seed: number, name: string): SetPage => ({
    texts: [
      ...paragraph(60, seed),
      set(50, 180, name),
      ...paragraph(204, seed + 30),
      ...paragraph(324, seed + 60),
    ],
  });
  const made = await importPages([
    {
      texts: [
        set(108, 200, 'Carts and Tolls on the Estuary of'),
        set(150, 224, 'Two Harbours: A Ledger'),
        set(174, 300, 'Ada Brook'),
      ],
    },
    { texts: [set(186, 60, 'Abstract', 10, 'italic'), ...body(84, 4, 5), ...paragraph(180, 3)] },
    page(7, 'The Ledgers of the Clerk'),
    page(11, 'What the Ledgers Show'),
    page(13, 'Two Tolls'),
  ]);
  expect(made.paper.title).toMatch(/^Carts and Tolls on the Estuary of/);
  expect(made.paper.sections.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['The Ledgers of the Clerk', 'What the Ledgers Show', 'Two Tolls']),
  );
});

test('a large initial begins the word beside it, and is no heading', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        set(50, 124, 'T', 36, 'bold'),
        set(72, 100, prose(1, 49).replace(/^\w+/, 'he')),
        set(72, 112, prose(8, 49)),
        set(72, 124, prose(15, 49)),
        ...body(136, 20, 22),
      ],
    },
    { texts: body(60, 30, 3) },
  ]);
  const [first] = paragraphsOf(made);
  expect(first).toMatch(new RegExp(`^The .*${prose(8, 49)} ${prose(15, 49)} ${prose(22, 53)}`));
  expect(linesOf(made).filter((line) => line.startsWith('#'))).toEqual([]);
});

test('a list of works may have parts with headings', async () => {
  const entries = [
    'Abel, J. 2001. The Tolls of the Estuary. Ferry Press.',
    'Baker, A. 2003. Carts upon the Dike. Harbour Press.',
    'Dunn, E. 2005. Of Ferries. Estuary Press.',
    'Ebert, K. 2006. The Clerk. Ferry Press.',
  ];
  const made = await importPages([
    { texts: [heading, ...body(90, 36, 1)] },
    {
      texts: [
        ...body(60, 20, 3),
        set(50, 320, 'Bibliography', 12, 'bold'),
        set(50, 340, 'Primary sources', 10, 'italic'),
        ...entries.slice(0, 2).map((entry, i) => set(50, 355 + i * 14, entry, 9)),
        set(50, 400, 'Secondary sources', 10, 'italic'),
        ...entries.slice(2).map((entry, i) => set(50, 415 + i * 14, entry, 9)),
      ],
    },
  ]);
  expect(made.paper.references.map(({ content }) => content.text)).toEqual(entries);
});
