import { describe, expect, test } from 'vitest';
import { composeAccents } from '../../src/import/pdf/glyphs/compose-accents.ts';
import type { Glyph } from '../../src/import/pdf/glyphs/page-glyphs.ts';
import { rowsOf } from '../../src/import/pdf/lines/page-rows.ts';
import type { Imported } from '../../src/import/import-paper.ts';
import { importPages } from '../support/import-pages.ts';
import { body, prose, set, type SetText } from '../support/set-pdf.ts';

// Layouts found in magazines and in journals of social science, reduced to minimal examples.

const heading: SetText = set(90, 60, 'The Tolls of Two Harbours', 16, 'bold');

const written = ({ files }: Imported): string =>
  [...files].flatMap(([path, text]) => (path.endsWith('.mdx') ? [text] : [])).join('\n');

/** Glyphs from left to right, of width 5 unless given: `g`, `˘@1` is one unit right of the glyph before it. */
function glyphs(...given: [text: string, x: number, y?: number, size?: number, font?: string][]): Glyph[] {
  return given.map(([text, x, y = 100, size = 10, font = 'roman']) => ({ text, x, y, width: 5, size, font }));
}
const pageOf = (own: Glyph[]) => ({ width: 400, height: 600, glyphs: own, rules: [] });
const composed = (own: Glyph[]): string =>
  composeAccents(pageOf(own))
    .glyphs.map(({ text }) => text)
    .join('');

describe('an accent that is printed apart', () => {
  test('joins the letter before or after it', () => {
    expect(composed(glyphs(['g', 50], ['˘', 50.5], ['l', 55]))).toBe('ğl');
    expect(composed(glyphs(['´', 50.5], ['e', 50], ['t', 55]))).toBe('ét');
    expect(composed(glyphs(['´', 50.5], ['ı', 50]))).toBe('í');
  });

  test('stays if it is not above a letter', () => {
    expect(composed(glyphs(['g', 50], ['˘', 56], ['4', 62]))).toBe('g˘4');
    expect(composed(glyphs(['x', 50], ['¸', 51]))).toBe('x¸');
  });
});

test('an ornament between words belongs to their line, although it is larger and lower', () => {
  const later = [...'The tolls of carts'].map((text, i) => [text, 80 + i * 5] as [string, number]);
  const words = glyphs(['A', 50], ['B', 55], ...later);
  const { rows } = rowsOf(pageOf([...words, ...glyphs(['▪', 66, 101.5, 13, 'signs'])]));
  expect(rows.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(['AB▪The tolls of carts']);
});

test('an abstract may begin after its heading in capitals', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        set(50, 90, 'ABSTRACT This article weighs the tolls of two', 9, 'bold'),
        set(50, 101, 'harbours against each other.', 9, 'bold'),
        set(50, 130, 'Introduction', 12, 'bold'),
        ...body(150, 30, 1),
      ],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(written(made)).toContain(
    '{/* abstract */} This article weighs the tolls of two harbours against each other.',
  );
});

test('a paragraph may begin with the name of a figure', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 10),
        set(50, 210, 'and the toll was low.'),
        set(62, 222, 'Figure 1 ranks harbours by all the tolls of a year,x'),
        ...body(234, 6, 3),
        set(50, 330, 'Figure 1. Tolls of a year', 8, 'bold'),
        ...body(360, 12, 4),
      ],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(written(made)).toMatch(/\{\/\* \d\.0\.\d \*\/\} Figure 1 ranks harbours/);
  expect(made.paper.exhibits.map(({ title }) => title)).toEqual(['Tolls of a year']);
});

