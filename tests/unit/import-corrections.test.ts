import { describe, expect, test } from 'vitest';
import { textOfInlines } from '../../src/import/document/bind-notes.ts';
import { correctionsSchema, nameLine, type Corrections } from '../../src/import/corrections/corrections.ts';
import { drawPages } from '../../src/import/look/draw-pages.ts';
import { readWords } from '../../src/import/look/words.ts';
import { importPaper, type Imported, type PaperText } from '../../src/import/import-paper.ts';
import { writeTemplate } from '../../src/import/write/ledger.ts';
import { sliceSource } from '../../src/import/mapped-text.ts';
import { mergeFile } from '../../src/import/write/merge-file.ts';
import { readPdf } from '../../src/import/pdf/read-pdf.ts';
import { parse } from 'yaml';
import { NOTE_MARK } from '../../src/model/units.ts';
import { readDocument } from '../../src/import/document/read-document.ts';
import { setPaper, type PaperToSet } from '../support/set-paper.ts';
import { setPdf } from '../support/set-pdf.ts';

const sentences = [
  'The mill stood where two brooks met, and whoever ground there paid in flour.',
  'Its owner kept a tally of notches on a beam, one for every sack that came in.',
  'When the beam was burnt in a cold winter, nobody could say who still owed what.',
  'A court of neighbours sat for three days and settled the matter by memory alone.',
];
const paragraph = (from: number, mark?: number): { paragraph: string } => ({
  paragraph: [0, 1, 2, 3, 0, 2]
    .map((step) => sentences[(from + step) % 4]!)
    .join(' ')
    .replace(/^(.*?beam.*?\.)/, mark === undefined ? '$1' : `$1{${mark}}`),
});
const paper: PaperToSet = {
  title: 'A Tally of Flour',
  author: 'Ida Brook',
  front: ['Abstract: How a debt was remembered when its record had burnt.', 'Keywords: mills; debts'],
  parts: [
    { heading: '1. The Mill' },
    ...[0, 1, 2, 3].map((from) => paragraph(from, from + 1)),
    { heading: '2. The Court' },
    ...[0, 1, 2, 3, 0, 1].map((from) => paragraph(from)),
  ],
  notes: {
    1: 'Flour is weighed in roll 3.',
    2: 'See roll 4.',
    3: 'No tally is older than that in roll 5.',
    4: 'Of the court there is a list in roll 6, as long as this.',
  },
  heads: ['A Tally of Flour', 'Ida Brook'],
  firstPage: 11,
  marks: 'figure',
};

async function pdf(corrections: Corrections = {}): Promise<PaperText> {
  const document = await readPdf(setPdf(setPaper(paper)), corrections.pages);
  if ('refusal' in document) throw new Error(document.refusal);
  return { path: 'paper.pdf', encoding: 'PDF', text: document.text, document, corrections };
}
/** The same paper as plain text: pages of lines, the first line of each paragraph indented. */
const typed = [
  [
    'A Tally of Flour',
    'Ida Brook',
    '',
    'Abstract: How a debt was remembered.',
    '',
    '1. The Mill',
    '',
    '    The mill stood where two brooks met, and whoever ground',
    'there paid in flour. Its owner kept a tally of notches on a',
    'beam, one for every sack.¹ When the beam was burnt in a cold',
    'winter, nobody could say who owed what.²',
    '    A court of neighbours sat for three days and settled the',
    'matter by memory alone. The mill stood where brooks met.',
    '-------------------',
    '¹ See roll 3.',
    '² See roll 4.',
    '11',
  ],
  [
    '    Its owner kept a tally of notches on a beam, and one for',
    'every sack that came in. It was a cold winter and no man',
    'could say who owed what.³',
    '2. The Court',
    '    The mill stood in the valley where two brooks met, and',
    'whoever ground there paid in flour to the owner of it.',
    '    Nobody who had lost his sack came to the court that day,',
    'and so the matter rested for another winter, and longer.',
    '-------------------',
    '³ See roll 5.',
    '12',
  ],
];
const plainText = (corrections: Corrections = {}): PaperText => ({
  path: 'paper.txt',
  encoding: 'UTF-8',
  text: typed.map((lines) => lines.join('\n')).join('\n\f'),
  corrections,
});
const imported = (source: PaperText): Imported => importPaper(source, '2020-01-01');
const textsOf = ({ paper: { sections } }: Imported, type: string): string[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === type && 'inlines' in block && block.id !== 'abstract'
        ? [textOfInlines(block.inlines)]
        : [],
    ),
  );
