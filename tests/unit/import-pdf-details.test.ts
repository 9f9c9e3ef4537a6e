import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/import/document/blocks.ts';
import { divideMatter } from '../../src/import/document/front-matter.ts';
import type { Imported } from '../../src/import/import-paper.ts';
import { correctWidths } from '../../src/import/pdf/glyphs/correct-widths.ts';
import type { Glyph, PageContent } from '../../src/import/pdf/glyphs/page-glyphs.ts';
import { rowsOf } from '../../src/import/pdf/lines/page-rows.ts';
import { repairGlyphs } from '../../src/import/pdf/glyphs/repair-glyphs.ts';
import { importPages } from '../support/import-pages.ts';
import { body, prose, set, widthOf, type SetPage, type SetText } from '../support/set-pdf.ts';

// Details of printed pages that were once read wrongly without a doubt, reduced to minimal examples.

const heading: SetText = set(90, 60, 'The Tolls of Two Harbours', 16, 'bold');

const written = ({ files }: Imported): string =>
  [...files].flatMap(([path, text]) => (path.endsWith('.mdx') ? [text] : [])).join('\n');
const chaptersOf = ({ paper }: Imported): string[] => paper.sections.map(({ title }) => title);

const pageOf = (glyphs: Glyph[]): PageContent => ({ width: 1200, height: 800, glyphs, rules: [] });
/** The characters of a text, one beside the other; they are as wide as large, unless `width` says otherwise. */
const glyphsOf = (
  text: string,
  x: number,
  { y = 100, size = 10, width = size, font = 'song' }: Partial<Glyph> = {},
): Glyph[] => [...text].map((letter, i) => ({ text: letter, x: x + i * width, y, width, size, font }));
const textIn = (page: PageContent): string[] =>
  rowsOf(page).rows.map(({ runs }) => runs.map(({ text }) => text).join(''));

describe('a Chinese font', () => {
  const WIDTHS: Record<string, number> = {
    i: 0.28,
    l: 0.28,
    t: 0.3,
    f: 0.33,
    r: 0.35,
    s: 0.4,
    w: 0.74,
    m: 0.8,
  };
  const trueWidth = (letter: string): number => WIDTHS[letter] ?? 0.5;
  /** Words without spaces between them, whose letters all have the same stated width. */
  const wordsOf = (lines: string[], stated: number, isCentred: boolean): Glyph[] =>
    lines.flatMap((line, i) => {
      let x = 50;
      return [...line].flatMap((letter): Glyph[] => {
        const width = (letter === ' ' ? 0.28 : trueWidth(letter)) * 10;
        const left = isCentred ? x + width / 2 - (stated * 10) / 2 : x;
        x += width;
        return letter === ' '
          ? []
          : [{ text: letter, x: left, y: 100 + i * 15, width: stated * 10, size: 10, font: 'latin' }];
      });
    });
  // A text with the usual frequency of letters at the beginnings and ends of words.
  const lines = `the ferry had crossed the wide estuary long before any bridge was thought of
and every cart that came down to the quay waited there for the boat
farmers brought grain and geese and paid the keeper what he asked them
nobody in either village knew who had first set the toll so high
some believed that a duke had given the right to the ferryman as a gift
others swore it was taken by force during a winter of great hunger
when the clerk began to search the rolls he found both stories wrong
the oldest deed spoke only of a rope and of oars and of a small cottage
later clerks copied it badly and added words which suited their masters
a judge of the county read all of these copies with growing surprise
he wrote that custom alone could make the charge lawful and nothing else
so the keeper went on taking his penny from everyone who wished to pass
and the villages went on grumbling about it as they do to this very day
which shows how little the law changes what people already believe`.split('\n');
  const han = [400, 415, 430, 445, 460].flatMap((y) => glyphsOf('船'.repeat(80), 50, { y }));

  test.each([
    ['too wide', 1, false],
    ['too narrow', 0.3, false],
    ['too wide, with the letters in the middle', 1, true],
  ])('whose letters are stated %s has spaces between words, and none within them', (_, stated, isCentred) => {
    const [page] = correctWidths([pageOf([...wordsOf(lines, stated, isCentred), ...han])]);
    const found = textIn(page!)
      .slice(0, lines.length)
      .map((line) => line.split(' '));
    const right = lines.flatMap((line, i) => line.split(' ').filter((word) => found[i]!.includes(word)));
    // The true width of a letter that mostly ends words, such as y, is uncertain.
    expect(right.length).toBeGreaterThan(lines.join(' ').split(' ').length * 0.85);
  });

  test('has letters as wide as others if they are only before another font', () => {
    const withoutY = lines.map((line) => line.replaceAll(/[qy]/g, 'g'));
    const glyphs = [
      ...wordsOf([...withoutY, 'baq of'], 1, false).slice(0, -2),
      ...wordsOf([...withoutY, 'baq of'], 0.5, false)
        .slice(-2)
        .map((glyph) => ({ ...glyph, font: 'bold' })),
    ].map((glyph) => (glyph.text === 'q' ? { ...glyph, text: 'y' } : glyph));
    const [page] = correctWidths([pageOf([...glyphs, ...han])]);
    expect(page!.glyphs.find(({ text }) => text === 'y')?.width).toBeLessThan(6);
  });

  test('has two Han characters for a circled number from ten on', () => {
    const letters = glyphsOf(`见第瑏瑠页和瑐瑢页${'船'.repeat(30)}`, 50);
    const { pages, repairs } = repairGlyphs([pageOf(letters)]);
    expect(textIn(pages[0]!)[0]).toMatch(/^见第⑩\s?页和㉒\s?页船/);
    expect(repairs.map(({ to, count }) => [to, count])).toEqual([
      ['⑩', 1],
      ['㉒', 1],
    ]);
  });
});

