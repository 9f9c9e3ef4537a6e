import { describe, expect, test } from 'vitest';
import { textOfInlines } from '../../src/import/document/bind-notes.ts';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { legibleCopy, restoreOriginal } from '../../src/import/citations/legible-copy.ts';
import { repairGlyphs } from '../../src/import/pdf/glyphs/repair-glyphs.ts';
import { readPages, readPdf } from '../../src/import/pdf/read-pdf.ts';
import { NOTE_MARK } from '../../src/model/units.ts';
import { setPaper, type PaperToSet, type Part } from '../support/set-paper.ts';
import { setPdf, type SetPage } from '../support/set-pdf.ts';
import { isWhole } from '../support/whole.ts';

async function importPdf(pages: SetPage[], title?: string): Promise<Imported> {
  const document = await readPdf(setPdf(pages, title));
  if ('refusal' in document) throw new Error(document.refusal);
  return importPaper({ path: 'paper.pdf', encoding: 'PDF', text: document.text, document }, '2020-01-01');
}

const english = [
  'The ferry crossed the estuary twice a day, and the toll was paid in the order of arrival.',
  'A charter of the town gave the widow of each pilot a share in the harbour dues.',
  'Nobody doubted that the sandbank moved; what was disputed was who had to mark it.',
  'The clerk kept two ledgers, one for the wool and one for everything else that floated.',
  'In a dry summer the lower landing could not be used, so that carts waited on the dike.',
  'Later writers took the quarrel for a matter of law, though it had begun as one of habit.',
];
const chinese = [
  '渡口每日开船两次，过河的人依照到达的先后交付船资。',
  '镇上的章程规定，引水人的遗孀可以分得一份港口税。',
  '沙洲逐年移动无人怀疑，争执之处在于应当由谁设立浮标。',
  '账房备有两本簿册，一本记羊毛，另一本记其余一切漂在水上的货物。',
  '旱年夏天下游的码头不能停靠，车马只得在堤上等候。',
  '后来的著者把这场争执看作法律问题，其实它起初只是习惯问题。',
];
/** A unique paragraph, with note marks after some of its sentences. */
const prose = (sentences: string[], from: number, marks: number[]): string =>
  [0, 1, 2, 3]
    .map((i) => {
      const sentence = sentences[(from + i * (1 + (from % 2))) % sentences.length]!;
      const mark = marks[i];
      return mark === undefined ? sentence : `${sentence}{${mark}}`;
    })
    .join(sentences === english ? ' ' : '');

const plain = (paragraph: string): string => paragraph.replace(/\{\d+\}/g, NOTE_MARK);
const paragraphsOf = (parts: Part[]): string[] =>
  parts.flatMap((part) => ('paragraph' in part ? [plain(part.paragraph)] : []));
const paragraphsIn = ({ paper }: Imported): string[] =>
  paper.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'paragraph' && block.id !== 'abstract' ? [textOfInlines(block.inlines)] : [],
    ),
  );
/** Notes by the letters that precede their marks. */
const notesByPlace = (texts: string[], noteOf: (mark: number) => string | undefined): Map<string, string> => {
  let mark = 0;
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(new RegExp(NOTE_MARK, 'g'))].map(
        ({ index }) => [text.slice(Math.max(0, index - 12), index), noteOf(++mark) ?? 'none'] as const,
      ),
    ),
  );
};

const englishParts: Part[] = [
  { heading: '1. The Harbour' },
  { paragraph: prose(english, 0, [1]) },
  { paragraph: prose(english, 1, [2, 3]) },
  { heading: '2. The Quarrel' },
  ...[2, 3, 4, 5].map((from): Part => ({ paragraph: prose(english, from, [from + 2]) })),
  {
    table: {
      caption: 'Table 1. Dues',
      rows: [
        ['Year', 'Wool', 'Salt'],
        ['1801', '12', '7'],
        ['1802', '15', '3'],
      ],
    },
  },
  ...[6, 7, 8, 9].map((from): Part => ({ paragraph: prose(english, from, from % 2 ? [] : [from + 2]) })),
  { heading: 'Conclusion' },
  { paragraph: prose(english, 10, []) },
];
const englishPaper: PaperToSet = {
  title: 'The Law of the Ferry',
  author: 'Ada Marsh',
  front: ['Abstract: A dispute about dues shows how habit becomes law.', 'Keywords: ferries; dues; habit'],
  parts: englishParts,
  notes: Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 10].map((n) => [
      n,
      `See folio ${n * 3}, where the clerk writes: ${english[(n * 5) % 6]} ${english[(n + 1) % 6]}`,
    ]),
  ),
  heads: ['The Law of the Ferry', 'Ada Marsh'],
  firstPage: 41,
  marks: 'figure',
};

