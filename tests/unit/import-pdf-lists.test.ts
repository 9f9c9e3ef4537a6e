import { describe, expect, test } from 'vitest';
import { readHeadings } from '../../src/import/words/headings.ts';
import { isNames, splitNames } from '../../src/import/words/bylines.ts';
import type { Imported } from '../../src/import/import-paper.ts';
import { readMasthead } from '../../src/import/document/masthead.ts';
import { listHeadings } from '../../src/import/words/paper-words.ts';
import { repairGlyphs } from '../../src/import/pdf/glyphs/repair-glyphs.ts';
import { importPages } from '../support/import-pages.ts';
import { body, set, type SetText } from '../support/set-pdf.ts';

// Notes, lists, captions and names as journals of law, letters and politics set them, reduced to minimal examples.

const heading: SetText = set(90, 60, 'The Tolls of Two Harbours', 16, 'bold');

const written = ({ files }: Imported): string =>
  [...files].flatMap(([path, text]) => (path.endsWith('.mdx') ? [text] : [])).join('\n');
const titlesOf = ({ paper }: Imported) => paper.exhibits.map(({ title }) => title);
const worksIn = ({ files }: Imported): { title: string }[] => JSON.parse(files.get('works.json') ?? '[]');

const chinese = (y: number, text: string, x = 50, size = 10): SetText => set(x, y, text, size, 'song');
const lines = (y: number, count: number): SetText[] =>
  Array.from({ length: count }, (_, i) =>
    chinese(
      y + i * 15,
      `渡船每日往返两次向过河的车马收取船资而堤上的人都依照第${'甲乙丙丁戊己庚辛壬癸'[i % 10]}条付`,
    ),
  );

describe('a note mark in brackets', () => {
  const page = (first: number, y = 120) => ({
    texts: [
      ...(y > 100 ? [set(120, 60, '两个渡口的船资', 16, 'hei')] : []),
      ...lines(y, 20),
      chinese(y + 300, '堤上的人也要付。'),
      chinese(y + 315, `渡口的船资由县里规定。〔${first}〕渡夫不得多收。〔${first + 1}〕`, 70),
      chinese(510, `〔${first}〕《${first === 1 ? '江湾县志' : '河工奏稿'}》第${first}页。`, 50, 8),
      chinese(522, `〔${first + 1}〕《${first === 1 ? '船资簿' : '堤上杂记'}》第${first}页。`, 50, 8),
    ],
  });

  test('refers to the note at the foot with the same brackets, and is not raised', async () => {
    const made = await importPages([page(1), page(3, 60)]);
    expect(written(made)).toContain('由县里规定。[^1]渡夫不得多收。[^2]');
    expect(written(made)).toContain('由县里规定。[^3]渡夫不得多收。[^4]');
    expect(made.ledger.doubts.filter(({ reason }) => /mark/.test(reason))).toEqual([]);
  });
});

test.each([
  ['注释［Notes］', 'notes'],
  ['注 释 及 参 考 文 献', 'notes'],
  ['Notes and references', 'notes'],
  ['引用作品［Works Cited］', 'references'],
  ['参考文献/References:', 'references'],
  ['参考文献 (References)', 'references'],
  ['注释的方法', undefined],
  ['References to Tolls', undefined],
])('%s is the heading of a list: %s', (text, id) => {
  expect(listHeadings.find(({ pattern }) => pattern.test(text))?.id).toBe(id);
});