test('a sign may be slightly above its line, in a gap of it', () => {
  const sign = glyphsOf('②', 110, { y: 99.2, size: 6.5 });
  const glyphs = [...glyphsOf('按部就班地沿', 50), ...sign, ...glyphsOf('；而爵士', 116)];
  expect(textIn(pageOf(glyphs))).toEqual(['按部就班地沿②；而爵士']);
});

test('letters slightly below the others are in their line, though its signs are higher', () => {
  const below = 'gpy';
  const signs = ',:';
  const line = glyphsOf('The quay,the toll:a page', 50, { width: 5, font: 'roman' }).map((glyph) => ({
    ...glyph,
    y: below.includes(glyph.text) ? 100.8 : signs.includes(glyph.text) ? 98 : 100,
  }));
  expect(textIn(pageOf(line))).toEqual(['The quay,the toll:a page']);
  // A caption in the other column, slightly lower than the line, is not below its signs alone.
  const caption = glyphsOf('Table 6', 350, { y: 101.8, width: 5, font: 'bold' });
  expect(textIn(pageOf([...line, ...caption]))).toEqual(['The quay,the toll:a page', 'Table 6']);
});

test('a sign belongs to the text before it, beside a long line of a note in the other column', () => {
  const glyphs = [
    ...glyphsOf('渡口之税', 50),
    ...glyphsOf('⑤', 90, { y: 98, size: 8, font: 'sign' }),
    ...glyphsOf('船与船夫的账目见于桥头碑文与旧志', 300, { size: 8, font: 'small song' }),
  ];
  expect(textIn(pageOf(glyphs)).map((text) => text.slice(0, 6))).toEqual(['渡口之税⑤船']);
});

test('a line of Chinese is as large as a third of its characters', () => {
  const small = glyphsOf('（大自在天）', 50, { size: 8 });
  const large = glyphsOf('的造型。', 98);
  expect(rowsOf(pageOf([...small, ...large])).rows.map(({ size }) => size)).toEqual([10]);
});

test('a letter may follow itself, but a copy printed over it to look bold is left out', () => {
  const letter = (text: string, x: number, width: number) => glyphsOf(text, x, { width, font: 'roman' });
  const word = [...letter('w', 50, 6), ...letter('i', 56, 2), ...letter('ll', 58, 1.9)];
  expect(textIn(pageOf(word))).toEqual(['will']);
  expect(textIn(pageOf(word.flatMap((one) => [one, { ...one, x: one.x + 0.3 }])))).toEqual(['will']);
});

