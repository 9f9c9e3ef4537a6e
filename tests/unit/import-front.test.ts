import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { splitNames } from '../../src/import/words/bylines.ts';
import { splitKeywords } from '../../src/import/document/split-keywords.ts';
import { levelHeadings } from '../../src/import/document/heading-levels.ts';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { readMarkup } from '../../src/import/markup/read-markup.ts';
import { readPdf } from '../../src/import/pdf/read-pdf.ts';
import { takeContents } from '../../src/import/pdf/parts/take-contents.ts';
import type { TypeLine } from '../../src/import/pdf/lines/page-lines.ts';
import { setPaper, type PaperToSet, type Part } from '../support/set-paper.ts';
import { setPdf, widthOf, type SetPage } from '../support/set-pdf.ts';

// The front matter, and which headings are chapters, in various journals’ layouts.

const sentences = [
  'The lock was opened at dawn, and the barges of the mill went first.',
  'A by-law of the parish let the keeper take a tithe of the eels.',
  'Whoever came by night had to wake him, and paid for the candle.',
];
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const body = (from: number): Part => ({
  paragraph: upTo(5)
    .map((i) => sentences[(from + i * (1 + (from % 2))) % 3])
    .join(' '),
});
const paper: PaperToSet = {
  title: 'The Keeper of the Lock',
  author: 'Jane Reed',
  front: ['Abstract: Tolls were a custom before they were a law.', 'Keywords: locks; tolls'],
  parts: [
    { heading: 'I. The Lock' },
    ...upTo(8).map(body),
    { heading: 'II. The Toll' },
    ...upTo(8).map(body),
  ],
  notes: {},
  heads: ['The Keeper of the Lock', 'Jane Reed'],
  firstPage: 11,
  marks: 'figure',
};

async function importPdf(pages: SetPage[], title?: string): Promise<Imported> {
  const document = await readPdf(setPdf(pages, title));
  if ('refusal' in document) throw new Error(document.refusal);
  return importPaper({ path: 'paper.pdf', encoding: 'PDF', text: document.text, document }, '2020-01-01');
}
const titlesOf = ({ paper: { sections } }: Imported): string[] => sections.map(({ title }) => title);
const textOf = ({ files }: Imported): string =>
  [...files].flatMap(([path, text]) => (path.startsWith('chapters/') ? [text] : [])).join('\n');

async function importMarkup(source: string): Promise<Imported> {
  const read = await readMarkup(new TextEncoder().encode(source));
  if ('refusal' in read) throw new Error(read.refusal);
  const { document, format } = read;
  return importPaper({ path: 'paper', encoding: format, text: document.text, document }, '2020-01-01');
}

const article = '<p>The lock was opened at dawn, and the barges of the mill went first.</p>';

test('a part with notices below the keywords is not text', async () => {
  const notices = ['Series', 'This comment belongs to the series on locks.', '© 2015 by Jane Reed.'];
  const pages = setPaper({
    ...paper,
    front: [paper.front[0]!, 'Manuscript received 4 May 2013; accepted 21 May 2014', paper.front[1]!],
    parts: [
      { heading: notices[0]! },
      ...notices.slice(1).map((paragraph) => ({ paragraph })),
      ...paper.parts.map((part) =>
        'heading' in part ? { heading: part.heading.replace(/^I*/, ({ length }) => String(length)) } : part,
      ),
    ],
  });
  const made = await importPdf(pages);
  expect(titlesOf(made)).toEqual(['Abstract', 'The Lock', 'The Toll']);
  expect(textOf(made)).not.toMatch(/series|2015|2013/);
  expect(made.faults).toEqual([]);
});

test('an abstract without keywords may have several paragraphs before the introduction', async () => {
  const long = (word: string): string => `<p>${word} ${sentences.join(' ')}</p>`;
  const { paper, files } = await importMarkup(
    `<html lang="en"><body><h1>The Keeper of the Lock</h1><p>Jane Reed</p><h2>Abstract</h2>${long('First.')}${long('Second.')}` +
      `<p>Not to be quoted.</p>${long('Third.')}<h2>Introduction</h2>${article.repeat(4)}<h2>The Toll</h2>${article.repeat(4)}</body></html>`,
  );
  const [opening = ''] = [...files].flatMap(([path, text]) => (path.startsWith('chapters/') ? [text] : []));
  expect(titlesOf({ paper, files } as Imported)).toContain('Introduction');
  expect(opening.match(/First|Second|quoted|Third/g)).toEqual(['First', 'Second']);
});