const chineseParts: Part[] = [
  { heading: '一、渡口' },
  { paragraph: prose(chinese, 0, [1]) },
  { paragraph: prose(chinese, 1, [2, 3]) },
  { heading: '二、争执' },
  ...[2, 3, 4, 5, 6, 7, 8, 9].map((from): Part => ({ paragraph: prose(chinese, from, [from + 2]) })),
  { heading: '结语' },
  { paragraph: prose(chinese, 10, []) },
];
const chinesePaper: PaperToSet = {
  title: '渡船的法律',
  author: '沈默',
  front: ['内容提要：一场关于港口税的争执说明习惯如何成为法律。', '关键词：渡口；港口税；习惯'],
  parts: chineseParts,
  notes: Object.fromEntries(
    Array.from({ length: 11 }, (_, i) => [
      i + 1,
      `参见镇志第${(i + 1) * 3}页：${chinese[(i * 5) % 6]}${chinese[(i + 2) % 6]}`,
    ]),
  ),
  heads: ['渡船的法律', '水上旧闻 2019年第3期'],
  firstPage: 8,
  marks: 'sign',
};

describe.each([
  ['raised figures in one column', englishPaper],
  ['raised figures, paragraphs set apart by space', { ...englishPaper, setIn: false }],
  ['signs in two columns', { ...chinesePaper, columns: 2 as const }],
  ['signs in one column', chinesePaper],
])('%s', (_, paper) => {
  test('gives every paragraph whole, with each note under its mark', async () => {
    const imported = await importPdf(setPaper(paper));
    const texts = paragraphsIn(imported);
    expect(texts).toEqual(paragraphsOf(paper.parts));
    const marks = paper.parts.flatMap((part) =>
      'paragraph' in part ? [...part.paragraph.matchAll(/\{(\d+)\}/g)].map(([, n]) => Number(n)) : [],
    );
    expect(notesByPlace(texts, (n) => imported.paper.notes[n - 1]?.content.text)).toEqual(
      notesByPlace(paragraphsOf(paper.parts), (n) => paper.notes[marks[n - 1] ?? 0]),
    );
    expect(imported.faults).toEqual([]);
  });

  test('knows title, author, headings, keywords and printed pages', async () => {
    const pages = setPaper(paper);
    const { paper: read } = await importPdf(pages);
    expect(read.title).toBe(paper.title);
    expect(read.authors.map(({ family, given }) => `${given} ${family}`.trim())).toEqual([
      paper === englishPaper || paper.title === englishPaper.title ? 'Ada Marsh' : '默 沈',
    ]);
    expect(read.keywords).toHaveLength(3);
    expect(read.pages).toEqual([paper.firstPage, paper.firstPage + pages.length - 1]);
    const headings = paper.parts.flatMap((part) =>
      'heading' in part ? [part.heading.replace(/^(?:\d\. |[一二]、)/, '')] : [],
    );
    expect(read.sections.map(({ title }) => title)).toEqual(expect.arrayContaining(headings));
  });
});

test('a table is moved from the text into an exhibit at its place', async () => {
  const { paper } = await importPdf(setPaper(englishPaper));
  expect(paper.exhibits).toEqual([
    expect.objectContaining({
      id: 'table-1',
      title: 'Dues',
      rows: expect.arrayContaining(['1801   12   7']) as unknown,
    }),
  ]);
});

test('a cover before the paper and an English abstract after it are not part of the text', async () => {
  const cover: SetPage = {
    texts: [{ x: 60, y: 200, size: 30, face: 'hei', text: '水上旧闻' }],
  };
  const line = (text: string, y: number) => ({ x: 50, y, size: 10, face: 'roman' as const, text });
  const behind: SetPage = {
    texts: [
      line('The Law of the Ferry', 90),
      line('Abstract: A dispute about dues shows how habit becomes law,', 110),
      line('and how nobody noticed.', 125),
    ],
  };
  const imported = await importPdf([cover, ...setPaper(chinesePaper), behind]);
  expect(imported.paper.title).toBe(chinesePaper.title);
  expect(paragraphsIn(imported)).toEqual(paragraphsOf(chineseParts));
});

