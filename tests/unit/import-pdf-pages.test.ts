import { describe, expect, test } from 'vitest';
import { isNames, readAuthor, splitNames } from '../../src/import/words/bylines.ts';
import type { Imported } from '../../src/import/import-paper.ts';
import { importPages } from '../support/import-pages.ts';
import { body, prose, set, widthOf, type SetPage, type SetText } from '../support/set-pdf.ts';

// Page layouts found in other journals, reduced to minimal examples.

const raised = (x: number, y: number, mark: string): SetText => set(x, y - 4, mark, 6);
const heading: SetText = set(90, 60, 'The Tolls of Two Harbours', 16, 'bold');

const written = ({ files }: Imported): string =>
  [...files].flatMap(([path, text]) => (path.endsWith('.mdx') ? [text] : [])).join('\n');
const blocksOf = (made: Imported): string[] =>
  written(made)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/\{\/\*.*?\*\/\} ?/g, '').replace(/^> /, ''));
const doubtsOf = ({ ledger }: Imported): string => ledger.doubts.map(({ reason }) => reason).join('\n');
const notesOf = ({ paper }: Imported): [number, string][] =>
  paper.notes.map(({ label, content }) => [label, content.text]);

describe('notes at the foot', () => {
  /** Two columns; the right one ends with notes beside text of the left one. */
  const columned = (first: number): SetPage => ({
    texts: [
      ...body(90, 38, first, 40, 26),
      ...body(90, 24, first + 3, 220, 26),
      raised(220 + widthOf(prose(first + 3, 26), 10), 90, String(first)),
      raised(220 + widthOf(prose(first + 10, 26), 10), 102, String(first + 1)),
      set(220, 402, `${first}. See the ledger of the clerk,`, 7),
      set(220, 414, 'which nobody has printed.', 7),
      set(220, 426, `${first + 1}. See the roll.`, 7),
    ],
    rules: [{ x0: 220, x1: 300, y: 390 }],
  });

  test('in one column are not part of the text beside them, even on the same baselines', async () => {
    const made = await importPages([1, 3, 5].map(columned).map((page, i) => (i === 0 ? titled(page) : page)));
    expect(notesOf(made)).toEqual(
      [1, 3, 5].flatMap((label) => [
        [label, 'See the ledger of the clerk, which nobody has printed.'],
        [label + 1, 'See the roll.'],
      ]),
    );
    expect(written(made).match(/nobody has printed/g)).toHaveLength(3);
  });

  test('keep a raised label that is beside the end of a line in the other column', async () => {
    const page = columned(1);
    const pages = [1, 3, 5].map(columned).map(({ texts, rules = [] }, i): SetPage => ({
      texts: texts.flatMap((one) => {
        const [, label, rest] = /^(\d)\. (See the ledger.*)$/.exec(one.text) ?? [];
        return label === undefined || rest === undefined
          ? [one]
          : [set(206, one.y - 4, label, 5), { ...one, y: one.y - 4, text: rest }];
      }),
      rules: i === 0 ? (page.rules ?? []) : rules,
    }));
    const made = await importPages([titled(pages[0]!), ...pages.slice(1)]);
    expect(notesOf(made)[0]).toEqual([1, 'See the ledger of the clerk, which nobody has printed.']);
  });

  test('may be below a long rule, in a paper under the rubric NOTES', async () => {
    const page = (first: number): SetPage => ({
      texts: [
        ...body(90, 20, first),
        raised(50 + widthOf(prose(first, 53), 10), 90, String(first)),
        set(50, 360, `${first}. See roll ${'abcde'[first]}.`, 7),
      ],
      rules: [{ x0: 50, x1: 368, y: 345 }],
    });
    const pages = [1, 2, 3, 4].map(page);
    pages[0]!.texts.unshift(set(190, 40, 'NOTES'), heading);
    expect(notesOf(await importPages(pages))).toEqual(
      [1, 2, 3, 4].map((label) => [label, `See roll ${'abcde'[label]}.`]),
    );
  });

  test('are not a list under the rubric NOTE after a cover', async () => {
    const pages = [1, 2, 3, 4].map((seed): SetPage => ({ texts: body(90, 30, seed) }));
    pages[0]!.texts.unshift(set(190, 60, 'NOTE'));
    const made = await importPages([{ texts: [heading] }, ...pages]);
    expect(made.paper.notes).toEqual([]);
    expect(written(made)).toContain(prose(1, 53));
  });

  test('may have Roman numbers, at the end of a paper', async () => {
    const numbers = ['i', 'ii', 'iii', 'iv', 'v', 'vi'];
    const page: SetPage = {
      texts: [
        heading,
        ...body(90, 20),
        ...numbers.map((mark, i) => raised(50 + widthOf(prose(i * 7, 53), 10), 90 + i * 12, mark)),
        ...numbers.map((mark, i) => set(50, 360 + i * 10, `${mark} See the roll, p. ${i + 2}.`, 7)),
      ],
    };
    const made = await importPages([page, { texts: body(90, 20, 4) }].toReversed().map((one) => one));
    expect(notesOf(made)).toEqual(numbers.map((_, i) => [i + 1, `See the roll, p. ${i + 2}.`]));
    expect(written(made)).toMatch(/\[\^1\][^]*\[\^6\][^]*\[\^1\]:/);
  });
});