test('a gap begins an entry of a reference list, the heading of a part or an appendix none', async () => {
  const made = await importPages([
    { texts: [heading, ...body(90, 34, 1)] },
    {
      texts: [
        ...body(60, 10, 3),
        set(50, 230, '6. Bibliography', 14, 'bold'),
        set(50, 260, '6.1. Rolls', 10, 'bold'),
        ...['Reed, Ada (1999), Tolls and', 'Their Keepers at the Quay (retr. 2001)'].map((text, i) =>
          set(50, 280 + i * 12, text),
        ),
        ...['Marsh, Bo (2001), Weirs. The', 'Second Roll (retr. 2002)'].map((text, i) =>
          set(50, 316 + i * 12, text),
        ),
        set(50, 352, 'Mill, Cy (2002), Locks (retr. 2003)'),
        set(50, 390, 'APPENDIX: The Tolls', 10, 'bold'),
        ...body(410, 8, 5),
      ],
    },
  ]);
  expect(made.paper.references.map(({ content }) => content.text)).toEqual([
    'Reed, Ada (1999), Tolls and Their Keepers at the Quay (retr. 2001)',
    'Marsh, Bo (2001), Weirs. The Second Roll (retr. 2002)',
    'Mill, Cy (2002), Locks (retr. 2003)',
  ]);
  expect(made.paper.sections.map(({ title }) => title)).toContain('APPENDIX: The Tolls');
});

describe('below a reference list', () => {
  test.each([
    ['Biographical notes', 'Ada Reed has kept the lock for years.'],
    ['About the Author Dr. Ada Reed', 'Ada Reed has kept the lock for years.'],
    ['ADA REED is the keeper of the lock at Harb.', 'ADDRESS: The Lock, Harb.'],
  ])('“%s” begins what the journal tells of the authors', async (first, second) => {
    const made = await importPages([
      { texts: [heading, set(50, 80, 'Ada Reed'), ...body(110, 32, 1)] },
      {
        texts: [
          ...body(60, 10, 3),
          set(50, 180, 'The toll was low.'),
          set(50, 230, 'References', 9, 'bold'),
          ...entries(250, 1, 5),
          set(50, 340, first, 10, /^\p{Lu}\p{Ll}/u.test(first) ? 'bold' : 'roman'),
          set(50, 360, second),
        ],
      },
    ]);
    expect(worksIn(made)).toHaveLength(5);
    expect(written(made)).not.toMatch(/lock for years|ADDRESS|keeper of the lock/);
    expect(made.ledger.leftOut.map(({ text }) => text).join()).toContain(second);
  });

  const entries = (y: number, from: number, count: number, x = 50): SetText[] =>
    Array.from({ length: count }, (_, i) =>
      set(x, y + i * 12, `[${from + i}] Reed, J. Tolls of Quay ${from + i}. Harb: Lock, 1999.`, 8),
    );

  test('a note of the same page begins at its rule, not with the list', async () => {
    const made = await importPages([
      { texts: [heading, ...body(90, 34, 1)] },
      {
        texts: [
          set(50, 60, 'The toll was low.'),
          set(152, 57, '1', 6),
          ...body(72, 10, 3),
          set(50, 230, 'References', 9, 'bold'),
          ...entries(250, 1, 5),
          set(50, 520, '1', 5),
          set(56, 523, 'Interview with the keeper of the lock.', 8),
        ],
        rules: [{ x0: 50, x1: 140, y: 508 }],
      },
    ]);
    expect(worksIn(made)).toHaveLength(5);
    expect(made.paper.notes.map(({ content }) => content.text)).toEqual([
      'Interview with the keeper of the lock.',
    ]);
  });

  test('whose heading is beside the other column there are no notes', async () => {
    const column = (y: number, count: number, seed: number, x: number): SetText[] =>
      body(y, count, seed, x, 24);
    const works = (y: number, count: number, x: number, year: number): SetText[] =>
      Array.from({ length: count }, (_, i) => [
        set(x, y + i * 24, `Reed J (19${year + i}) Tolls of a`, 9),
        set(x + 10, y + 12 + i * 24, `${i === 5 ? '4 issue' : 'Quay'}. Harb: Lock Press.`, 9),
      ]).flat();
    const made = await importPages([
      { texts: [heading, ...column(100, 36, 1, 40), ...column(100, 36, 2, 220)] },
      { texts: [...column(60, 40, 3, 40), ...column(60, 40, 4, 220)] },
      {
        texts: [...column(60, 40, 5, 40), set(220, 60, 'References', 10, 'bold'), ...works(84, 6, 220, 10)],
      },
      { texts: [...works(60, 10, 40, 20), ...works(66, 10, 220, 40)] },
    ]);
    expect(worksIn(made)).toHaveLength(26);
    expect(made.paper.notes).toEqual([]);
  });
});