describe('a file that cannot be read', () => {
  const refusalOf = async (bytes: Uint8Array): Promise<string> => {
    const read = await readPdf(bytes);
    return 'refusal' in read ? read.refusal : 'none';
  };
  const whole = setPdf(setPaper(englishPaper));
  const latin = (text: string): Uint8Array => new TextEncoder().encode(text);

  test.each([
    ['holds no text', setPdf([{ texts: [], rules: [{ x0: 10, x1: 200, y: 50 }] }]), /OCR/],
    ['is no more than a beginning', latin('%PDF-1.7\n'), /damaged/],
    ['is rubbish behind a beginning', latin(`%PDF-1.4\n${'\u0000obj<<>>'.repeat(500)}`), /damaged/],
    ['has no pages', setPdf([]), /./],
  ])('%s: one sentence says so', async (_, bytes, reason) => {
    expect(await refusalOf(bytes)).toMatch(reason);
  });

  test('a truncated file is read as far as possible, or refused', async () => {
    for (const share of [0.3, 0.6, 0.9, 0.99]) {
      const refusal = await refusalOf(whole.slice(0, Math.floor(whole.length * share)));
      expect(refusal).not.toMatch(/\n/);
    }
  });
});

/** A unique word for each number. */
const wordOf = (i: number): string =>
  `T${[...String(i)].map((digit) => 'aeioubdmrt'[Number(digit)]).join('')}n`;

test.runIf(isWhole)('the time for a paper of hundreds of pages is proportional to its length', async () => {
  const parts = Array.from({ length: 400 }, (_, i): Part => ({
    paragraph: `${wordOf(i)} ${prose(english, i, []).replaceAll(' the ', ` the ${wordOf(i)} `)}`,
  }));
  const long = setPaper({ ...englishPaper, parts });
  const started = process.cpuUsage();
  const imported = await importPdf(long);
  const { user, system } = process.cpuUsage(started);
  expect(paragraphsIn(imported)).toHaveLength(400);
  expect((user + system) / 1000 / long.length).toBeLessThan(100);
});