const titled = (page: SetPage): SetPage => ({ ...page, texts: [heading, ...page.texts] });

test('columns crossed by a lot of text raise a doubt', async () => {
  const columns = (seed: number): SetText[] => [
    ...body(90, 30, seed, 40, 26),
    ...body(90, 30, seed + 3, 220, 26),
  ];
  const across = [0, 1, 2, 3, 4].map((i) => set(100, 96 + i * 60, prose(i, 30)));
  const pages = [columns(1), columns(2), columns(5)].map((texts): SetPage => ({ texts }));
  expect(doubtsOf(await importPages([titled(pages[0]!), ...pages.slice(1)]))).not.toMatch(/runs across/);
  const made = await importPages([titled(pages[0]!), pages[1]!, { texts: [...pages[2]!.texts, ...across] }]);
  expect(doubtsOf(made)).toMatch(/many lines of this page cross its columns/);
});

test('works in two columns are read column by column, on a page without running text', async () => {
  const columns = (seed: number): SetPage => ({
    texts: [...body(90, 30, seed, 40, 26), ...body(90, 30, seed + 3, 220, 26)],
  });
  const name = (n: number): string => `${'ABCDEFGHIJ'[n]}dam, J. (19${40 + n}).`;
  const entries = (x: number, from: number): SetText[] =>
    [0, 1, 2, 3, 4].flatMap((i) => [
      set(x, 110 + i * 24, name(from + i), 7),
      set(x + 10, 122 + i * 24, `Of ferries, part ${from + i}. Ghent: Lock.`, 7),
    ]);
  const works: SetPage = {
    texts: [set(40, 90, 'References', 10, 'bold'), ...entries(40, 0), ...entries(220, 5)],
  };
  const { paper } = await importPages([titled(columns(1)), columns(2), columns(5), works]);
  expect(paper.references.map(({ content }) => content.text.slice(0, 4))).toEqual(
    [...'ABCDEFGHIJ'].map((letter) => `${letter}dam`),
  );
});