test('a caption in small type may fill several lines, and the figures of an axis are no text', async () => {
  const made = await importPages([
    { texts: [heading, ...body(90, 36, 1)] },
    {
      texts: [
        ...[1, 2, 3, 4].map((i) => set(120, 50 + i * 20, `0.${8 - 2 * i + 2}`, 8)),
        set(50, 150, 'Figure 1. Tolls of two harbours in every year of the century by carts.', 7.58),
        set(50, 160, 'The line shows the mean of both harbours.', 7.58),
        ...body(190, 28, 2),
      ],
    },
  ]);
  expect(titlesOf(made)).toEqual([
    'Tolls of two harbours in every year of the century by carts. The line shows the mean of both harbours.',
  ]);
  expect(made.paper.sections.flatMap(({ blocks }) => blocks)).toHaveLength(2);
});

describe('notes below a text in one column', () => {
  const column = (x: number, from: number, labels: string[]): SetText[] =>
    labels.map((label, i) => chinese(330 + i * 12, `${label}《江湾县志》第${from + i}页。`, x, 8));
  const first = [
    set(120, 60, '两个渡口的船资', 16, 'hei'),
    ...lines(100, 16),
    chinese(340, '船资①由县②规定③渡夫④不得⑤多收。'),
  ];
  const last = [...lines(60, 15), chinese(300, '堤上的人也要付。'), chinese(318, '注释：', 50, 8)];

  test('may be in two columns, and one note may have several numbers', async () => {
    const made = await importPages([
      { texts: first },
      {
        texts: [
          ...last,
          ...column(50, 1, ['①', '②④', '③', '⑤']),
          ...column(230, 5, ['〔甲〕', '〔乙〕', '〔丙〕', '〔丁〕']),
        ],
      },
    ]);
    expect(written(made)).toContain('船资[^1]由县[^2]规定[^3]渡夫[^2]不得[^4]多收。');
    expect(made.paper.notes.map(({ content }) => content.text.slice(0, 10))).toEqual([
      '《江湾县志》第1页。',
      '《江湾县志》第2页。',
      '《江湾县志》第3页。',
      '《江湾县志》第4页。',
    ]);
  });

  test('may precede another paper, which begins on the next page with its own abstract', async () => {
    const abstract = (y: number, text: string) =>
      chinese(y, `内容提要：${text}的船资由县里规定，渡夫不得多收。`);
    const made = await importPages([
      { texts: [set(120, 60, '两个渡口的船资', 16, 'hei'), abstract(85, '渡口'), ...first.slice(1)] },
      { texts: [...last, ...column(50, 1, ['①', '②', '③', '④', '⑤'])] },
      { texts: [set(120, 60, '三座水闸的年岁', 16, 'hei'), abstract(90, '水闸'), ...lines(120, 20)] },
    ]);
    expect(written(made)).not.toContain('水闸');
    expect(made.ledger.leftOut.map(({ text }) => text.slice(0, 7))).toContain('三座水闸的年岁');
  });
});

test('a letterspaced heading opens the abstract', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        set(50, 90, 'Jane Reed', 12),
        set(50, 120, 'a b s t r a c t', 10, 'bold'),
        set(50, 135, 'This article weighs the tolls of two harbours against others.', 8),
        set(50, 170, '1. Introduction', 12, 'bold'),
        ...body(190, 30, 1),
      ],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(written(made)).toContain('{/* abstract */} This article weighs the tolls');
});