test('the author’s biography below the keywords is not text, and keywords have no full stop', async () => {
  const {
    paper: read,
    ledger,
    files,
  } = await importPdf(
    setPaper({
      ...paper,
      front: [
        ...paper.front!.slice(0, 1),
        'Keywords: locks; tolls.',
        'Jane Reed keeps a lock on the Yare and has written of eels.',
        'E-mail: reed@example.org',
      ],
    }),
  );
  expect(read.keywords).toEqual(['locks', 'tolls']);
  expect(ledger.leftOut.map(({ text }) => text)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Jane Reed keeps/), 'E-mail: reed@example.org']),
  );
  expect(files.get('chapters/en/1-section.mdx')).toMatch(/^\{\/\* 1\.0\.1 \*\/\} (?:\{[^}]*\})?The lock/);
});

test('a classification after the keywords is not one of them', () => {
  const text = 'Keywords: locks, tolls JEL Classification: Q25, R41';
  const content = { text, offsets: Array.from(text, (_, i) => i) };
  expect(splitKeywords({ block: { content }, wordLength: 10 }, text)).toEqual(['locks', 'tolls']);
});

describe('chapters', () => {
  test('numbered parts are on the same level as an unnumbered introduction, in any typography', () => {
    const set = (text: string, font = 'Bold'): Parameters<typeof levelHeadings>[0][number] => ({
      text,
      size: 12,
      font,
    });
    const levels = levelHeadings([
      set('Introduction'),
      set('I. Reed v. Mill', 'BoldItalic'),
      set('A. The Eels', 'Italic'),
      set('II. The Toll'),
      set('Conclusion'),
    ]);
    expect(levels.map(({ level }) => level)).toEqual([1, 1, 2, 1, 1]);
  });

  test('the number 0 of an introduction is none of a section', () => {
    const levels = levelHeadings(
      ['0 引言', '1 税额', '1.1 货物'].map((text) => ({ text, size: 12, font: 'Bold' })),
    );
    expect(levels).toEqual([
      { level: 1, length: 2, numbering: 'plain' },
      { level: 1, length: 2, numbering: 'numbered' },
      { level: 2, length: 4, numbering: 'numbered' },
    ]);
  });

  test.each([
    [
      'letters and small numbers nest as they count on, though all are set alike',
      [
        'I. Lock',
        'A. Eels',
        '1. Nets',
        '2. Weirs',
        'B. Tolls',
        '1. Barges',
        'II. Mill',
        'A. Wheel',
        'Conclusion',
      ],
      [1, 2, 3, 3, 2, 3, 1, 2, 1],
    ],
    [
      'signs in brackets may have gaps, and stand above figures',
      ['一、水闸', '( 一) 鳗鱼', '1．网', '2．堰', '( 二) 通行费', '二、磨坊', '( 一) 水轮', '1．轴'],
      [1, 2, 3, 3, 2, 1, 2, 3],
    ],
    [
      'a first part that was not found costs the others nothing',
      ['Introduction', 'A. Eels', 'II. Mill', 'A. Wheel'],
      [1, 2, 1, 2],
    ],
    [
      'what has no number stands beside what is set alike',
      ['1 Lock', '1.1 Eels', 'Nets', '2 Mill'],
      [1, 2, 2, 1],
      { Nets: 'Bold' },
    ],
  ])('%s', (_, texts, expected, fonts: Record<string, string> = {}) => {
    const fontOf = (text: string): string => fonts[text] ?? (/^\d\.\d/.test(text) ? 'Bold' : 'Roman');
    const levels = levelHeadings(texts.map((text) => ({ text, size: 12, font: fontOf(text) })));
    expect(levels.map(({ level }) => level)).toEqual(expected);
  });

  test('without numbers, larger type is a higher level than smaller type, in any order', () => {
    const levels = levelHeadings(
      [9, 12, 10, 9, 9, 12].map((size) => ({ text: `A heading of ${size} points`, size, font: 'Bold' })),
    );
    expect(levels.map(({ level }) => level)).toEqual([1, 1, 2, 3, 3, 1]);
  });

  test('a Chinese number is recognised by the gap after it', async () => {
    const chinese = ['水闸在清晨开启，磨坊的船只最先通过。', '乡约允许守闸人收取鳗鱼的十分之一。'];
    const part = (from: number): Part => ({
      paragraph: upTo(8)
        .map((i) => chinese[(from + i) % 2])
        .join(''),
    });
    const made = await importPdf(
      setPaper({
        ...paper,
        title: '守闸人的法律',
        author: '何秋生',
        front: ['摘要：通行费先是习惯，后来才是法律。', '关键词：水闸；通行费'],
        parts: [
          { heading: '一　水闸' },
          ...upTo(9).map(part),
          { heading: '二　通行费' },
          ...upTo(9).map(part),
        ],
        heads: ['守闸人的法律', '何秋生'],
        marks: 'sign',
      }),
    );
    expect(titlesOf(made)).toEqual(['摘要', '水闸', '通行费']);
  });

  test('a table of contents is not text, nor is its heading a chapter', async () => {
    const made = await importPdf(
      setPaper({
        ...paper,
        front: [
          ...paper.front,
          'Contents',
          'I. The Lock ............................ 11',
          'II. The Toll ........................... 12',
          'III. The Eels .......................... 13',
        ],
      }),
    );
    expect(titlesOf(made)).toEqual(['Abstract', 'The Lock', 'The Toll']);
    expect(textOf(made)).not.toContain('....');
  });

  test('the chapters in a table of contents may have no dots, unlike their sections', () => {
    const line = (text: string): TypeLine => ({ text }) as TypeLine;
    const sections = [1, 2, 3].map((number) => line(`1.${number} The Lock ........ ${number}`));
    const contents = [line('Contents'), line('1. Locks 1'), ...sections, line('2. Eels 4')];
    const text = [line('1. Locks'), line('The lock was opened at dawn in 1701'), line('2. Eels')];
    expect(takeContents([contents, text]).contents).toEqual(contents);
  });

  test('a table of contents may have nothing but page numbers, and entries of several lines', () => {
    const line = (text: string): TypeLine => ({ text }) as TypeLine;
    const contents = [
      'Contents',
      '1. Locks 2',
      '2. Of the Eels and',
      'the Lock',
      'of Yare 5',
      '3. Tolls 9',
    ].map(line);
    const text = [line('1. Locks'), line('The lock was opened at dawn in 1701'), line('3. Tolls')];
    expect(takeContents([contents, text]).contents).toEqual(contents);
    expect(
      takeContents([[line('Contents'), line('The lock of 1701'), line('was one of 12')], text]).contents,
    ).toEqual([]);
  });

  test('a table of contents may begin with a few entries at the foot of a page', () => {
    const line = (text: string): TypeLine => ({ text }) as TypeLine;
    const entries = ['Table of Contents', 'I. Of the Eels and', 'the Lock ........ 14'].map(line);
    expect(takeContents([[line('The lock was opened at dawn.'), ...entries]]).contents).toEqual(entries);
  });

  test('a table of contents may continue on the next page', () => {
    const line = (text: string): TypeLine => ({ text }) as TypeLine;
    const [first, second, third] = [
      [line('Abstract: Tolls.'), ...[11, 12, 13].map((page) => line(`The Lock ........ ${page}`))],
      [line('Of the Eels and'), line('the Lock ........ 14'), line('The lock was opened at dawn.')],
      [line('From folio 3 ........ 15')],
    ];
    expect(takeContents([first!, second!, third!]).contents).toHaveLength(6);
    expect(takeContents([third!]).contents).toEqual([]);
  });

  test('text before the paper’s own introduction is not part of it', async () => {
    const made = await importPdf(
      setPaper({
        ...paper,
        front: [...paper.front, 'ANNALS OF INLAND WATERS'],
        parts: [
          { heading: '1. Introduction' },
          ...upTo(8).map(body),
          { heading: '2. The Toll' },
          ...upTo(8).map(body),
        ],
      }),
    );
    expect(titlesOf(made)).toEqual(['Abstract', 'Introduction', 'The Toll']);
    expect(textOf(made)).not.toContain('ANNALS');
  });
});