describe('a paragraph', () => {
  const page = (...lines: SetText[]): SetPage => ({
    texts: [heading, ...body(90, 8), ...lines, ...body(400, 8, 11)],
  });

  test('of a list hangs from its dash, and the text after the list is a new paragraph', async () => {
    const blocks = blocksOf(
      await importPages([
        page(
          set(50, 186, 'The clerk kept these books:'),
          set(50, 198, '- ' + prose(3, 51)),
          set(62, 210, prose(5, 51)),
          set(62, 222, 'of the wool.'),
          set(50, 234, '- ' + prose(8, 51)),
          set(62, 246, 'of the salt.'),
          set(62, 258, 'All ' + prose(9, 47)),
          set(50, 270, 'of them were lost.'),
        ),
        // Paragraphs are indented as far as entries hang.
        {
          texts: [0, 1, 2, 3].flatMap((i) => [
            set(62, 90 + i * 36, prose(i, 51)),
            set(50, 102 + i * 36, prose(i + 9, 53)),
            set(50, 114 + i * 36, 'and so on.'),
          ]),
        },
      ]),
    );
    expect(blocks.filter((text) => /^\\?- [^]*of the (?:wool|salt)\.$/.test(text))).toHaveLength(2);
    expect(blocks.some((text) => /^All [^]*of them were lost\.$/.test(text))).toBe(true);
  });

  test('that is indented as a whole continues after a further indented first line, and on the next page', async () => {
    const quoted = (y: number, count: number, seed: number): SetText[] => body(y, count, seed, 80, 48);
    const made = await importPages([
      {
        texts: [
          heading,
          ...body(90, 29),
          set(50, 438, 'as the clerk said:'),
          set(90, 462, prose(21, 46)),
          ...quoted(474, 4, 22),
        ],
      },
      { texts: [...quoted(90, 3, 40), set(80, 126, 'to this day.'), ...body(150, 25, 5)] },
    ]);
    const [own = ''] = blocksOf(made).filter((text) => text.endsWith('to this day.'));
    expect(own.startsWith(prose(21, 46).slice(0, 20))).toBe(true);
  });

  test('that consists of two centred lines is a heading', async () => {
    const made = await importPages([
      page(
        set(50, 186, 'and so on.'),
        set(120, 210, 'II. THE QUARREL OF THE CLERKS'),
        set(150, 222, 'AND OF THEIR WIDOWS'),
      ),
      { texts: body(90, 30, 2) },
    ]);
    expect(JSON.stringify(made.paper.sections.map(({ title }) => title))).toMatch(/CLERKS AND OF/);
  });

  test('in capitals is a heading even if it fills its lines', async () => {
    const made = await importPages([
      page(
        set(50, 186, 'and so on.'),
        set(50, 210, `II. ${prose(3, 60).toUpperCase()}`),
        set(50, 222, 'AND OF THEIR WIDOWS'),
        set(50, 234, prose(5, 53)),
        set(50, 246, 'and so on.'),
      ),
      { texts: body(90, 30, 2) },
    ]);
    const titles = made.paper.sections.map(({ title }) => title);
    expect(titles.filter((title) => title.endsWith('WIDOWS'))).toHaveLength(1);
    expect(blocksOf(made).some((text) => text.startsWith(prose(5, 53).slice(0, 20)))).toBe(true);
  });

  test('does not continue with a heading that has the same indentation and fills its line', async () => {
    const made = await importPages([
      page(
        set(50, 186, 'and so on.'),
        set(62, 198, `3. ${prose(3, 48)}`, 10, 'italic'),
        set(62, 210, prose(5, 51)),
        set(50, 222, 'and no further.'),
      ),
      { texts: body(90, 30, 2) },
    ]);
    const [own = ''] = blocksOf(made).filter((text) => text.endsWith('and no further.'));
    expect(own.startsWith(prose(5, 51).slice(0, 20))).toBe(true);
  });

  test('continues after a line in another font', async () => {
    const made = await importPages([
      page(
        set(50, 186, 'as follows.'),
        set(50, 210, prose(3, 53)),
        set(50, 222, prose(5, 53), 10, 'bold'),
        set(50, 234, 'and no further.'),
      ),
      { texts: body(90, 30, 2) },
    ]);
    const [own = ''] = blocksOf(made).filter((text) => text.endsWith('and no further.'));
    expect(own.startsWith(prose(3, 53).slice(0, 20))).toBe(true);
  });

  test('of lines in columns without a caption raises a doubt', async () => {
    const made = await importPages([
      page(
        ...['wool', 'salt', 'iron', 'grain'].flatMap((ware, i) => [
          set(60, 210 + i * 12, ware),
          set(200, 210 + i * 12, `${i}7 carts`),
        ]),
      ),
      { texts: body(90, 30, 2) },
    ]);
    expect(doubtsOf(made)).toMatch(/lines with gaps form columns/);
  });
});

describe('a first page', () => {
  const first = async (...lines: SetText[]): Promise<Imported['paper']> => {
    const made = await importPages([{ texts: [...lines, ...body(160, 30)] }, { texts: body(90, 30, 2) }]);
    return made.paper;
  };

  test('may have the authors’ names above the title, which is not the rubric', async () => {
    const paper = await first(set(180, 40, 'FOREWORD', 14, 'bold'), set(150, 66, 'Ann Marsh, Tom Reed'), {
      ...heading,
      y: 90,
    });
    expect(paper.title).toBe('The Tolls of Two Harbours');
    expect(paper.authors.map(({ family }) => family)).toEqual(['Marsh', 'Reed']);
  });

  test('has its abstract between the title and the keywords, even without a label', async () => {
    const abstract = [0, 1, 2].map((i) => set(70, 92 + i * 10, prose(30 + i, 60), 8));
    const paper = await first(
      heading,
      ...abstract,
      set(70, 122, 'in a dry summer.', 8),
      set(70, 136, 'Keywords: ferry; toll; dike', 8),
    );
    expect(paper.keywords).toEqual(['ferry', 'toll', 'dike']);
    const [introduction] = paper.sections;
    expect(introduction?.blocks[0]).toMatchObject({ id: 'abstract' });
  });

  test('may have two abstracts in columns, each in its language', async () => {
    const german = 'die fähre fuhr über den fluss und der zoll war nicht hoch mit dem der wirt sich'.split(
      ' ',
    );
    const rows = Array.from({ length: 9 }, (_, i) => [
      set(
        50,
        76 + i * 9,
        german
          .slice(i, i + 5)
          .join(' ')
          .slice(0, 26),
        8,
      ),
      set(230, 76 + i * 9, prose(i, 26), 8),
    ]);
    const paper = await first({ ...heading, y: 50 }, ...rows.flat());
    const text = paper.sections
      .flatMap(({ blocks }) => blocks)
      .map((block) => ('inlines' in block ? block.inlines.map(({ content }) => content.text).join('') : ''))
      .join(' ');
    expect(text).toMatch(/zoll war nicht[^]*ferry/);
    expect(text).not.toMatch(/fluss und the/);
  });
});