/** The result of importing with corrections that all fit. */
function corrected(source: PaperText): Imported {
  const result = imported(source);
  expect([result.unusable, result.faults, result.ledger.remainder]).toEqual([[], [], 0]);
  return result;
}
type Lines = NonNullable<Corrections['lines']>;

describe.each([
  [
    'a PDF',
    pdf,
    {
      inParagraph: { page: 1, line: 'whoever ground there paid' },
      opens: { page: 1, line: 'Its owner kept a tally of notches on a beam, one' },
      heading: { page: 2, line: '2. The Court' },
      note: { line: '2 See' },
      head: { page: 3, line: 'Ida Brook' },
    },
  ],
  [
    'plain text',
    (corrections: Corrections = {}) => Promise.resolve(plainText(corrections)),
    {
      inParagraph: { line: 'beam, one' },
      opens: { line: 'A court' },
      heading: { line: '2. The Court' },
      note: { line: '² See' },
      head: { page: 1, line: '11' },
    },
  ],
])('a line of %s', (_, read, known) => {
  const correct = async (...lines: Lines): Promise<Imported> => corrected(await read({ lines }));
  const whole = (): Promise<Imported> => correct();

  test('begins a paragraph in the middle of another', async () => {
    const before = textsOf(await whole(), 'paragraph');
    const after = textsOf(await correct({ ...known.inParagraph, is: 'paragraph' }), 'paragraph');
    expect(after).toHaveLength(before.length + 1);
    expect(after[1]).toMatch(new RegExp(`^${known.inParagraph.line}`));
    expect(`${after[0]} ${after[1]}`).toBe(before[0]);
  });

  test('continues the paragraph before it', async () => {
    const before = textsOf(await whole(), 'paragraph');
    const after = textsOf(await correct({ ...known.opens, is: 'goes on' }), 'paragraph');
    expect(after).toEqual([`${before[0]} ${before[1]}`, ...before.slice(2)]);
  });

  test('is not a heading, or has another level', async () => {
    const { paper: before } = await whole();
    expect(before.sections.map(({ title }) => title).slice(-1)).toEqual(['The Court']);
    const plain = await correct({ ...known.heading, is: 'paragraph' });
    expect(textsOf(plain, 'paragraph')).toContain('2. The Court');
    const lower = await correct({ ...known.heading, is: 'heading', level: 2 });
    expect(textsOf(lower, 'heading').join()).toContain('The Court');
    expect(lower.paper.sections.length).toBe(before.sections.length - 1);
  });

  test('is text instead of a note', async () => {
    const { paper: before } = await whole();
    const after = await correct({ ...known.note, is: 'paragraph' });
    expect(after.paper.notes).toHaveLength(before.notes.length - 1);
    expect(textsOf(after, 'paragraph').join('\n')).toMatch(/. See roll 4\./);
  });

  test('is left out of chapters, or is text although it was at the edge of a page', async () => {
    const out = await correct({ ...known.note, is: 'left out' });
    expect(out.paper.notes.map(({ content }) => content.text)).not.toContain('See roll 4.');
    expect(out.ledger.leftOut.map(({ text }) => text).join()).toContain('See roll 4.');
    const text = await correct({ ...known.head, is: 'goes on' });
    expect(textsOf(text, 'paragraph').join('\n')).toContain(known.head.line);
  });

  test('becomes a note under its mark', async () => {
    const mark = textsOf(await whole(), 'paragraph')
      .join('')
      .split(NOTE_MARK).length;
    const after = await correct(
      { ...known.note, is: 'paragraph' },
      { ...known.inParagraph, is: 'paragraph' },
    );
    const again = await correct({ ...known.note, is: 'note' });
    expect(after.paper.notes.length + 1).toBe(again.paper.notes.length);
    expect(textsOf(again, 'paragraph').join('').split(NOTE_MARK)).toHaveLength(mark);
  });

  test('is reported if its words match no line or several, or if the correction has no effect', async () => {
    const { unusable } = imported(
      await read({
        lines: [
          { line: 'No such line', is: 'heading' },
          { line: 'The mill stood', is: 'heading' },
        ],
      }),
    );
    expect(unusable.map(({ keys, reason }) => `${keys.join('.')} ${reason}`)).toEqual([
      'lines.0.line Unexpected words “No such line”: no line begins with them, expected the first words of a line, as the text layer has them',
      expect.stringMatching(/^lines\.1\.line Unexpected words “The mill stood”: \d lines begin with them/),
    ]);
  });
});