test('a word in capitals may be spaced out; a space between words is wider, or alone', () => {
  const spaced = (text: string, gaps: number[]): Glyph[] => {
    let gap = 0;
    return glyphsOf(text, 50, { width: 6, font: 'roman' }).map((glyph, i) => {
      gap += gaps[i] ?? 0;
      return { ...glyph, x: glyph.x + gap };
    });
  };
  expect(textIn(pageOf(spaced('FERRYTOLL', [0, 1.5, 1.5, 1.5, 1.5, 3, 1.5, 1.5, 1.5])))).toEqual([
    'FERRY TOLL',
  ]);
  expect(textIn(pageOf(spaced('HARBL.REV', [0, 0, 0, 0, 1.5, 0, 1.5])))).toEqual(['HARB L. REV']);
  expect(textIn(pageOf(spaced('R.', [0, 1.5])))).toEqual(['R.']);
});

test('a large initial is a word only if its line begins farther right than the next', () => {
  const line = (text: string, x: number, y: number): Glyph[] =>
    glyphsOf(text, x, { y, width: 6, font: 'roman' });
  const initial = glyphsOf('A', 50, { y: 124, width: 20, size: 30, font: 'roman' });
  const opened = (x: number, text: string): string =>
    textIn(pageOf([...initial, ...line(text, x, 100), ...line('twice a day', 76, 112)]))[0]!;
  expect(opened(76, 't the ferry')).toBe('At the ferry');
  expect(opened(80, 'ferry went')).toBe('A ferry went');
});

test('the words of a box are text with a doubt, and each of its numbered items a paragraph', async () => {
  const items = ['1. Ask for the roll', '2. Weigh the cart', '3. Write it down'];
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 12, 1),
        set(50, 234, 'The toll was low.'),
        set(60, 260, 'Box 1: What the keeper does', 10, 'bold'),
        ...items.map((item, i) => set(60, 280 + i * 14, item)),
        ...body(350, 14, 2),
      ],
    },
  ]);
  expect(chaptersOf(made)).not.toContain('Box 1: What the keeper does');
  for (const item of items) expect(written(made)).toMatch(new RegExp(`\\} ${item}$`, 'm'));
  expect(made.ledger.doubts.map(({ reason }) => reason)).toContainEqual(
    expect.stringContaining('the words of a box'),
  );
});

test('a centred heading goes on after a colon at the end of its line', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 12, 1),
        set(50, 234, 'The toll was low.'),
        set(168, 270, 'The Tolls:', 14, 'bold'),
        set(172, 288, 'In Summer', 14, 'bold'),
        ...body(320, 16, 2),
      ],
    },
  ]);
  expect(chaptersOf(made)).toContain('The Tolls: In Summer');
});

test('a quotation of two lines ends where longer ones do, so that its first line is full', async () => {
  const quoted = (y: number, count: number, last: string): SetText[] =>
    Array.from({ length: count }, (_, i) => set(74, y + i * 11, i < count - 1 ? prose(i + 3, 48) : last, 8));
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 8, 1),
        ...quoted(200, 5, 'He paid it.'),
        ...body(270, 8, 5),
        ...quoted(380, 2, 'he paid it twice.'),
        ...body(420, 8, 7),
      ],
    },
  ]);
  expect(written(made)).toMatch(/^> .*\bhe paid it twice\.$/m);
});

