import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Imported } from '../../src/import/import-paper.ts';
import { importPages } from '../support/import-pages.ts';
import { body, prose, set, type SetText } from '../support/set-pdf.ts';

// Tables and front matter that papers set in unusual ways, reduced to minimal examples.

const heading: SetText = set(90, 60, 'The Tolls of Two Harbours', 16, 'bold');
const row = (y: number, ...cells: string[]): SetText[] => cells.map((cell, i) => set(50 + i * 120, y, cell));
const table = ({ files }: Imported): unknown => parse(files.get('exhibits/table-1.yaml') ?? 'null');

describe('a table', () => {
  const first = [
    heading,
    ...body(90, 30, 1),
    set(50, 470, 'Table 1 Tolls by the year'),
    ...row(485, 'Year', 'Carts', 'Ships'),
    ...row(500, '1701', '15', '81'),
    ...row(515, '1702', '19', '84'),
  ];

  test('continues at the top of the next page, down to its source', async () => {
    const made = await importPages([
      { texts: first },
      {
        texts: [
          ...row(60, '1703', '22', '90'),
          ...row(75, '1704', '23', '93'),
          set(50, 90, 'Source: Rolls of the quay.', 8),
          ...body(120, 30, 2),
        ],
      },
    ]);
    expect(table(made)).toMatchObject({
      title: { en: 'Tolls by the year' },
      source: { en: 'Rolls of the quay.' },
      rows: [1701, 1702, 1703, 1704].map((year) => ({ cells: { c1: { en: String(year) } } })),
    });
    expect(made.faults).toEqual([]);
  });

  test.each(['Continued', '续表', '表1（续）'])('continues below “%s”, whatever its rows', async (told) => {
    const made = await importPages([
      { texts: first },
      {
        texts: [
          set(182, 60, told, 8, /\p{Script=Han}/u.test(told) ? 'song' : 'roman'),
          ...['tar', 'wool', 'salt'].map((word, i) => set(50, 75 + i * 15, word, 8)),
          ...body(140, 30, 2),
        ],
      },
    ]);
    expect(JSON.stringify(table(made))).toMatch(/1702.*tar.*wool.*salt/);
  });

  test('does not continue in text at the top of the next page', async () => {
    const made = await importPages([{ texts: first }, { texts: body(60, 34, 2) }]);
    expect(table(made)).toMatchObject({ rows: [{ cells: {} }, { cells: {} }] });
  });

  test('may have its title on the lines below its number', async () => {
    const made = await importPages([
      {
        texts: [
          heading,
          ...body(90, 20, 1),
          set(182, 360, 'TABLE 1', 8),
          set(120, 372, 'Tolls of the northern harbours and', 8),
          set(150, 384, 'of the southern quays', 8),
          ...row(400, 'Year', 'Carts', 'Ships'),
          ...row(415, '1701', '15', '81'),
          ...row(430, '1702', '19', '84'),
          ...body(460, 8, 3),
        ],
      },
      { texts: body(60, 34, 2) },
    ]);
    expect(table(made)).toMatchObject({
      title: { en: 'Tolls of the northern harbours and of the southern quays' },
      rows: [{ cells: {} }, { cells: {} }],
    });
  });

  test('without a title is called by its number', async () => {
    const made = await importPages([
      {
        texts: [
          heading,
          ...body(90, 20, 1),
          set(50, 360, 'Table 1'),
          ...row(375, 'Year', 'Carts', 'Ships'),
          ...row(390, '1701', '15', '81'),
          ...row(405, '1702', '19', '84'),
          ...body(435, 8, 3),
        ],
      },
      { texts: body(60, 34, 2) },
    ]);
    expect(table(made)).toMatchObject({ title: { en: 'Table 1' } });
  });
});

describe('large type is no heading', () => {
  const titlesOf = ({ paper }: Imported): string[] => paper.sections.map(({ title }) => title);
  const section = (y: number, title: string): SetText => set(50, y, title, 12, 'bold');

  test('in a chart whose caption it repeats', async () => {
    const made = await importPages([
      { texts: [heading, section(90, 'Tolls'), ...body(110, 30, 1)] },
      {
        texts: [
          ...body(60, 10, 3),
          set(70, 200, 'Figure 1. Number of Tolls at Two Harbours by the'),
          set(70, 212, 'Year'),
          set(130, 240, 'Number of Tolls at', 14),
          set(170, 256, 'Two Harbours', 14),
          ...['900', '600', '300'].map((tick, i) => set(60, 275 + i * 20, tick, 8)),
          ...body(370, 12, 5),
        ],
      },
    ]);
    expect(titlesOf(made)).toEqual(['Tolls']);
    expect(parse(made.files.get('exhibits/figure-1.yaml')!)).toMatchObject({
      title: { en: 'Number of Tolls at Two Harbours by the Year' },
    });
  });

  test('if it is a formula', async () => {
    const made = await importPages([
      { texts: [heading, section(90, 'Tolls'), ...body(110, 30, 1)] },
      { texts: [...body(60, 10, 3), set(120, 200, 'TR B(x) B(x) , (3)', 14), ...body(230, 12, 5)] },
      { texts: [...body(60, 10, 7), set(120, 200, 'B: Ivi, c. 8.'), ...body(230, 12, 9)] },
    ]);
    expect(titlesOf(made)).toEqual(['Tolls']);
    expect(made.ledger.doubts.filter(({ reason }) => /^a formula is read as text/.test(reason))).toHaveLength(
      1,
    );
  });
});