describe('the imprint at the foot of a first page', () => {
  const first = (...foot: SetText[]): SetText[] => [
    heading,
    ...body(90, 20),
    set(50, 330, prose(3, 40)),
    set(50 + 40 * 6, 326, '1', 6),
    set(50, 370, '1 See the roll of the ferry.', 8),
    ...foot,
  ];
  const second = { texts: [set(50, 30, '12 Ada Marsh', 8), ...body(60, 34, 2)] };

  test('is not part of the last note', async () => {
    const made = await importPages([
      {
        texts: first(
          set(50, 400, 'The Harbour Review, 2025.', 8),
          set(50, 409, '2025 The Town of Yare. All rights reserved. Published', 8),
          set(50, 418, 'by the Town. https://doi.org/10.1234/yare.9', 8),
        ),
      },
      second,
    ]);
    expect(made.paper.notes.map(({ content }) => content.text)).toEqual(['See the roll of the ferry.']);
    expect(made.paper.DOI).toBe('10.1234/yare.9');
  });

  test('names the journal in which the paper appeared', async () => {
    const made = await importPages([
      {
        texts: [
          heading,
          ...body(90, 24),
          set(50, 410, 'International Journal of Harbours 2(3), 11-29', 8),
          set(50, 419, 'ISSN 1234-5678 (print)', 8),
        ],
      },
      { texts: body(60, 34, 2) },
    ]);
    expect(made.paper).toMatchObject({
      journal: 'International Journal of Harbours',
      volume: '2',
      issue: '3',
    });
    expect(written(made)).not.toContain('2(3)');
  });
});

test('a divided word continues on the next page, although its lines are indented there', async () => {
  const made = await importPages([
    { texts: [heading, ...body(90, 30), set(50, 450, `${prose(2, 46)} Af-`)] },
    {
      texts: [
        ...body(60, 4, 3, 74, 45).map((one, i) => (i === 0 ? { ...one, text: 'rican tolls were low' } : one)),
        ...body(120, 28, 2),
      ],
    },
  ]);
  expect(written(made)).toMatch(/Af-?rican tolls were low/);
});

test('the last words of a quotation stay with it', async () => {
  const quoted = body(222, 3, 4, 74, 45);
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 10),
        set(50, 210, 'The clerk wrote:'),
        ...quoted.map((one, i) => (i === 2 ? { ...one, text: `${prose(1, 38)} (Marsh` } : one)),
        set(74, 258, '1999: 3).'),
        ...body(282, 12, 3),
      ],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(written(made)).toMatch(/^> .*Marsh 1999: 3/m);
});

test('words beside a picture do not divide the sentence from column to column', async () => {
  const column = (x: number, y: number, count: number, seed: number): SetText[] =>
    Array.from({ length: count }, (_, i) => set(x, y + i * 10, prose(seed + i * 7, 26), 7));
  const made = await importPages([
    {
      texts: [
        heading,
        ...column(20, 90, 40, 0),
        ...column(150, 90, 40, 3),
        ...column(280, 90, 30, 5),
        set(280, 440, 'A clerk takes a toll', 5),
        set(280, 446, 'from carts in June.', 5),
      ],
    },
    { texts: [...column(20, 60, 50, 1), ...column(150, 60, 50, 2), ...column(280, 60, 50, 4)] },
  ]);
  expect(written(made)).not.toContain('A clerk takes a toll');
  expect(made.ledger.doubts.map(({ reason }) => reason).join()).toContain('lines in small type');
});

test('keywords across two columns are one list', async () => {
  const columns = (y: number, count: number, seed: number): SetText[] => [
    ...body(y, count, seed, 40, 26),
    ...body(y, count, seed + 4, 220, 26),
  ];
  const made = await importPages([
    {
      texts: [
        heading,
        set(60, 90, 'Abstract: Two harbours took tolls from carts on a dike', 9),
        set(60, 101, 'in the same years, and so the roads were shared by all.', 9),
        set(60, 112, 'Keywords:', 9),
        set(120, 112, 'tolls', 9),
        set(175, 112, 'dikes', 9),
        set(230, 112, 'carts', 9),
        set(285, 112, 'roads', 9),
        set(60, 123, 'Received: 1 May 2020 by the town of Yare and its clerks.', 9),
        ...columns(150, 30, 1),
      ],
    },
    { texts: columns(60, 40, 2) },
    { texts: columns(60, 40, 3) },
  ]);
  expect(made.paper.keywords).toEqual(['tolls', 'dikes', 'carts', 'roads']);
});

