import { describe, expect, test } from 'vitest';
import { isNames } from '../../src/import/words/bylines.ts';
import { captionIn } from '../../src/import/text/exhibits.ts';
import { readHeadings } from '../../src/import/words/headings.ts';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { commonOffset } from '../../src/import/text/pages.ts';
import { endsSentence } from '../../src/import/pdf/lines/ends-sentence.ts';
import { readPdf } from '../../src/import/pdf/read-pdf.ts';
import { body, prose, set, setPdf, widthOf, type SetPage, type SetText } from '../support/set-pdf.ts';

// Layouts found in law reviews and their digital libraries, reduced to minimal examples.

/** Texts on one line, each with its size. */
function inLine(x: number, y: number, ...parts: [text: string, size: number][]): SetText[] {
  let at = x;
  return parts.map(([text, size]) => {
    const one = set(at, y, text, size);
    at += widthOf(text, size);
    return one;
  });
}

const heading: SetText = set(90, 60, 'The Tolls of Two Harbours', 16, 'bold');

async function read(pages: SetPage[], title?: string): Promise<Imported> {
  const document = await readPdf(setPdf(pages, title));
  if ('refusal' in document) throw new Error(document.refusal);
  return importPaper({ path: 'paper.pdf', encoding: 'PDF', text: document.text, document }, '2020-01-01');
}

const blocksOf = ({ files }: Imported): string[] =>
  [...files]
    .flatMap(([path, text]) => (path.endsWith('.mdx') ? [text] : []))
    .join('\n')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/\{\/\*.*?\*\/\} ?/g, '').replace(/^> /, ''));
const titlesOf = ({ paper }: Imported): string => JSON.stringify(paper.sections.map(({ title }) => title));

describe('small capitals', () => {
  test('stay in their line after the label of a note', async () => {
    const note = (y: number, label: string, more: string): SetText[] => [
      set(60, y - 1, label, 6),
      ...inLine(66, y, ['See 85 U. C', 8], ['HI', 5.4], ['. L. R', 8], ['EV', 5.4], [`. 85. ${more}`, 8]),
    ];
    const marked = (y: number, mark: string): SetText[] => [
      set(50, y, prose(3, 40)),
      set(50 + widthOf(prose(3, 40), 10), y - 4, mark, 6),
    ];
    const made = await read([
      { texts: [heading, ...body(90, 20), ...marked(330, '1'), ...note(360, '1', 'A clerk wrote it.')] },
      { texts: [...body(90, 20, 2), ...marked(330, '2'), ...note(360, '2', 'Nobody has printed that.')] },
    ]);
    expect(made.paper.notes.map(({ content }) => content.text)).toEqual([
      'See 85 U. CHI. L. REV. 85. A clerk wrote it.',
      'See 85 U. CHI. L. REV. 85. Nobody has printed that.',
    ]);
  });

  test('make a heading with the size of its capital', async () => {
    const conclusion = inLine(170, 340, ['C', 10], ['ONCLUSION', 8]);
    const made = await read([
      { texts: [heading, ...body(90, 18), set(50, 306, 'and so on.'), ...conclusion, ...body(370, 5, 4)] },
      { texts: body(90, 30, 2) },
    ]);
    expect(titlesOf(made)).toContain('CONCLUSION');
  });
});

test('words may be separated by a seventh of their size', async () => {
  const tight = inLine(50, 318, ['The toll', 10], ['of the dike.', 10]).map((one, i) => ({
    ...one,
    x: one.x + i * 1.5,
  }));
  const made = await read([{ texts: [heading, ...body(90, 18), set(50, 306, 'and so on.'), ...tight] }]);
  expect(blocksOf(made).at(-1)).toMatch(/The toll of the dike\.$/);
});

test('a quotation indented on both sides keeps its paragraphs', async () => {
  const quoted = [
    set(90, 330, 'A quoted sentence that fills this line'),
    set(70, 342, 'and goes on to the end of the next one too,'),
    set(70, 354, 'and ends there.'),
    set(90, 366, 'Another sentence begins further in and is'),
    set(70, 378, 'as long as those before it, but for its end'),
    set(70, 390, 'which is here.'),
  ];
  const made = await read([
    { texts: [heading, ...body(90, 18), set(50, 306, 'as the clerk said:'), ...quoted, ...body(410, 5, 4)] },
    { texts: body(90, 30, 2) },
  ]);
  expect(blocksOf(made)).toEqual(
    expect.arrayContaining([
      'A quoted sentence that fills this line and goes on to the end of the next one too, and ends there.',
      'Another sentence begins further in and is as long as those before it, but for its end which is here.',
    ]),
  );
});