describe('in a text with a table', () => {
  const withTable = (corrections: Corrections = {}): PaperText => {
    const source = plainText(corrections);
    const cells = [
      'Table 1: Sacks',
      'year        sacks',
      '1801         12',
      'Source: roll 9',
      'ps',
      'rye',
      'ps',
    ];
    return { ...source, text: source.text.replace('\n2. The Court', `\n${cells.join('\n')}\n2. The Court`) };
  };
  const rowsOf = ({ paper: { exhibits } }: Imported): string[] => exhibits.flatMap(({ rows }) => rows);

  test('lines become rows of the table before them, in their order', () => {
    const { unusable } = imported(withTable({ lines: [{ line: 'ps', page: 2, is: 'table' }] }));
    expect(unusable.map(({ reason }) => reason)).toEqual([
      'Unexpected words “ps”: 2 lines of page 2 begin with them; expected which of them it is, such as nth: 2',
    ]);
    const rows = rowsOf(
      corrected(withTable({ lines: [{ line: 'ps', nth: 1, to: 'rye', page: 2, is: 'table' }] })),
    );
    expect(rows.slice(-2)).toEqual(['ps', 'rye']);
    const last = corrected(withTable({ lines: [{ line: 'ps', nth: 2, page: 2, is: 'table' }] }));
    expect(rowsOf(last).at(-1)).toBe('ps');
    expect(textsOf(last, 'paragraph').join('\n')).toMatch(/\bps rye\b/);
  });

  test('a number beyond these lines is reported, and a line without a table before it', () => {
    const { unusable } = imported(
      withTable({
        lines: [
          { line: 'ps', nth: 3, page: 2, is: 'table' },
          { line: 'beam, one', is: 'table' },
        ],
      }),
    );
    expect(unusable.map(({ keys, reason }) => `${keys.join('.')} ${reason}`)).toEqual([
      'lines.0.nth Unexpected number 3, expected at most 2: that many lines begin with “ps”',
      'lines.1.is Unexpected “table”, expected a figure or table before the line',
    ]);
  });
});

test('a line is named by the words that no other line of its page has, or by its number among them', () => {
  const lines = ['The keeper of the lock slept', 'ps', 'The keeper of the weir slept', 'ps'];
  expect(lines.map((_, at) => nameLine(lines, at))).toEqual([
    { line: 'The keeper of the lock s' },
    { line: 'ps', nth: 1 },
    { line: 'The keeper of the weir s' },
    { line: 'ps', nth: 2 },
  ]);
});

test('corrections set title, language, first page and the pages of the paper', async () => {
  const { paper: read } = corrected(
    await pdf({
      title: 'Flour',
      lang: 'en-GB',
      pages: [2, 4],
      lines: [{ page: 3, line: '13', is: 'left out' }],
    }),
  );
  expect(read).toMatchObject({ title: 'Flour', lang: 'en-GB', pages: [12, 14] });
  expect(textsOf(corrected(await pdf({ pages: [2, 4] })), 'paragraph').join('')).not.toContain('roll 3');
  const { paper: text } = corrected(plainText({ title: 'Flour', lang: 'de', pages: [2, 2] }));
  expect(text).toMatchObject({ title: 'Flour', lang: 'de', pages: [12, 12] });
  expect(imported(plainText({ pages: [1, 9] })).unusable).toEqual([
    { keys: ['pages'], reason: 'Unexpected page 9, expected at most 2, the last page of the file' },
  ]);
});

test('corrections enter what the paper does not say about itself, and settle the doubts on it', async () => {
  const entered = { authors: ['Ada Marsh', '林玉'], journal: 'Flour', year: 1999, volume: '3', issue: '2' };
  const open = imported(await pdf());
  const { paper: read, ledger } = imported(await pdf(entered));
  expect(read).toMatchObject({
    ...entered,
    authors: [
      { family: 'Marsh', given: 'Ada' },
      { family: '林', given: '玉' },
    ],
  });
  const onPaper = ({ doubts }: Imported['ledger']): number =>
    doubts.filter(({ correction }) => correction && ('journal' in correction || 'authors' in correction))
      .length;
  expect([onPaper(open.ledger) > 0, onPaper(ledger)]).toEqual([true, 0]);
});