test('a title contains no note marks', async () => {
  const made = await importMarkup(
    `<!DOCTYPE html><title>x</title><main><h1 class="title">The Lock* — A History</h1><h2>The Toll<a href="#n1" id="m1"><sup>1</sup></a></h2>${article}<h2>The Eels</h2><p>Eels were dear.<a href="#n2" id="m2"><sup>2</sup></a></p><p id="n1"><a href="#m1">1</a> A custom.</p><p id="n2"><a href="#m2">2</a> A tithe.</p></main>`,
  );
  expect(made.paper.title).toBe('The Lock — A History');
  expect(made.paper.authors).toEqual([]);
  expect(titlesOf(made).slice(-2)).toEqual(['The Toll', 'The Eels']);
  expect(made.paper.notes.map(({ content }) => content.text.trim())).toEqual(['A custom.', 'A tithe.']);
  expect(made.faults).toEqual([]);
});

describe('names', () => {
  test.each([
    ['何 秋 唐一鸣', ['何秋', '唐一鸣']],
    ['唐一鸣 何 秋', ['唐一鸣', '何秋']],
    ['何 秋 唐 明', ['何秋', '唐明']],
    ['何秋生a，唐一鸣a,b，李明b', ['何秋生', '唐一鸣', '李明']],
    ['JANE REED†', ['JANE REED']],
    ['Associate Professor Jane Reed', ['Jane Reed']],
    ['Jane Reed*, Ghent', ['Jane Reed']],
    ['Jane Reed, Ada Marsh and Paul Mill', ['Jane Reed', 'Ada Marsh', 'Paul Mill']],
    ['Jane Reed & Ada Marsh &Paul Mill', ['Jane Reed', 'Ada Marsh', 'Paul Mill']],
    ['Prof. Dr. Jane Reed, LL.M. · Ada Marsh, Ph.D.', ['Jane Reed', 'Ada Marsh']],
  ])('%s', (line, names) => {
    expect(splitNames(line)).toEqual(names);
  });

  test('may be in smaller type than the text', async () => {
    const pages = setPaper(paper);
    for (const text of pages[0]!.texts) if (text.text === paper.author) text.size = 8;
    expect((await importPdf(pages)).paper.authors).toEqual([{ family: 'Reed', given: 'Jane' }]);
  });
});

