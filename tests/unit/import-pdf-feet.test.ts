import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { readGlyphs } from '../../src/import/pdf/glyphs/page-glyphs.ts';
import { readPdf } from '../../src/import/pdf/read-pdf.ts';
import { setPdf, widthOf, type SetPage } from '../support/set-pdf.ts';

// Page footers and footnotes found in papers of other journals, reduced to minimal examples.

interface Foot {
  /** The numbers of the marks in the text. */
  marks: number[];
  /** The lines, each after an optional size, and with an optional raised label: “12|131. Id.”, “^131 Id.” */
  notes: string[];
  /** Whether marks are neither raised nor smaller, so that only their sequence identifies them. */
  areGlued?: boolean;
  rule?: string;
  number?: string;
}

const SENTENCES = [
  'The ferry crossed the estuary twice a day',
  'A charter gave the widow of each pilot a share',
  'The clerk kept two ledgers for the wool',
];

/** A page with twelve lines of text, marks after the first ones, and notes at the foot. */
function page({ marks, notes, areGlued, rule, number }: Foot, head: string): SetPage {
  const texts: SetPage['texts'] = [{ x: 50, y: 40, size: 9, face: 'roman', text: head }];
  for (let i = 0; i < 12; i++) {
    const glued = areGlued ? (marks[i] ?? '') : '';
    const text = `${SENTENCES[i % 3]}, ${'abcdefghijkl'[i]} now.${glued}`;
    texts.push({ x: 50, y: 80 + i * 14, size: 11, face: 'roman', text });
    if (marks[i] !== undefined && !areGlued)
      texts.push({
        x: 50 + widthOf(text, 11),
        y: 76 + i * 14,
        size: 6,
        face: 'roman',
        text: String(marks[i]),
      });
  }
  if (rule) texts.push({ x: 50, y: 262, size: 11, face: 'roman', text: rule });
  notes.forEach((note, i) => {
    const y = 280 + i * 10;
    const [, size = '8', raised, text] = /^(?:(\d+)\|)?(?:\^(\d+) )?(.*)$/.exec(note)!;
    if (raised) texts.push({ x: 50, y: y - 3, size: 5, face: 'roman', text: raised });
    texts.push({ x: raised ? 60 : 50, y, size: Number(size), face: 'roman', text: text! });
  });
  if (number) texts.push({ x: 200, y: 560, size: 11, face: 'roman', text: number });
  return { texts };
}

async function notesOf(
  feet: Foot[],
  more: SetPage[] = [],
): Promise<{ made: Imported; notes: [number, string][] }> {
  const title: SetPage['texts'][number] = {
    x: 60,
    y: 60,
    size: 18,
    face: 'bold',
    text: 'The Law of the Ferry',
  };
  const pages = feet.map((foot, i) => page(foot, `${41 + i} The Law of the Ferry`));
  pages[0]!.texts[0] = title;
  const document = await readPdf(setPdf([...pages, ...more]));
  if ('refusal' in document) throw new Error(document.refusal);
  const made = importPaper(
    { path: 'paper.pdf', encoding: 'PDF', text: document.text, document },
    '2020-01-01',
  );
  return { made, notes: made.paper.notes.map(({ label, content }) => [label, content.text]) };
}

const three: Foot[] = [
  { marks: [1, 2], notes: ['1. See the ledger.', '2. See the charter.'] },
  { marks: [3, 4, 5], notes: ['3. Id.', '4. Id. at 7.', '11|5. Id.'] },
  { marks: [6, 7], notes: ['6. See the roll.', '7. Id.'] },
];