test('an item that begins with a lower-case letter is not a heading', async () => {
  const item = (y: number, letter: string): SetText[] => [
    set(90, y, `${letter}. clerks follow the tolls that`),
    set(70, y + 12, 'they have set themselves; and'),
  ];
  const made = await read([
    { texts: [heading, ...body(90, 12), set(50, 234, 'so that:'), ...item(258, 'a'), ...body(290, 12, 3)] },
    { texts: [...body(90, 12, 2), set(50, 234, 'so that:'), ...item(258, 'b'), ...body(290, 12, 5)] },
  ]);
  expect(blocksOf(made).filter((text) => text.startsWith('#'))).toEqual([]);
});

test('a number on a separate line belongs to the heading below it', async () => {
  const part = (y: number, number: string, title: string, x: number): SetText[] => [
    set(203, y, number),
    set(x, y + 12, title),
  ];
  const made = await read([
    {
      texts: [
        heading,
        ...body(90, 10),
        set(50, 210, 'and so on.'),
        ...part(236, 'I.', 'THE CLERKS', 179),
        ...body(272, 20, 4),
      ],
    },
    {
      texts: [
        ...body(90, 10, 2),
        set(50, 210, 'and so on.'),
        ...part(236, 'II.', 'THE WIDOWS', 179),
        ...body(272, 20, 6),
      ],
    },
  ]);
  expect(titlesOf(made)).toMatch(/"THE CLERKS".*"THE WIDOWS"/);
});

test('a centred line in capitals at the top of a page is a new heading', async () => {
  const made = await read([
    { texts: [heading, ...body(90, 39), set(50, 558, prose(8, 52) + '.')] },
    { texts: [set(176, 90, 'LAST TABLES'), ...body(114, 28, 2)] },
  ]);
  expect(titlesOf(made)).toContain('LAST TABLES');
});

describe('a library’s cover', () => {
  const cover: SetPage = {
    texts: [
      set(50, 90, 'Harbour Law Review', 14, 'bold'),
      set(50, 140, 'The Tolls of Two Harbours', 14, 'bold'),
      set(50, 170, 'Ann Marsh', 9),
      set(50, 300, 'Follow this and additional works at: https://example.org/hlr', 9),
      set(50, 330, 'Recommended Citation', 9, 'bold'),
    ],
  };
  const made = read([
    cover,
    {
      texts: [
        set(120, 60, 'THE TOLLS OF TWO'),
        set(140, 72, 'HARBOURS'),
        set(130, 96, 'Ann Marsh* & Tom Reed'),
        ...body(130, 30),
      ],
    },
    { texts: body(90, 30, 2) },
    { texts: body(90, 30, 9) },
  ]);

  test('gives the title, and the paper’s own page the names', async () => {
    const { paper } = await made;
    expect(paper.title).toBe('The Tolls of Two Harbours');
    expect(paper.authors.map(({ family }) => family)).toEqual(['Marsh', 'Reed']);
  });

  test('is not part of the text', async () => {
    expect(blocksOf(await made).join('\n')).not.toMatch(/Recommended|HARBOURS/);
  });
});

describe('a title', () => {
  test('may be in capitals of the text’s size, above an abstract in italics', async () => {
    const italic = (y: number): SetText[] =>
      [0, 1, 2, 3, 4].map((i) => set(50, y + i * 12, prose(30 + i, 53), 10, 'italic'));
    const { paper } = await read([
      {
        texts: [
          set(125, 60, 'TOLLS AND THOSE WHO PAY THEM'),
          set(179, 80, 'Ann Marsh*'),
          ...italic(110),
          set(50, 170, 'in a dry summer.', 10, 'italic'),
          ...italic(190),
          set(50, 250, 'in a wet one.', 10, 'italic'),
          set(50, 280, 'Introduction', 12, 'bold'),
          ...body(300, 20),
        ],
      },
      { texts: body(90, 30, 2) },
    ]);
    expect(paper.title).toBe('TOLLS AND THOSE WHO PAY THEM');
    expect(paper.sections[0]?.blocks[0]).toMatchObject({ id: 'abstract' });
    expect(JSON.stringify(paper.sections[0]?.blocks)).toMatch(/dry summer.*wet one/);
  });

  test('may read like two names', async () => {
    const { paper } = await read([
      { texts: [{ ...heading, text: 'Harbour Tolls and Estuary Law' }, ...body(90, 30)] },
      { texts: body(90, 30, 2) },
    ]);
    expect(paper.title).toBe('Harbour Tolls and Estuary Law');
  });
});