test('authors above the title may have their affiliation below them', async () => {
  const made = await importPages([
    {
      texts: [
        set(90, 24, 'Ada Marsh, Bo Lind and Una', 9, 'bold'),
        set(90, 35, 'Fenwick', 9, 'bold'),
        set(90, 46, 'University of Yare', 8),
        heading,
        ...body(90, 34, 1),
      ],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(made.paper.authors.map(({ family }) => family)).toEqual(['Marsh', 'Lind', 'Fenwick']);
});

test('a rubric above the title is not an author if the names are below it', async () => {
  const han = '渡口每日开船两次过河的人依照到达的先后交付船资两岸的人都知道';
  const lines = (y: number, count: number): SetText[] =>
    Array.from({ length: count }, (_, i) =>
      set(50, y + i * 15, han.slice(i % 9) + han.slice(0, i % 9), 10, 'song'),
    );
  const made = await importPages([
    {
      texts: [
        set(280, 40, '港口经济', 10, 'hei'),
        set(90, 80, '两个港口的船资', 18, 'hei'),
        set(150, 110, '（北屿大学渡口研究组  陆甲乙  钟丙丁）', 10, 'hei'),
        ...lines(150, 25),
      ],
    },
    { texts: lines(60, 30) },
  ]);
  expect(made.paper.authors.map(({ family }) => family)).toEqual(['陆', '钟']);

  const latin = await importPages([
    {
      texts: [
        set(90, 24, 'Harbour Studies', 9, 'bold'),
        heading,
        set(90, 80, 'Ada Fenwick', 9, 'bold'),
        ...body(100, 34, 1),
      ],
    },
    { texts: [set(50, 30, 'Fenwick / Two Harbours', 8), ...body(60, 34, 2)] },
    { texts: [set(50, 30, 'Fenwick / Two Harbours', 8), ...body(60, 34, 3)] },
  ]);
  expect(latin.paper.authors.map(({ family }) => family)).toEqual(['Fenwick']);
});

test('an abstract in small type on a page of its own is not a note', async () => {
  const abstract = Array.from({ length: 8 }, (_, i) =>
    set(
      70,
      130 + i * 10,
      i === 0 ? `Abstract. ${prose(9, 45)}` : i === 4 ? `34 ${prose(i, 50)}` : prose(i, 53),
      8,
    ),
  );
  const made = await importPages([
    {
      texts: [
        heading,
        set(150, 90, 'Ada Fenwick*', 10, 'italic'),
        ...abstract,
        set(50, 500, '* Harbour master. The author thanks the ferrymen.', 8),
      ],
      rules: [{ x0: 50, x1: 200, y: 485 }],
    },
    { texts: body(60, 34, 2) },
    { texts: body(60, 34, 3) },
  ]);
  expect(written(made)).toContain(`{/* abstract */} ${prose(9, 45)}`);
  expect(made.ledger.leftOut.map(({ text }) => text).join()).toContain('Harbour master');
  expect(made.ledger.leftOut.map(({ text }) => text).join()).not.toContain(prose(2, 53));
});

test('authors on lines of their own are several, although only a mark is between them', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        set(150, 90, 'Ada Fenwick', 10, 'italic'),
        set(216, 86, '*', 6, 'italic'),
        set(150, 102, 'Bo Jan Lind', 10, 'italic'),
        ...body(140, 24, 1),
        set(50, 500, '* The authors thank the ferrymen of both harbours.', 8),
      ],
      rules: [{ x0: 50, x1: 150, y: 485 }],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(made.paper.authors.map(({ family }) => family)).toEqual(['Fenwick', 'Lind']);
});

test('a heading below both columns belongs to the lines across them', async () => {
  const column = (x: number, y: number, count: number, seed: number): SetText[] =>
    body(y, count, seed, x, 24);
  const made = await importPages([
    { texts: [heading, ...column(50, 90, 34, 1), ...column(220, 90, 34, 2)] },
    { texts: [...column(50, 60, 40, 3), ...column(220, 60, 40, 4)] },
    {
      texts: [
        ...column(50, 60, 20, 5),
        ...column(220, 60, 20, 6),
        set(50, 330, 'The Ferrymen', 10, 'bold'),
        ...body(350, 6, 7),
      ],
    },
  ]);
  const last = [...made.files].findLast(([path]) => path.endsWith('.mdx'))?.[1];
  expect(last).toContain(prose(7, 53));
  expect(last).not.toContain(prose(6, 24));
});

test('the imprint of a journal below the notes is not part of the last one', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 24, 1),
        set(50, 378, `${prose(3, 20)}.`),
        set(188, 374, '1', 6),
        set(50, 450, '1', 6),
        set(56, 453, 'Ada Marsh, Ferries (Yare: Quay, 1901).', 8),
        set(50, 480, 'Harbour Studies 2020, Vol. 4, No. 2, pp. 7-19.', 8),
      ],
      rules: [
        { x0: 50, x1: 150, y: 438 },
        { x0: 50, x1: 370, y: 465 },
      ],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(made.paper.notes.map(({ content }) => content.text)).toEqual([
    'Ada Marsh, Ferries (Yare: Quay, 1901).',
  ]);
});