test('a table across the columns, with text beside it, is no part of that text', async () => {
  const column = (x: number, y: number, count: number, seed: number, width = 25): SetText[] =>
    body(y, count, seed, x, width);
  const cells = ['Year', '1701', '1702', '1703'].map((text, i) => [
    set(172, 105 + i * 12, text, 8),
    set(250, 105 + i * 12, ['Carts', '15', '19', '22'][i]!, 8),
    set(320, 105 + i * 12, ['Ships', '81', '84', '90'][i]!, 8),
  ]);
  const rule = (y: number) => ({ x0: 168, x1: 370, y });
  const made = await importPages([
    { texts: [heading, ...column(50, 90, 36, 1), ...column(220, 90, 36, 2)] },
    {
      texts: [
        ...column(50, 60, 9, 3, 18),
        set(180, 80, 'Table 1 Tolls by the year', 8),
        ...cells.flat(),
        ...column(50, 168, 28, 4),
        ...column(220, 168, 28, 5),
      ],
      rules: [rule(90), rule(108), rule(146)],
    },
    { texts: [...column(50, 60, 36, 6), ...column(220, 60, 36, 7)] },
  ]);
  const text = [...made.files].flatMap(([path, own]) => (path.endsWith('.mdx') ? [own] : [])).join('\n');
  expect(text).toContain(
    column(50, 60, 9, 3, 18)
      .map((line) => line.text)
      .join(' '),
  );
  expect(table(made)).toMatchObject({ title: { en: 'Tolls by the year' } });
  expect(JSON.stringify(table(made))).toMatch(/1701.*15.*81.*1703.*22.*90/);
});

test('the further lines of a caption may hang, in another face', async () => {
  const caption = [
    'Figure 1. Tolls of the two harbours by the years',
    'that the rolls name. Drawn from the rolls of the',
    'quay.',
  ];
  const made = await importPages([
    { texts: [heading, ...body(90, 30, 1)] },
    {
      texts: [
        ...body(60, 10, 3),
        ...caption.map((text, i) =>
          set(i === 0 ? 50 : 58, 300 + i * 12, text, 10, i === 0 ? 'bold' : 'roman'),
        ),
        ...body(360, 12, 5),
      ],
    },
  ]);
  expect(made.paper.exhibits.map(({ title }) => title)).toEqual([
    'Tolls of the two harbours by the years that the rolls name. Drawn from the rolls of the quay.',
  ]);
});

test('the DOI may be above the title', async () => {
  const made = await importPages([
    { texts: [set(250, 30, 'DOI: 10.1234/tolls.7.', 7), heading, ...body(90, 30, 1)] },
    { texts: body(60, 34, 2) },
  ]);
  expect(made.paper.DOI).toBe('10.1234/tolls.7');
});

describe('a narrow box in small type beside the abstract', () => {
  const page = (box: SetText[]): SetText[] => [
    heading,
    ...box,
    ...prose(4, 44 * 11)
      .match(/.{1,44}/g)!
      .map((line, i) => set(150, 100 + i * 11, `${i === 0 ? 'Abstract: ' : ''}${line.trim()}`, 8)),
    ...body(300, 22, 1),
  ];
  const imported = (box: SetText[]): Promise<Imported> =>
    importPages([{ texts: page(box) }, { texts: body(60, 34, 2) }]);
  const textOf = ({ files }: Imported): string =>
    [...files].flatMap(([path, text]) => (path.endsWith('.mdx') ? [text] : [])).join('\n');

  test('has keywords, which are not mixed with the abstract', async () => {
    const box = ['Keywords:', 'harbours;', 'tolls of', 'quays;', 'carts; rolls', 'of the clerks'];
    const made = await imported(box.map((text, i) => set(50, 100 + i * 11, text, 8)));
    expect(made.paper.keywords).toEqual(['harbours', 'tolls of quays', 'carts', 'rolls of the clerks']);
    expect(textOf(made)).not.toMatch(/carts; rolls|Keywords/);
    expect(textOf(made)).toMatch(/^\{\/\* abstract \*\/\}/m);
    expect(made.faults).toEqual([]);
  });

  test('has the authors’ names above dates and addresses', async () => {
    const names = ['Mary Hill', 'John Lee', 'Ann Smith'];
    const rest = ['Received: 4 May', 'University', 'of Northquay', 'Quay Street 4'];
    const made = await imported([
      ...names.map((text, i) => set(50, 100 + i * 11, text, 8)),
      ...rest.map((text, i) => set(50, 155 + i * 11, text, 8)),
    ]);
    expect(made.paper.authors.map(({ family }) => family)).toEqual(['Hill', 'Lee', 'Smith']);
    expect(textOf(made)).not.toMatch(/Northquay|Received/);
    expect(made.ledger.leftOut.some(({ text }) => text.includes('Northquay'))).toBe(true);
  });
});