test('a short note in the type of the text does not cost its page all notes', async () => {
  const { notes } = await notesOf(three);
  expect(notes.map(([label]) => label)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('if labels were not recognised, those with marks on the page are used', async () => {
  const lost: Foot = { marks: [3, 4, 5], notes: ['See what the clerk wrote of it.'] };
  const { notes, made } = await notesOf([three[0]!, lost, three[2]!]);
  expect(notes.map(([label]) => label)).toEqual([1, 2, 6, 7]);
  expect(made.ledger.doubts.map(({ reason }) => reason).join('\n')).toMatch(/the mark 3 has no note/);
});

test('a volume or page number at the beginning of a line does not begin a note if notes are labelled differently', async () => {
  const raised = three.map(({ marks }) => ({
    marks,
    notes: marks.flatMap((mark) => [
      `^${mark} Marsh, ${SENTENCES[mark % 3]}, vol.`,
      mark === marks.at(-1) ? `${mark + 1} (2016), p. ${'abcdefgh'[mark]}.` : 'III (2016).',
    ]),
  }));
  const { notes } = await notesOf(raised);
  expect(notes[1]).toEqual([2, `Marsh, ${SENTENCES[2]}, vol. 3 (2016), p. c.`]);
  expect(notes).toHaveLength(7);
});

test('a volume with the number of a mark further down the page does not begin a note', async () => {
  const [first, , last] = three as [Foot, Foot, Foot];
  const volume = (line: string): Foot => ({
    marks: [3, 4, 5],
    notes: ['3. Clay Marsh, The Toll of the Ferry,', line, '4. Id. at 7.', '5. Id.'],
  });
  for (const line of ['5 LAW REV. 843 (2016).', '5. LAW REV. 843 (2016).']) {
    const { notes } = await notesOf([first, volume(line), last]);
    expect(notes.map(([label]) => label)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(notes[2]![1]).toContain('LAW REV. 843 (2016).');
  }
});

test('the labels of affiliations on the first page are not those of notes', async () => {
  const [first, second] = [
    { marks: [], notes: ['^1 Quay.', '^2 Dike.', '^3 Mill.', '^4 Ford.'] },
    { marks: [1], notes: ['1. See the ledger.'] },
  ];
  const pages = [first, second, { marks: [], notes: [] }].map((foot, i) => page(foot, `${41 + i} The Ferry`));
  pages[0]!.texts[0] = { x: 60, y: 60, size: 18, face: 'bold', text: 'The Law of the Ferry' };
  const names = ['Ann Hay', 'Bo Lee', 'Cy Fox', 'Di Orr'];
  names.forEach((name, i) => {
    pages[0]!.texts.splice(
      1 + i * 2,
      0,
      { x: 50 + i * 80, y: 70, size: 11, face: 'roman', text: `${name}` },
      { x: 50 + i * 80 + widthOf(name, 11), y: 66, size: 6, face: 'roman', text: String(i + 1) },
    );
  });
  const made = await readPdf(setPdf(pages));
  expect('notes' in made && made.notes.at(-1)!.content.text).toBe('See the ledger.');
});

test('a rule made of dashes is not text', async () => {
  const { made } = await notesOf(three.map((foot) => ({ ...foot, rule: '––––––––––––––––––––––––' })));
  expect(made.paper.notes).toHaveLength(7);
  expect([...made.files.values()].join('\n')).not.toContain('––––');
});

test('the page number at the bottom of a first page is not part of its last note', async () => {
  const { notes } = await notesOf(three.map((foot, i) => (i === 0 ? { ...foot, number: '41' } : foot)));
  expect(notes[1]).toEqual([2, 'See the charter.']);
});

const bare: Foot[] = [
  { marks: [], notes: [] },
  { marks: [], notes: [] },
  { marks: [], notes: [] },
];

test('unnumbered pages after numbered ones are not part of the paper', async () => {
  const catalogue = page({ marks: [], notes: [] }, 'New Books on Harbours');
  const { made } = await notesOf([...three, ...bare], [catalogue, catalogue]);
  expect(made.paper.pages).toEqual([41, 46]);
  expect([...made.files.values()].join('\n').match(/pilot a share, b now/g)).toHaveLength(6);
});

test('there may be a cover before the first page', async () => {
  const cover: SetPage = { texts: [{ x: 60, y: 300, size: 14, face: 'roman', text: 'Harbour Papers' }] };
  const own = [...three, ...bare].map((foot, i) => page(foot, `${1 + i} The Law of the Ferry`));
  own[0]!.texts[0] = { x: 60, y: 60, size: 18, face: 'bold', text: 'The Law of the Ferry' };
  const document = await readPdf(setPdf([cover, cover, ...own]));
  if ('refusal' in document) throw new Error(document.refusal);
  expect(document.pages.slice(2).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('marks that are not raised are recognised by their sequence', async () => {
  const { made } = await notesOf([bare[0]!, ...three.map((foot) => ({ ...foot, areGlued: true }))]);
  expect(made.ledger.doubts.map(({ reason }) => reason).join('\n')).not.toMatch(
    /has no mark|directly after words/,
  );
  expect([...made.files.values()].join('\n')).toMatch(/a now\.\[\^1\][^]*b now\.\[\^2\][^]*c now\.\[\^5\]/);
});

test.each([
  ['without notes', []],
  ['with only the affiliation of its author in a note', ['1. Clerk of the harbour.']],
])('superscript numbers in a paper %s cite its numbered list', async (_, affiliation) => {
  const list: SetPage = { texts: [{ x: 50, y: 80, size: 12, face: 'bold', text: 'References' }] };
  [
    'Marsh A. Ferries. London: Dock; 1998.',
    'Reed J. Tolls. London: Dock; 2004.',
    'Mill P. Weirs. Ghent: Lock; 2011.',
  ].forEach((text, i) =>
    list.texts.push({ x: 50, y: 110 + i * 14, size: 11, face: 'roman', text: `${i + 1}. ${text}` }),
  );
  const citing = [[1, 2], [3], [2, 3]].map((marks, i) => ({ marks, notes: i === 0 ? affiliation : [] }));
  const { made, notes } = await notesOf([bare[0]!, ...citing], [list]);
  expect(notes).toEqual([]);
  expect([...made.files.values()].join('\n').match(/\[\d\]\(work:\w+-\d+\)/g)).toEqual([
    '[1](work:marsh-1998)',
    '[2](work:reed-2004)',
    '[3](work:mill-2011)',
    '[2](work:reed-2004)',
    '[3](work:mill-2011)',
  ]);
});

test('a mark that occurs twice links to its note from both places', async () => {
  const { made } = await notesOf([
    { marks: [1, 2, 2], notes: ['1. See the ledger.', '2. See the charter.'] },
    ...three.slice(1),
  ]);
  expect(made.paper.notes).toHaveLength(7);
  expect(made.faults).toEqual([]);
  expect([...made.files.values()].join('\n')).toMatch(
    /\[\^2\] The clerk kept two ledgers for the wool, c now\.\[\^2\]/,
  );
});

test('a raised number far from the note with that number is an exponent', async () => {
  const { made } = await notesOf([
    { marks: [1, 2], notes: ['1. See the ledger.', '2. See the charter.'] },
    { marks: [3], notes: ['3. Id.'] },
    { marks: [4, 2], notes: ['4. Id. at 7.'] },
  ]);
  const text = [...made.files.values()].join('\n');
  expect(text.match(/\[\^2\](?!:)/g)).toHaveLength(1);
  expect(text).toContain('a now.[^4]');
  expect(text).toContain('b now\\.2 The clerk');
  expect(made.ledger.doubts.map(({ reason }) => reason)).toContain(
    'the raised number 2 is far from note 2 and its mark; it remains in the text',
  );
});

test('content outside the page is not text', async () => {
  const pages = three.map((foot, i) => ({
    ...page(foot, `${41 + i} The Law of the Ferry`),
    unseen: page(foot, '').texts.map((one) => ({ ...one, y: one.y + 5, text: one.text.replace(/\w/g, 'x') })),
  }));
  const document = await readPdf(setPdf(pages));
  expect('text' in document && document.text).toContain('c now.');
  expect('text' in document && document.text).not.toContain('xxx');
});

test('glyph widths are in the font’s own units', () => {
  const shown = ['a', 'b'].map((unicode) => ({ unicode, width: 1000, isSpace: false }));
  const { glyphs } = readGlyphs(
    { fnArray: [OPS.setFont, OPS.showText], argsArray: [['f', 10], [shown]] },
    { width: 100, height: 100, transform: [1, 0, 0, 1, 0, 0], fontBy: (name) => ({ name, unit: 1 / 2000 }) },
  );
  expect(glyphs.map(({ text, x, width }) => [text, x, width])).toEqual([
    ['a', 0, 5],
    ['b', 5, 5],
  ]);
});

test('the last row of a table at the bottom of a page does not continue a finished note', async () => {
  const feet = [...three, { marks: [], notes: ['B2   0.701   0.660'] }];
  const made = await readPdf(
    setPdf(
      feet.map((foot, i) => ({
        ...page(foot, `${41 + i} The Law of the Ferry`),
        rules: [{ x0: 50, x1: 200, y: 268 }],
      })),
    ),
  );
  expect('notes' in made && made.notes.at(-1)!.content.text).toBe('Id.');
});