test('the correction that a doubt proposes is valid, and resolves the doubt', () => {
  const unnumbered = plainText();
  unnumbered.text = unnumbered.text.replace(/^1[12]$/gm, '');
  const { ledger } = imported(unnumbered);
  expect(ledger.doubts.map(({ correction }) => correction)).toContainEqual({ 'first-page': 1 });
  const template = writeTemplate(ledger);
  expect(parse(template)).toBeNull();
  const proposed = template.slice(template.indexOf('Proposals')).replace(/^# ?/gm, '');
  const corrections = correctionsSchema.parse(parse(proposed.slice(proposed.indexOf('first-page'))));
  const again = imported({ ...unnumbered, corrections });
  expect(again.ledger.doubts.filter(({ correction }) => correction && 'first-page' in correction)).toEqual(
    [],
  );
  expect(again.paper.pages).toEqual([1, 2]);
});

test.each([
  ['the order of pages', { pages: [3, 2] }],
  ['a kind', { lines: [{ line: 'x', is: 'footnote' }] }],
  ['a key', { titel: 'x' }],
  ['a language', { lang: 'English' }],
])('%s that does not match the paper is rejected', (_, written) => {
  expect(correctionsSchema.safeParse(written).success).toBe(false);
});

test('a note with several signs belongs to all of their marks, without a doubt', () => {
  const text = 'Wool①, salt② and tar③ were weighed.\n①② Ledger, leaf 3.\n③ Ledger, leaf 4.';
  const content = { text: text.split('\n')[0]!, offsets: [...text.split('\n')[0]!].map((_, i) => i) };
  const signs = [...text.matchAll(/[①②③]/g)];
  const noteFrom = (label: number, start: number, length: number, also: number[] = []) => {
    const from = start + also.length + 2;
    return {
      label,
      also,
      start,
      scope: 'page 0',
      content: sliceSource(text, from, start + length),
    };
  };
  const [, first = '', second = ''] = text.split('\n');
  const at = content.text.length + 1;
  const { warnings, sections } = readDocument({
    text,
    blocks: [
      {
        kind: 'paragraph',
        content,
        marks: signs
          .slice(0, 3)
          .map(({ index }, i) => ({ start: index, end: index + 1, note: { label: i + 1 } })),
      },
    ],
    notes: [noteFrom(1, at, first.length, [2]), noteFrom(3, at + first.length + 1, second.length)],
    references: [],
    exhibits: [],
    omitted: [],
    pages: [{ start: 0, number: 1 }],
    metadata: { title: 'Weights', lang: 'en' },
    isFrontNamed: true,
    warnings: [],
  });
  expect(warnings.map(({ reason }) => reason).filter((reason) => /mark|numbered/.test(reason))).toEqual([]);
  expect(
    sections[0]?.blocks.flatMap((block) =>
      'inlines' in block ? block.inlines.flatMap((one) => ('note' in one ? [[one.type, one.note]] : [])) : [],
    ),
  ).toEqual([
    ['mark', 1],
    ['repeat', 1],
    ['mark', 2],
  ]);
});

describe('a file that is imported again', () => {
  const base = 'One.\n\nTwo.\n\nThree.\n\nFour.\n';
  const edited = base.replace('One.', 'One, mended.');

  test.each([
    ['is replaced where nobody has edited it', base, base, 'New.\n', { type: 'written', text: 'New.\n' }],
    ['is written where it is not there', base, undefined, base, { type: 'written', text: base }],
    ['stays where it is only edited', base, edited, base, { type: 'kept' }],
    [
      'has both changes where they are apart',
      base,
      edited,
      base.replace('Four', '4'),
      { type: 'merged', text: edited.replace('Four', '4') },
    ],
  ])('%s', (_, before, present, made, expected) => {
    expect(mergeFile('a.mdx', before, present, made)).toEqual(expected);
  });

  test('is kept if both changed the same lines, and the import’s changes are reported', () => {
    const merged = mergeFile('a.mdx', base, edited, base.replace('One.', '1.'));
    expect(merged).toMatchObject({ type: 'kept', difference: expect.stringContaining('+1.') as string });
  });
});

const words = await readWords('en');

test('a correction that names words within a line is told which line contains them', () => {
  const { unusable } = imported(plainText({ lines: [{ line: 'mill stood where', is: 'heading' }] }));
  expect(unusable.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(
      /^Unexpected words “mill stood where”: no line begins with them, expected the first words of a line, such as “The mill stood where two…” of page 1, which contains them$/,
    ),
  ]);
});