describe('damaged text layers', () => {
  const glyphs = (text: string, wide: number) =>
    [...text].map((character, i) => {
      const width = /[Ａ-Ｚａ-ｚ０-９]/.test(character) ? wide : 10;
      return { text: character, x: i * 10, y: 50, width, size: 10, font: 'a' };
    });
  const repaired = (text: string, wide = 10): string =>
    repairGlyphs([{ width: 500, height: 500, glyphs: glyphs(text, wide), rules: [] }])
      .pages.flatMap((page) => page.glyphs.map((glyph) => glyph.text))
      .join('');

  test('GB 2312 codes shown as Yi syllables are decoded', () => {
    expect(repaired('渡口每日开船两次\uA3AC过河的人依照到达的先后交付船资\uA3AE')).toBe(
      '渡口每日开船两次，过河的人依照到达的先后交付船资。',
    );
    expect(repaired('渡口。渡船。每日开船ꎮ')).toBe('渡口。渡船。每日开船．');
  });

  test('letters and figures called wide that are set narrow have their own names', () => {
    const han = '渡口每日开船两次过河的人依照到达的先后';
    expect(repaired(`${han}Ｆｅｒｒｙ２０２４`, 5)).toBe(`${han}Ferry2024`);
    expect(repaired(`${han}Ｆｅｒｒｙ２０２４`)).toBe(`${han}Ｆｅｒｒｙ２０２４`);
  });

  test('narrow signs called Han characters have their own names, in Latin text too', () => {
    const narrow = (text: string) =>
      glyphs(text, 10).map((glyph) => ('摇冶爷鄄'.includes(glyph.text) ? { ...glyph, width: 4 } : glyph));
    const page = { width: 900, height: 500, rules: [] };
    const textOf = (own: ReturnType<typeof glyphs>): string =>
      repairGlyphs([{ ...page, glyphs: own }])
        .pages[0]!.glyphs.map(({ text }) => text)
        .join('');
    expect(textOf(narrow('渡口每日开船两次摇过河的人称为“渡客冶一名‘船资爷ca鄄nal'))).toBe(
      '渡口每日开船两次 过河的人称为“渡客”一名‘船资’ca-nal',
    );
    expect(textOf(glyphs('冶金的渡口摇橹过河', 10))).toBe('冶金的渡口摇橹过河');
  });

  test('Han characters in a font of signs are the circled numbers that the page shows', () => {
    const han = glyphs('渡口在于河湾，先后余下两处每日开船过河', 10);
    const signs = glyphs('淤于余a郾', 10).map((glyph) => ({ ...glyph, font: 'signs' }));
    const [page] = repairGlyphs([{ width: 900, height: 500, glyphs: [...han, ...signs], rules: [] }]).pages;
    expect(page!.glyphs.map(({ text }) => text).join('')).toBe(
      '渡口在于河湾，先后余下两处每日开船过河①②⑧a郾',
    );
  });

  test('a paper with other signs in the place of its punctuation is refused', () => {
    const text = '渡口每日开船两次!过河的人依照到达的先后$#$#年交付船资"'.repeat(15);
    expect(readPages([{ width: 9000, height: 500, glyphs: glyphs(text, 10), rules: [] }], undefined)).toEqual(
      {
        refusal: expect.stringContaining('(! $ # " … for punctuation and figures)'),
      },
    );
  });

  test('private code points are the full stop, the apostrophe or the dot that stands there', () => {
    const [han, sign] = ['渡口每日开船两次过河的人依照到达的先后', '\u{1001B0}'];
    expect(repaired(`${han}船长卡里${sign}瓦恩`)).toBe(`${han}船长卡里·瓦恩`);
    expect(repaired(`${han}船长卡里${sign}C.`)).toBe(`${han}船长卡里·C.`);
    expect(repaired(`${han}the dike${sign}s toll`)).toBe(`${han}the dike’s toll`);
    expect(repaired(`${han}Vol${sign} 4`)).toBe(`${han}Vol. 4`);
    expect(repaired(`${han}Varn et al${sign}，Tolls${sign}`)).toBe(`${han}Varn et al.，Tolls.`);
  });

  test('quotation marks stand for those of titles where a text has no others', () => {
    expect(repaired('参见«渡口志»与«堤岸志»每日开船两次')).toBe('参见《渡口志》与《堤岸志》每日开船两次');
    expect(repaired('«渡口志»《渡口志》')).toBe('«渡口志»《渡口志》');
  });

  test('pairs of other signs are the quotation marks that the page shows, in any language', () => {
    expect(repaired('渡口‚每日开船‛两次，过河的人称为‚渡客‛')).toBe('渡口“每日开船”两次，过河的人称为“渡客”');
    expect(repaired('the ―Ferry Book‖ and the ―Toll Book‖, ‗Tides‘ and ‗Dikes‘')).toBe(
      'the “Ferry Book” and the “Toll Book”, ‘Tides’ and ‘Dikes’',
    );
    for (const text of ['渡口―每日开船―两次‖过河', '‚Fähre‘ und ‚Zoll‘']) expect(repaired(text)).toBe(text);
  });

  test('a bullet behind a letter is a hyphen', () => {
    const han = '渡口每日开船两次过河的人依照到达的先后';
    expect(repaired(`${han}Ann⁃Sofie Varn，1898⁃9`)).toBe(`${han}Ann-Sofie Varn，1898-9`);
    expect(repaired(`${han}⁃渡口`)).toBe(`${han}⁃渡口`);
  });

  test('a text in Yi stays as it is', () => {
    expect(repaired('\uA3AC\uA3AE\uA2A1\uA2B1渡')).toBe('\uA3AC\uA3AE\uA2A1\uA2B1渡');
  });

  test('a full-width letter among half-width ones is converted, but not among full-width ones', () => {
    const han = '渡口每日开船两次过河的人依照到达的先后';
    expect(repaired(`${han}DavidＲ Hults`)).toBe(`${han}DavidR Hults`);
    expect(repaired(`${han}ＶＯＬ甲乙丙丁`)).toBe(`${han}ＶＯＬ甲乙丙丁`);
  });

  test('citations are read from a copy with half-width Latin letters, but the text is unchanged', () => {
    const text = '参见Robert O．Keohane，InternationalＲegimes，Vol．58，No．2，2004。';
    const copy = legibleCopy(text);
    expect(copy.text).toBe('参见Robert O. Keohane, International Regimes, Vol. 58, No. 2, 2004。');
    expect(legibleCopy('见《潮汐》，http：//www.ferry.example/tolls。').text).toBe(
      '见《潮汐》，http://www.ferry.example/tolls。',
    );
    expect(legibleCopy('见 https： / / www. ferry. example/ tolls.').text).toBe(
      '见 https://www.ferry.example/tolls.',
    );
    expect(legibleCopy('见 http: / / www. ferry. example/ tolls. pdf. [2024]').text).toBe(
      '见 http://www.ferry.example/tolls.pdf. [2024]',
    );
    expect(legibleCopy('见《潮汐》、https：／／www．ferry．example／tolls＿1898．pdf。').text).toBe(
      '见《潮汐》、https://www.ferry.example/tolls_1898.pdf。',
    );
    expect(legibleCopy('Adam，K.C.S.，& Varn，E.（2017）. Tolls. Tides，9（4），7－9.').text).toBe(
      'Adam, K.C.S., & Varn, E. (2017). Tolls. Tides, 9(4), 7-9.',
    );
    const at = copy.text.indexOf('Robert');
    const pieces = [
      { text: copy.text.slice(0, at) },
      { text: copy.text.slice(at, -1) },
      { text: copy.text.slice(-1) },
    ];
    const restored = restoreOriginal(pieces, text, copy);
    expect(restored.map((piece) => piece.text).join('')).toBe(text);
    expect(restored[1]?.text).toBe('Robert O．Keohane，InternationalＲegimes，Vol．58，No．2，2004');
  });
});