test('each author may have an affiliation below, or a mark before the next name', async () => {
  const authorsOf = async (...lines: string[]): Promise<string[]> => {
    const texts = lines.map((line, i) => set(150, 84 + i * 14, line, 10, i % 2 === 0 ? 'bold' : 'italic'));
    const made = await importPages([
      { texts: [heading, ...texts, ...body(170, 28, 1)] },
      { texts: body(60, 34, 2) },
    ]);
    return made.paper.authors.map(({ family }) => family);
  };
  expect(await authorsOf('Ada Marsh', 'University of Yare', 'Bo Lind', 'University of Ghent')).toEqual([
    'Marsh',
    'Lind',
  ]);
  expect(await authorsOf('Ada Jane Marsh* Bo Lind†')).toEqual(['Marsh', 'Lind']);
});

test('what the journal prints about the author after the text is not text', async () => {
  const made = await importPages([
    { texts: [heading, set(150, 84, 'Ada Marsh'), ...body(130, 30, 1)] },
    {
      texts: [
        ...body(60, 20, 2),
        set(50, 300, 'and so on.'),
        set(50, 340, 'About the author:', 10, 'bold'),
        ...body(364, 3, 5),
        set(50, 400, 'is Professor of Tolls at the port of Yare.'),
        set(50, 424, 'Author’s address:', 10, 'bold'),
        set(50, 448, '1 Quay Street, Yare'),
      ],
    },
  ]);
  expect(written(made)).not.toMatch(/Quay|Professor/);
  expect(written(made)).toContain('and so on.');
});

describe('the ledger doubts', () => {
  const first = (...lines: SetText[]) => ({ texts: [heading, ...lines, ...body(130, 30, 1)] });
  const headed = (head: string, page: number) => ({
    texts: [set(50, 30, `${head} ${page}`, 8), ...body(60, 34, page)],
  });
  const doubtsOf = ({ ledger }: Imported): string[] => ledger.doubts.map(({ reason }) => reason);

  test('authors whom nothing but their position suggests', async () => {
    const alone = await importPages([first(set(150, 90, 'Ada Marsh')), headed('Harbour Review', 12)]);
    expect(doubtsOf(alone)).toContain('only its position suggests that this is the author: Ada Marsh');
    const again = await importPages([
      first(set(150, 90, 'Ada Marsh')),
      headed('Marsh: Tolls', 12),
      headed('Marsh: Tolls', 13),
      headed('Marsh: Tolls', 14),
    ]);
    expect(doubtsOf(again).join()).not.toContain('position');
  });

  test('a title if another text is set almost like it', async () => {
    const other = set(60, 110, 'Roads and Harbours of the North', 16, 'italic');
    const made = await importPages([first(set(150, 84, 'Ada Marsh'), other), headed('Marsh: Roads', 12)]);
    expect(doubtsOf(made).join()).toContain('the title may be another text in large type: ');
  });

  test('names with nothing between them', async () => {
    const made = await importPages([
      first(set(100, 90, 'Ada Marsh Lind Una Fenwick Bo')),
      headed('Harbour Review', 12),
    ]);
    expect(doubtsOf(made).join()).toContain('may be several names without anything between them');
  });

  test('a missing journal, and proposes an entry for it', async () => {
    const made = await importPages([first(set(150, 90, 'Ada Marsh')), { texts: body(60, 34, 2) }]);
    expect(made.ledger.doubts.map(({ correction }) => correction)).toContainEqual({
      journal: 'The journal',
      year: 2000,
    });
  });
});