test.each([
  [1, 9],
  [8, 9],
])('pages %i to %i of a shorter PDF are reported at their place', async (first, last) => {
  const bytes = setPdf(setPaper(paper));
  const document = await readPdf(bytes, [first, last]);
  if ('refusal' in document) throw new Error(document.refusal);
  const { unusable } = imported({
    ...{ path: 'paper.pdf', encoding: 'PDF', text: document.text, document },
    corrections: { pages: [first, last] },
  });
  expect(unusable).toEqual([
    { keys: ['pages'], reason: 'Unexpected page 9, expected at most 4, the last page of the file' },
  ]);
});

describe('the review page', () => {
  test.each([
    ['a PDF', pdf],
    ['plain text', () => Promise.resolve(plainText())],
  ])('links each line of %s to the output that contains it, and back', async (_, read) => {
    const source = await read();
    const result = imported({ ...source, dropped: { count: 1, codes: ['U+0008'], lines: [1] } });
    const page = drawPages(source, result, words);
    expect(page).toContain('href="#doubt-0"');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    expect(page).toContain('href="#note-2"');
    expect(page).not.toMatch(/<script|src=|<link/);
  });

  test('shows all content as text', () => {
    const source = plainText();
    source.text = source.text.replace('brooks met', '<script>alert(1)</script> met');
    expect(drawPages(source, imported(source), words)).toContain('&lt;script&gt;alert(1)');
  });

  test('marks each doubt beside its line', () => {
    const source = plainText();
    source.text = source.text.replace('³ See roll 5.', '');
    const page = drawPages(source, imported(source), words);
    expect(page).toMatch(/href="#doubt-0"[^]*id="doubt-0"[^]*the mark 3 has no note/);
  });

  test('marks a doubt beside the first line of a page, whatever doubts earlier pages have', () => {
    const source = plainText();
    const result = imported(source);
    const doubts = result.paper.sheets.starts
      .slice(0, 2)
      .map((offset) => ({ offset, place: '', words: '', reason: 'it may be wrong' }));
    const page = drawPages(source, { ...result, ledger: { ...result.ledger, doubts } }, words);
    expect(page.match(/class="doubt" href="#doubt-\d"/g)).toEqual([
      'class="doubt" href="#doubt-0"',
      'class="doubt" href="#doubt-1"',
    ]);
  });
});

test('leaving out a line that is left out anyway does not turn the rest of its notice into text', () => {
  const text = [
    '井水与轮次',
    '王永年',
    '内容提要：本文考察三个村子在大旱之年的争执，以及后来刻在碑上的轮次。',
    '关键词：水井；轮次',
    '作者简介：王永年，东乡水井研究所研究员，长年走访各村的水井，',
    '著有村史多种；东乡志编纂组成员，曾为石坪县的碑文作过拓片。',
    '',
    '一、大旱',
    '',
    '    石坪县东乡大旱，三个村子争执了十一天，碑文只有九十六个字，',
    '后来的人都不知道究竟是谁所刻，也没有人知道为什么要刻在那里。',
    '',
    '二、碑文',
    '',
    '    碑文记下了每个村子取水的时辰，却没有记下是谁定的规矩，',
    '三个村子的说法各不相同，没有一种得到证实。',
  ].join('\n');
  const paperWith = (lines: Lines) =>
    corrected({ path: 'paper.txt', encoding: 'UTF-8', text, corrections: { lines } });
  const notice = '东乡志编纂组成员';
  const [before, after] = [paperWith([]), paperWith([{ line: '作者简介', is: 'left out' }])];
  expect(before.ledger.leftOut.map((one) => one.text).join('')).toContain(notice);
  expect(after.ledger.leftOut).toEqual(before.ledger.leftOut);
  expect(textsOf(after, 'paragraph')).toEqual(textsOf(before, 'paragraph'));
});