test.each(['Acknowledgement', 'Jane Reed, Division of Locks'])('%s does not name authors', async (line) => {
  const pages = setPaper(paper);
  for (const text of pages[0]!.texts) if (text.text === paper.author) text.text = line;
  expect((await importPdf(pages)).paper.authors).toEqual([]);
});

describe('titles', () => {
  const titleWith = async (change: (page: SetPage) => void, of = paper): Promise<string> => {
    const pages = setPaper(of);
    change(pages[0]!);
    return (await importPdf(pages)).paper.title;
  };

  test('are below the journal’s name for the type of article', async () => {
    const rubric = { x: 70, y: 68, size: 16, face: 'bold' as const, text: 'Review Article' };
    expect(await titleWith(({ texts }) => texts.unshift(rubric))).toBe(paper.title);
  });

  test('are not confused with names in the same type', async () => {
    const authors = { x: 70, y: 46, size: 16, face: 'bold' as const, text: 'Jane Reed, Ada Marsh' };
    const untold: PaperToSet = { ...paper, heads: ['Annals 4(2)', 'Annals 4(2)'] };
    expect(await titleWith(({ texts }) => texts.unshift(authors), untold)).toBe(paper.title);
  });

  test('are recognised by running heads if they are in the type of the text', async () => {
    const change = ({ texts }: SetPage): void => {
      for (const one of texts) if (one.text === paper.title) Object.assign(one, { size: 10, face: 'roman' });
    };
    expect(await titleWith(change, { ...paper, heads: [paper.title, paper.title] })).toBe(paper.title);
  });

  test('are not confused with a rubric that contains one of their words', async () => {
    const rubric = { x: 70, y: 40, size: 26, face: 'bold' as const, text: 'The Keeper' };
    const head = `Jane Reed · ${paper.title}`;
    expect(await titleWith(({ texts }) => texts.unshift(rubric), { ...paper, heads: [head, head] })).toBe(
      paper.title,
    );
  });

  test('do not include the sign of a note', async () => {
    const change = ({ texts }: SetPage): void => {
      const title = texts.find(({ text }) => text === paper.title)!;
      const x = title.x + widthOf(title.text, title.size);
      texts.push({ ...title, x, y: title.y - title.size / 2, size: 6, text: '1' });
    };
    expect(await titleWith(change)).toBe(paper.title);
  });

  test('may follow a page about the series, if the file’s metadata contain them', async () => {
    const preface = setPaper({ ...paper, title: 'The Canal Papers', heads: ['', ''] })[0]!;
    const { paper: read } = await importPdf(
      [preface, ...setPaper({ ...paper, heads: ['', ''] })],
      paper.title,
    );
    expect(read.title).toBe(paper.title);
  });

  test('may begin with a year', async () => {
    const title = '1989, the Year of the Lock';
    expect(await titleWith(() => {}, { ...paper, title, heads: [title, title] })).toBe(title);
  });
});