describe('in a paper with its lines far apart', () => {
  const lines = (from: number, count: number, seed: number): SetText[] =>
    Array.from({ length: count }, (_, i) => set(50, from + i * 24, prose(seed + i * 7, 53)));
  const ended = (y: number): SetText => set(50, y, `${prose(3, 51)}.`);
  const pages = (): SetPage[] => [
    {
      texts: [
        heading,
        ...lines(100, 5, 1),
        set(50, 220, 'and so the toll was low.'),
        ...lines(250, 4, 2),
        set(50, 346, 'and so the toll was high.'),
        ...lines(376, 6, 5),
      ],
    },
    {
      texts: [
        set(50, 60, 'The Tolls of the Two Harbours on the Long Estuary abcd', 10, 'bold'),
        set(50, 84, 'of the North', 10, 'bold'),
        ...lines(116, 3, 4),
        set(50, 188, 'and so the toll was low.'),
        ...lines(218, 4, 6),
        ended(314),
        ...lines(344, 4, 8),
        set(50, 440, 'and so the toll was high.'),
        ...lines(470, 2, 9),
      ],
    },
    {
      texts: [
        set(50, 60, 'so the toll was low.'),
        ...lines(90, 4, 3),
        set(50, 186, 'and so the toll was high.'),
        ...lines(216, 4, 7),
        set(50, 312, 'and so the toll was low.'),
        ...lines(342, 4, 10),
      ],
    },
  ];

  test('a heading of two lines is one', async () => {
    expect(chaptersOf(await importPages(pages()))).toContain(
      'The Tolls of the Two Harbours on the Long Estuary abcd of the North',
    );
  });

  test('a somewhat larger distance begins a paragraph, even after a full line', async () => {
    const texts = written(await importPages(pages()));
    expect(texts).toMatch(new RegExp(`${prose(3, 51)}\\.\\n\\n[^\\n]*${prose(8, 53)}`));
  });
});

test('a Chinese number with a small gap before a title is that of a heading', async () => {
  const han = (y: number): SetText[] =>
    [0, 1, 2].map((i) =>
      set(50, y + i * 15, '渡船在两港之间来往，每日向车马收税，而其收税之法，不在于船。', 10, 'song'),
    );
  const numbered = (y: number, number: string, title: string): SetText[] => [
    set(100, y, number, 14, 'hei'),
    set(120, y, title, 14, 'hei'),
  ];
  const made = await importPages([
    {
      texts: [
        set(90, 60, '两港之税', 20, 'hei'),
        ...numbered(120, '一', '《渡》中的税'),
        set(70, 150, '（一）渡税', 10, 'hei'),
        ...han(180),
        set(70, 240, '（二）船税', 10, 'hei'),
        ...han(270),
        ...numbered(350, '二', '船的税'),
        ...han(390),
      ],
    },
    { texts: [...han(60), ...han(105), ...han(150)] },
  ]);
  expect(chaptersOf(made).slice(-2)).toEqual(['《渡》中的税', '船的税']);
  expect(written(made)).toContain('船税');
});

test('a list beside little text on the last page is read column by column', async () => {
  const columns = (seed: number): SetPage => ({
    texts: [...body(90, 30, seed, 40, 26), ...body(90, 30, seed + 3, 220, 26)],
  });
  const entries = (x: number, y: number, from: number): SetText[] =>
    Array.from({ length: 6 }, (_, i) => i).flatMap((i) => [
      set(x, y + i * 22, `[${from + i}] Marsh, Of ferries ${from + i}.`, 7),
      set(x + 10, y + 11 + i * 22, 'Ghent: Lock, 1990.', 7),
    ]);
  const last: SetPage = {
    texts: [
      ...body(60, 4, 9, 40, 26),
      set(40, 116, 'and the toll was low.'),
      set(70, 150, 'References', 9, 'bold'),
      ...entries(40, 170, 1),
      ...entries(220, 60, 7),
      ...Array.from({ length: 5 }, (_, i) => set(40, 400 + i * 12, prose(i, 60), 9)),
    ],
  };
  const { paper } = await importPages([
    { texts: [heading, ...columns(1).texts] },
    columns(2),
    columns(5),
    last,
  ]);
  expect(paper.references.slice(0, 11).map(({ content }) => content.text)).toEqual(
    Array.from({ length: 11 }, (_, i) => `Marsh, Of ferries ${i + 1}. Ghent: Lock, 1990.`),
  );
});