test.each([
  [
    ['Political Harbours, 32:229–248, 2015'],
    'en',
    { journal: 'Political Harbours', year: 2015, volume: '32' },
  ],
  [['Rev World Tolls (2009) 145:469–488'], 'en', { journal: 'Rev World Tolls', year: 2009, volume: '145' }],
  [['江湾学研究 2010. 5'], 'zh', { journal: '江湾学研究', year: 2010, issue: '5' }],
] as const)('%s names journal and issue', (heads, lang, found) => {
  expect(readMasthead([...heads], [], lang)).toMatchObject(found);
});

describe('authors', () => {
  test.each([
    ['JANE REED, (Member, IEEE), AND ANN MARSH', ['JANE REED', 'ANN MARSH']],
    ['Jane Reed Æ Ann Marsh', ['Jane Reed', 'Ann Marsh']],
  ])('are named without memberships in “%s”', (text, names) => {
    expect(isNames(text)).toBe(true);
    expect(splitNames(text)).toEqual(names);
  });

  test('a month is not one', () => {
    expect(isNames('2022年7月')).toBe(false);
  });

  test('have no letters of affiliations in their names, over two lines in capitals', async () => {
    const made = await importPages([
      {
        texts: [
          heading,
          set(50, 90, 'JANE REED,'),
          set(112, 90, 'CARL DIKE-STONE,'),
          set(50, 104, 'and ANN MARSH'),
          set(128, 100, 'a,b', 6),
          set(50, 130, 'University of the Canal', 8),
          ...body(160, 30, 1),
        ],
      },
      { texts: body(60, 34, 2) },
    ]);
    expect(made.paper.authors.map(({ family }) => family)).toEqual(['Reed', 'Dike-Stone', 'Marsh']);
  });
});

test('a title may contain years, although a journal’s name stands before its year', async () => {
  const head = set(50, 30, 'Locks and dikes of two harbours 1996–2005', 8);
  const made = await importPages([
    {
      texts: [
        set(50, 60, 'Locks and dikes of two harbours 1996–2005', 13),
        set(50, 90, 'Jane Reed', 10, 'bold'),
        ...body(130, 30, 1),
      ],
    },
    { texts: [head, ...body(60, 34, 2)] },
    { texts: [head, ...body(60, 34, 3)] },
  ]);
  expect(made.paper.title).toBe('Locks and dikes of two harbours 1996–2005');
  expect(made.paper.authors).toEqual([{ family: 'Reed', given: 'Jane' }]);
});

test.each(['1. 20世纪上半叶的渡口', '2 ．渡口的权利', '3. 90年代'])('%s is a numbered heading', (text) => {
  expect(readHeadings(text)).toMatchObject([{ numbering: 'digit' }]);
});
test('a date is no numbered heading', () => {
  expect(readHeadings('3. 2024年')).toEqual([]);
});

test.each(['Author: Ada Reed', '(Received 4 July 2013; accepted 8 July 2013)', 'Citation', 'Appendix'])(
  'a list ends before %s',
  async (line) => {
    const made = await importPages([
      { texts: [heading, ...body(90, 34, 1)] },
      {
        texts: [
          ...body(60, 20, 2),
          set(50, 330, 'References', 12, 'bold'),
          set(50, 350, 'Marsh, A. (2001). Tides. Yare: Quay.'),
          set(50, 362, 'Reed, B. (2002). Tolls. Yare: Quay.'),
          set(50, 386, line),
        ],
      },
    ]);
    expect(worksIn(made).map(({ title }) => title)).toEqual(['Tides', 'Tolls']);
  },
);

test('a bullet of a font of signs is one', () => {
  const { pages } = repairGlyphs([
    {
      width: 400,
      height: 600,
      rules: [],
      glyphs: [{ text: '\uF0B7', x: 50, y: 100, width: 5, size: 10, font: 'Symbol' }],
    },
  ]);
  expect(pages[0]?.glyphs[0]?.text).toBe('•');
});