test('running heads with full-width digits are not text', async () => {
  const page = (number: string, seed: number): SetPage => ({
    texts: [
      set(60, 40, `两港通行税的由来${number}`, 8, 'song'),
      ...Array.from({ length: 30 }, (_, i) =>
        set(
          50,
          90 + i * 14,
          '渡船每日两次往返于河口两岸并向堤上车马收取税款其数由书吏记入'.slice(seed % 3),
          10,
          'song',
        ),
      ),
    ],
  });
  const made = await read([
    { texts: [set(100, 60, '两港通行税的由来', 16, 'hei'), ...page('２９５', 0).texts.slice(1)] },
    page('２９７', 1),
    page('２９９', 2),
    page('３０１', 3),
  ]);
  expect(blocksOf(made).join('\n')).not.toMatch(/２９７|３０１/);
});

test('a caption of two lines is a single title', async () => {
  const made = await read([
    {
      texts: [
        heading,
        ...body(90, 12),
        set(60, 250, 'Table 1. Tolls of two harbours that the clerks', 10, 'bold'),
        set(50, 262, 'have entered by year', 10, 'bold'),
        set(60, 280, 'Year      Toll      Carts', 8),
        set(60, 292, '1701      12        40', 8),
        set(60, 304, '1702      14        41', 8),
        ...body(330, 10, 3),
      ],
    },
    { texts: body(90, 30, 2) },
  ]);
  expect(made.files.get('exhibits/table-1.yaml')).toContain(
    'Tolls of two harbours that the clerks have entered by year',
  );
});

test('notes in the text’s size are recognised below a short rule', async () => {
  const page = (mark: string, seed: number, note: string): SetPage => ({
    texts: [
      ...body(90, 20, seed),
      set(50, 330, prose(seed, 40)),
      set(50 + widthOf(prose(seed, 40), 10), 326, mark, 6),
      set(50, 380, mark, 6),
      set(56, 384, note),
    ],
    rules: [{ x0: 50, x1: 150, y: 364 }],
  });
  const [first, second] = [
    page('1', 2, 'See the ledger of the clerk.'),
    page('2', 5, 'Nobody has printed the roll.'),
  ];
  first.texts.unshift(heading);
  const made = await read([first, second]);
  expect(made.paper.notes.map(({ content }) => content.text)).toEqual([
    'See the ledger of the clerk.',
    'Nobody has printed the roll.',
  ]);
});

test.each(['Massachusetts v.', 'as the clerk says (cf.', 'in a letter to Dr.'])(
  'no sentence ends with %s',
  (text) => expect(endsSentence(text)).toBe(false),
);

test.each(['Vol. 119, No. 3', 'Issue 8'])('%s is not a name', (text) => expect(isNames(text)).toBe(false));
test('names may have particles', () => expect(isNames('by Ana de Souza e Barros')).toBe(true));

test('the journal’s page numbers are distinguished from those that a server adds', () => {
  expect(commonOffset([[1], [594, 2], [3, 595], [596, 4]])).toBe(593);
});

test('the page numbers of a paper are known even if the rest of its issue is in the file', () => {
  const others = [[], [2], [], [140], [], [], [7], [], []];
  expect(commonOffset([[], [2023, 48], [49], [2023, 50], [51], ...others])).toBe(47);
  expect(commonOffset([[], [48], [49], [50], ...others])).toBeUndefined();
});

test('full-width digits can number captions and headings', () => {
  expect(captionIn('图１　两港税额')).toMatchObject({ kind: 'figure', number: 1 });
  expect(readHeadings('（１）两港税额')).toMatchObject([{ numbering: 'digit-bracket', number: 1 }]);
});

test.each([
  '表2 中国两港的税额',
  '表2中东两港的税额',
  '图3 和平年代的税额',
  '图2 中日两港的税额',
  '表4 列强的税额',
])('%s is a caption', (text) => expect(captionIn(text)).toBeDefined());
test.each(['表2 中的税额较高', '表2和表3的税额较高'])('%s is not a caption', (text) =>
  expect(captionIn(text)).toBeUndefined(),
);

test('a figure’s content is described in a sentence', () => {
  expect(captionIn('Figure 2 depicts the tolls of two harbours')).toBeUndefined();
});