test('thanks without a mark, below a short rule in one column, do not interrupt its sentence', async () => {
  const columns = (seed: number, from: number, rows: number): SetText[] => [
    ...body(from, rows - 12, seed, 40, 26),
    ...body(from, rows, seed + 3, 220, 26),
  ];
  const thanks = [0, 1, 2, 3, 4, 5].map((i) => set(40, 380 + i * 9, prose(i + 20, 36), 7));
  const made = await importPages([
    { texts: [heading, ...columns(1, 90, 34), ...thanks], rules: [{ x0: 40, x1: 130, y: 368 }] },
    { texts: columns(2, 90, 34) },
    { texts: columns(5, 90, 34) },
  ]);
  expect(written(made)).not.toContain(prose(20, 36));
  expect(made.ledger.leftOut.some(({ text }) => text.includes(prose(20, 36)))).toBe(true);
});

test('thanks above the first note of a list are not a note', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 20),
        ...[1, 2, 3].map((mark) =>
          set(50 + widthOf(prose((mark - 1) * 7, 53), 10), 86 + (mark - 1) * 12, String(mark), 6),
        ),
        set(180, 350, 'Notes', 10, 'bold'),
        set(50, 370, 'The author thanks the ferrymen of both harbours.', 8),
        ...[1, 2, 3].map((mark) => set(50, 370 + mark * 12, `${mark}. See roll ${mark} of the ferry.`, 8)),
      ],
    },
    { texts: [] },
  ]);
  expect(made.paper.notes.map(({ label, content }) => [label, content.text])).toEqual(
    [1, 2, 3].map((mark) => [mark, `See roll ${mark} of the ferry.`]),
  );
});

test('a subtitle in smaller type belongs to the title, with a doubt', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        set(100, 84, 'Carts and Boats on the Estuary', 13),
        set(150, 110, 'Ada Marsh', 10),
        ...body(150, 30),
      ],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(made.paper.title).toBe('The Tolls of Two Harbours: Carts and Boats on the Estuary');
  expect(made.ledger.doubts.map(({ reason }) => reason)).toContain(
    'the title may end before “Carts and Boats on the Estuary”',
  );
});

test('the name of a figure may end a paragraph on a line of its own', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 10),
        set(50, 210, 'x'.repeat(46) + 'are in'),
        set(50, 222, 'Figure 3.'),
        set(62, 234, prose(4, 51)),
        ...body(246, 6, 5),
      ],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(written(made)).toContain('are in Figure 3.\n');
  expect(made.paper.exhibits).toEqual([]);
});

const block = (text: string, isHeading = false): Block => ({
  content: { text, offsets: [...text].map((_, i) => i) },
  marks: [],
  raw: text,
  ...(isHeading ? { kind: 'heading', level: { size: 14, font: 'bold' } } : { kind: 'paragraph' }),
});

test('between title and text are a subtitle, the publisher, names above one affiliation and a spaced label', () => {
  const { front } = divideMatter(
    [
      block('The Tolls of Two Harbours'),
      block('Harbour Publications Yare, London and New Delhi'),
      block('Carts beyond the Quay', true),
      block('Ada della Marsh', true),
      block('Ben Stock', true),
      block('University of Yare'),
      block('A B S T R A C T'),
      block('The ferry took its toll. '.repeat(8).trim()),
      block('The Ferry', true),
      block('Nobody knows when it began. '.repeat(8).trim()),
    ],
    'en',
  );
  expect(front.title.map(({ content, kind }) => [content.text, kind])).toEqual([
    ['The Tolls of Two Harbours', 'paragraph'],
    ['Carts beyond the Quay', 'subtitle'],
  ]);
  expect(front.authors.map(({ raw }) => raw)).toEqual(['Ada della Marsh', 'Ben Stock']);
  expect(front.abstract?.block.content.text).toMatch(/^The ferry/);
  expect(front.editorial.map(({ raw }) => raw)).toEqual([
    'Harbour Publications Yare, London and New Delhi',
    'University of Yare',
  ]);
});

test('what is repeated above the text after a page with the abstract is not a chapter', () => {
  const front = [block('Ada Marsh'), block('Keeper of the Lower Ferry', true)];
  const abstract = [block('Abstract', true), block('The ferry took its toll. '.repeat(8).trim())];
  const first = block('The Ferry', true);
  const text = block('Nobody knows when it began. '.repeat(8).trim());
  const matter = divideMatter([block('Two Tolls'), ...front, ...abstract, ...front, first, text], 'en');
  expect(matter.text).toEqual([first, text]);
});