test('an abstract without a label is the long paragraph before the introduction', async () => {
  const long = sentences.join(' ');
  const made = await importPdf(
    setPaper({
      ...paper,
      front: [],
      parts: [
        { paragraph: long },
        { heading: 'Introduction' },
        ...upTo(4).map(body),
        ...paper.parts.slice(9),
      ],
    }),
  );
  expect(textOf(made)).toContain(`{/* abstract */} ${sentences[0]}`);
});

test('notes on the author below an abstract without a label are not the abstract', async () => {
  const long = sentences.join(' ');
  const made = await importPdf(
    setPaper({
      ...paper,
      front: [],
      parts: [
        { paragraph: long },
        { paragraph: `* Jane Reed is the keeper of the archive. ${long}` },
        { paragraph: `Her thanks go to the millers. ${long}` },
        { heading: 'Introduction' },
        ...upTo(4).map(body),
        ...paper.parts.slice(9),
      ],
    }),
  );
  expect(textOf(made)).toContain(`{/* abstract */} ${sentences[0]}`);
  expect(textOf(made)).not.toContain('millers');
});

test('a table of contents without dots is recognised by the headings that recur', async () => {
  const made = await importPdf(
    setPaper({
      ...paper,
      front: [...paper.front, 'Contents', 'I. The Lock', 'II. The Toll', 'References'],
      parts: [
        ...paper.parts,
        { heading: 'References' },
        { paragraph: 'Marsh, A. (1998). Eels. Ghent: Blue Press.' },
      ],
    }),
  );
  expect(titlesOf(made)).toEqual(['Abstract', 'The Lock', 'The Toll']);
  expect(made.paper.references).toHaveLength(1);
});

test('a second abstract is a translation of the first', async () => {
  const made = await importPdf(
    setPaper({
      ...paper,
      front: [paper.front[0]!, 'Abstract: Der Zoll war Brauch, bevor er Recht war.', paper.front[1]!],
    }),
  );
  expect(made.ledger.doubts.map(({ reason }) => reason)).toEqual(['no line names the journal and its year']);
  expect(textOf(made)).not.toContain('Zoll');
});

test('an article in JATS has its title only once', async () => {
  const { paper: read } = await importMarkup(
    `<?xml version="1.0"?><article xml:lang="en"><front><article-meta><title-group><article-title>The Lock</article-title></title-group></article-meta></front><body>${article}</body></article>`,
  );
  expect(read.title).toBe('The Lock');
});

test('a note in a tooltip belongs to its mark', async () => {
  const made = await importMarkup(
    `<!DOCTYPE html><title>The Lock</title><main><h1>The Lock</h1>${article}<p>Eels were dear<sup><a href="javascript:void(0)" aria-describedby="t1">1</a></sup><span role="tooltip" id="t1">A <em>custom</em> of Ghent.</span> in Lent.</p></main>`,
  );
  expect(textOf(made)).toMatch(/Eels were dear\[\^1\] in Lent\.[^]*\[\^1\]: A \*custom\* of Ghent\./);
});