test('of two languages side by side, one is read, and the other is reported as left out', async () => {
  const german = 'die Fähre fuhr über den Fluss und der Zoll war nicht hoch mit dem der Wirt sich'.split(' ');
  const left = (seed: number): SetText[] =>
    Array.from({ length: 30 }, (_, i) => {
      const text = [0, 1, 2, 3, 4].map((k) => german[(seed + i + k * 3) % german.length]).join(' ');
      return set(40, 90 + i * 12, text.slice(0, 26).padEnd(26, 'n'));
    });
  const made = await importPages(
    [1, 2, 3].map((seed): SetPage => ({
      texts: [...(seed === 1 ? [heading] : []), ...left(seed), ...body(90, 30, seed, 220, 26)],
    })),
  );
  expect(written(made)).toContain('Fluss');
  expect(written(made)).not.toContain('estuary');
  expect(doubtsOf(made)).toMatch(/two languages side by side/);
});

describe('names', () => {
  test.each([
    ['CHENG-MEI (KIM) MARSH* & YINN REED†', ['Marsh', 'Reed']],
    ['Max Muster, LL.M. (Yale)', ['Muster']],
    ['ANNA VOGEL\uF02A', ['Vogel']],
    ['张　锐　相均泳', ['张', '相']],
    ['张 锐1，相均泳2', ['张', '相']],
    ['约翰·里德＊＊', ['里德']],
    ['张锐／文', ['张']],
  ])('are read from %s', (line, families) => {
    expect(isNames(line)).toBe(true);
    expect(splitNames(line).map((name) => readAuthor(name).family)).toEqual(families);
  });

  test('in capitals are recognised as a typographic style', () => {
    expect(readAuthor('CHENG-MEI MARSH')).toEqual({ family: 'Marsh', given: 'Cheng-Mei' });
  });
});

describe('numbers at the beginning of lines', () => {
  const paragraph = (y: number, seed: number): SetText[] => [
    set(70, y, `Then ${prose(seed, 45)}`),
    ...body(y + 12, 3, seed + 1),
    set(50, y + 48, 'and so the toll was paid.'),
  ];

  test('in sequence make lines headings, even in the type of the text, in small type or over two lines', async () => {
    const made = await importPages([
      titled({
        texts: [
          ...body(90, 9),
          set(50, 198, 'and so it was paid.'),
          set(70, 228, 'A. Origins of the Toll'),
          ...paragraph(252, 3),
          set(70, 330, 'B. The Later History of a Toll That Nobody of'),
          set(88, 342, 'the Town Would Pay'),
          ...paragraph(366, 5),
          set(70, 444, 'C. ITS END', 7.5),
          ...paragraph(468, 7),
        ],
      }),
      { texts: [...body(60, 40, 4)] },
    ]);
    expect(made.paper.sections.slice(1).map(({ title }) => title)).toEqual([
      'Origins of the Toll',
      'The Later History of a Toll That Nobody of the Town Would Pay',
      'ITS END',
    ]);
  });

  test('make list items of lines that hang from them', async () => {
    const items = [
      '1. The pilot had a share, and his widow had got one',
      'of her own when he was dead;',
      '2. The clerk had none, for he was paid by the whole',
      'town and took no risk at all;',
    ];
    const made = await importPages([
      titled({
        texts: [
          ...body(90, 9),
          set(50, 198, 'and so it was paid:'),
          ...items.map((item, i) => set(i % 2 === 0 ? 62 : 76, 216 + i * 12, item)),
          ...paragraph(276, 3),
        ],
      }),
      { texts: [...body(60, 40, 4)] },
    ]);
    expect(blocksOf(made)).toEqual(
      expect.arrayContaining([`${items[0]} ${items[1]}`, `${items[2]} ${items[3]}`]),
    );
  });
});

test('a mark in slightly smaller type belongs to its line', async () => {
  const made = await importPages([
    titled({
      texts: [
        ...body(90, 20),
        set(70, 342, 'a quotation in a smaller type that the clerk had written', 8),
        set(70, 352, 'into the ledger of the town', 8),
        set(70 + widthOf('into the ledger of the town', 8), 349.5, '1', 7.4),
        ...body(376, 8, 3),
        set(50, 500, '1. See the roll of the ferry.', 7),
      ],
      rules: [{ x0: 50, x1: 130, y: 488 }],
    }),
    { texts: [...body(60, 40, 4)] },
  ]);
  expect(written(made)).toContain('into the ledger of the town[^1]\n');
});