test('words at a picture at the head of a page do not interrupt a sentence', async () => {
  const made = await importPages([
    { texts: [heading, ...body(90, 34)] },
    {
      texts: [
        set(50, 200, 'Carts on the quay, drawn by the clerk of the harbour.', 8, 'bold'),
        ...body(240, 20, 3),
      ],
    },
    { texts: body(60, 20, 5) },
  ]);
  expect(written(made)).not.toContain('Carts on the quay');
  expect(written(made)).toContain(`${prose(33 * 7, 53)} ${prose(3, 53)}`);
  expect(made.ledger.doubts.map(({ reason }) => reason).join()).toContain('small type');
});

test('small gaps separate Chinese keywords', async () => {
  const han = '渡船在两港之间来往，每日向车马收税，而其收税之法，不在于船。';
  const words = ['渡船', '港口税', '车马'].map((word, i) => set(95 + i * 36, 130, word, 9, 'song'));
  const made = await importPages([
    {
      texts: [
        set(90, 60, '两港之税', 20, 'hei'),
        set(150, 85, '沈默', 10, 'song'),
        set(50, 110, `摘要：${han}`, 9, 'song'),
        set(50, 130, '关键词', 9, 'hei'),
        ...words.map((word, i) => ({ ...word, x: [84, 106.3, 137.6][i]! })),
        ...Array.from({ length: 20 }, (_, i) => set(50, 170 + i * 15, han, 10, 'song')),
      ],
    },
    { texts: Array.from({ length: 20 }, (_, i) => set(50, 60 + i * 15, han, 10, 'song')) },
  ]);
  expect(made.paper.keywords).toEqual(['渡船', '港口税', '车马']);
});

test('an abstract without a heading may have a translation below it, and bold keywords', async () => {
  const german = 'die Fähre und das Recht der Stadt mit dem Zoll auf der Brücke'.split(' ');
  const translated = Array.from({ length: 8 }, (_, i) =>
    set(
      50,
      200 + i * 11,
      [...german.slice(i), ...german.slice(0, i)].join(' ').slice(0, 60) + (i === 7 ? '.' : ''),
      9,
    ),
  );
  const own = Array.from({ length: 7 }, (_, i) => set(50, 90 + i * 11, prose(i * 3, 58), 9));
  const made = await importPages([
    {
      texts: [
        heading,
        ...own,
        set(50, 167, 'and the toll was low.', 9),
        set(50, 186, 'Zwei Zölle an der Fähre', 11, 'bold'),
        ...translated,
        set(50, 310, 'Key words: ', 10),
        set(120, 310, 'tolls, ferries', 10, 'bold'),
        ...body(340, 14, 2),
      ],
    },
    { texts: body(60, 34, 3) },
    { texts: body(60, 34, 4) },
  ]);
  expect(made.paper.keywords).toEqual(['tolls', 'ferries']);
  expect(chaptersOf(made)).toEqual(['Introduction']);
  expect(written(made)).toContain(`{/* abstract */} ${prose(0, 58)}`);
  expect(written(made)).not.toContain('Brücke');
});

test('a table of an appendix at the foot of a page does not continue the last note', async () => {
  const rows = [
    'Rolls of the northern quay',
    'Rolls of the southern quay',
    'Deeds of the ferry and the dike',
  ];
  const made = await importPages([
    {
      texts: [
        heading,
        ...body(90, 20),
        set(50 + widthOf(prose(0, 53), 10), 86, '1', 6),
        set(50, 500, '1', 5),
        set(56, 503, 'See the rolls of the clerk, which are', 8),
      ],
      rules: [{ x0: 50, x1: 140, y: 488 }],
    },
    {
      texts: [
        ...body(60, 20, 3),
        set(50, 330, 'TABLE A-1. Sources of the tolls', 10, 'bold'),
        ...rows.map((row, i) => set(50, 352 + i * 11, row, 8)),
      ],
      rules: [{ x0: 50, x1: 368, y: 340 }],
    },
  ]);
  expect(made.paper.notes.map(({ content }) => content.text)).toEqual([
    'See the rolls of the clerk, which are',
  ]);
});