test('a full stop before a note in a numbered list is removed', async () => {
  const { paper: read } = await importMarkup(
    `<!DOCTYPE html><title>The Lock</title><main><h1>The Lock</h1>${article}<p>Eels.<a href="#n1" id="m1">1</a></p><ol><li id="n1">. A custom of Ghent. <a href="#m1">↑</a></li></ol></main>`,
  );
  expect(read.notes.map(({ content }) => content.text.trim())).toEqual(['A custom of Ghent.']);
});

test('a note begins after its number and the full stop', async () => {
  const { paper: read } = await importMarkup(
    `<!DOCTYPE html><title>The Lock</title><main><h1>The Lock</h1><p>The lock was opened at dawn.<a href="#n1" id="m1">[1]</a></p><p id="n1"><a href="#m1">[1]</a> . A custom of Ghent.</p></main>`,
  );
  expect(read.notes.map(({ content }) => content.text.trim())).toEqual(['A custom of Ghent.']);
});

test.each(['The Lock | Annals of Inland Waters', 'The Lock - Annals'])(
  'the name of a site is not part of a title: %s',
  async (title) => {
    const { paper: read } = await importMarkup(
      `<!DOCTYPE html><title>${title}</title><header><h1>The Lock</h1></header><main>${article}</main>`,
    );
    expect(read.title).toBe('The Lock');
  },
);

test('the author of a page is the linked person, not the site', async () => {
  const byline = '<p>By <a rel="author" href="/jane">Jane Reed</a>, <a rel="author" href="/">admin</a></p>';
  const { paper: read } = await importMarkup(
    `<!DOCTYPE html><title>The Lock</title><main><h1>The Lock</h1>${byline}<h2>The Toll</h2>${article}</main>`,
  );
  expect(read.authors).toEqual([{ family: 'Reed', given: 'Jane' }]);
});

test('a second mark of a note shows the note’s number in the dossier', async () => {
  const marks = '<p>Eels.<a href="#n5">5</a></p><p>Barges.<a href="#n5">5</a></p>';
  const { files, faults } = await importMarkup(
    `<!DOCTYPE html><title>The Lock</title><main><h1>The Lock</h1><h2>The Toll</h2>${article}${marks}<p id="n5">5 A custom of Ghent.</p></main>`,
  );
  expect(faults).toEqual([]);
  expect([...files.values()].join('\n')).toMatch(/Eels\.\[\^1\][^]*Barges\.\[\^1\]/);
});

test('a number at the beginning of a line within an entry is not its label', async () => {
  const entries = upTo(12).flatMap((i) => [
    [50, `Marsh, A. (19${i + 10}). The Eels of the ${i + 1}th Lock.`],
    [62, i === 7 ? '26. Ghent: Blue Press.' : 'Ghent: Blue Press.'],
  ]);
  const pages = setPaper(paper);
  pages.push({
    texts: [
      { x: 50, y: 40, size: 9, face: 'roman', text: 'The Keeper of the Lock' },
      { x: 50, y: 80, size: 12, face: 'bold', text: 'References' },
      ...entries.map(([x, text], i) => ({
        x: Number(x),
        y: 100 + i * 15,
        size: 10,
        face: 'roman' as const,
        text: String(text),
      })),
      { x: 200, y: 575, size: 9, face: 'roman', text: String(10 + pages.length + 1) },
    ],
  });
  expect((await importPdf(pages)).paper.references).toHaveLength(12);
});

test('the pages of a paper include its list of works', async () => {
  const works = Array.from({ length: 40 }, (_, i) => `[${i + 1}] Marsh, A. The Eels ${i}. Ghent 1990.`);
  const pages = setPaper(paper);
  const texts = works.map((text, i) => ({ x: 50, y: 100 + i * 11, size: 8, face: 'roman' as const, text }));
  pages.push({
    texts: [
      { x: 50, y: 40, size: 9, face: 'roman', text: 'The Keeper of the Lock' },
      { x: 50, y: 80, size: 12, face: 'bold', text: 'References' },
      ...texts,
      { x: 200, y: 575, size: 9, face: 'roman', text: String(10 + pages.length + 1) },
    ],
  });
  const made = await importPdf(pages);
  expect(made.paper.references).toHaveLength(40);
  expect(made.paper.pages).toEqual([11, 10 + pages.length]);
  expect(parse(made.files.get('dossier.yaml') ?? '')).toMatchObject({
    paper: { pages: [11, 10 + pages.length] },
  });
});