test('names in capitals may each have an institution beside them', async () => {
  const byline = (y: number, name: string, at: string): SetText[] => [
    set(50, y, name, 12),
    set(200, y, at, 10, 'italic'),
  ];
  const { paper } = await importPages([
    {
      texts: [
        heading,
        ...byline(90, 'ADA MARSH', 'University of Yare'),
        ...byline(105, 'EDMUND LOCK', 'Lower Ferry College'),
        ...body(150, 30),
      ],
    },
    { texts: body(60, 34, 2) },
  ]);
  expect(paper.authors).toEqual([
    { family: 'Marsh', given: 'Ada' },
    { family: 'Lock', given: 'Edmund' },
  ]);
});

test('the name of the editor below a list is a notice, without a doubt', async () => {
  const made = await importPages([
    { texts: [heading, ...body(90, 30)] },
    {
      texts: [
        ...body(60, 20, 2),
        set(160, 320, 'References', 10, 'bold'),
        ...[1, 2, 3].map((n) => set(50, 326 + n * 12, `[${n}] Marsh, Of ferries. Ghent: Lock, 199${n}.`, 8)),
        set(200, 390, '(责任编辑:沈默)', 8, 'song'),
      ],
    },
  ]);
  expect(made.ledger.leftOut).toContainEqual(
    expect.objectContaining({ kind: 'editorial', text: '(责任编辑:沈默)' }),
  );
  expect(made.ledger.doubts.map(({ reason }) => reason).join()).not.toContain('small type');
});

test('affiliations numbered at the authors’ names are not notes', async () => {
  const made = await importPages([
    {
      texts: [
        heading,
        set(90, 90, 'Ada Marsh', 12),
        set(90 + widthOf('Ada Marsh', 12), 86, '1', 7),
        set(90 + widthOf('Ada Marsh ', 12) + 8, 90, 'and Edmund Lock', 12),
        set(98 + widthOf('Ada Marsh and Edmund Lock', 12), 86, '2', 7),
        ...body(130, 28),
        set(50, 530, '1 University of Yare, Yare, England', 8),
        set(50, 540, '2 Lower Ferry College, Lock, England', 8),
      ],
      rules: [{ x0: 50, x1: 130, y: 518 }],
    },
    {
      texts: [
        ...body(60, 20, 2),
        ...[1, 2].map((mark) =>
          set(50 + widthOf(prose((mark - 1) * 7 + 2, 53), 10), 55 + (mark - 1) * 12, String(mark), 6),
        ),
        set(180, 350, 'Notes', 10, 'bold'),
        ...[1, 2].map((mark) => set(50, 370 + mark * 12, `${mark}. See roll ${mark} of the ferry.`, 8)),
      ],
    },
  ]);
  expect(made.paper.notes.map(({ label, content }) => [label, content.text])).toEqual(
    [1, 2].map((mark) => [mark, `See roll ${mark} of the ferry.`]),
  );
});

test('a number of a heading may have a space after its stop', async () => {
  const han = (n: number): string => '渡船过河的收费历史悠久而且各地不同'.repeat(3).slice(n, n + 34);
  const part = (y: number, title: string, n: number): SetText[] => [
    set(50, y, title, 10, 'hei'),
    ...Array.from({ length: 6 }, (_, i) =>
      set(i ? 50 : 70, y + 20 + i * 14, i === 5 ? `${han(n)}。` : han(n + i), 9, 'song'),
    ),
  ];
  const made = await importPages([
    {
      texts: [
        set(90, 50, '论渡船的收费', 16, 'hei'),
        set(150, 80, '沈默', 10, 'song'),
        ...part(120, '1 渡船', 0),
        ...part(240, '1. 1渡船的来历', 2),
        ...part(360, '1. 2渡船的收费', 4),
      ],
    },
    { texts: part(60, '2 桥梁', 1) },
  ]);
  expect(written(made).match(/^## .*/gm)).toEqual(['## {/* 1.1 */} 渡船的来历', '## {/* 1.2 */} 渡船的收费']);
});
