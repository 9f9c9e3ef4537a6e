import { describe, expect, test } from 'vitest';
import type { Imported } from '../../src/import/import-paper.ts';
import { importPages } from '../support/import-pages.ts';
import { body, prose, set, widthOf, type SetPage, type SetText } from '../support/set-pdf.ts';

// How journals lay out notes, titles and figures, reduced to minimal examples.

const raised = (x: number, y: number, mark: string): SetText => set(x, y - 4, mark, 6);
const heading: SetText = set(90, 60, 'The Tolls of Two Harbours', 16, 'bold');

const notesOf = ({ paper }: Imported): [number, string][] =>
  paper.notes.map(({ label, content }) => [label, content.text]);
const paragraphsOf = ({ files }: Imported): string[] =>
  [...files]
    .flatMap(([path, text]) => (path.endsWith('.mdx') ? text.split('\n') : []))
    .flatMap((line) => /^\{\/\* \d\.\d\.\d+ \*\/\} (.*)$/.exec(line)?.[1] ?? []);
const titleOf = ({ files }: Imported): string =>
  /title:\n\s+en: (.*)/.exec(new Map(files).get('dossier.yaml') ?? '')?.[1] ?? '';

/** A page with one column of text and the marks of three notes; `x` is its left edge. */
const marked = (first: number, x: number): SetText[] => [
  ...body(90, 24, first, x, 40),
  ...[0, 1, 2].map((i) => raised(x + widthOf(prose(first + i * 7, 40), 10), 90 + i * 12, String(first + i))),
];

describe('notes', () => {
  test('may be in two columns below text in one, and are read column by column', async () => {
    // Identical text at the bottom of two pages would be taken for a running foot.
    const words = { 1: ['ledger', 'roll', 'charter'], 4: ['tally', 'deed', 'lease'] };
    const page = (first: 1 | 4): SetPage => ({
      texts: [
        ...marked(first, 50),
        set(50, 410, `${first}. See the ${words[first][0]} of the`, 7),
        set(50, 420, `clerk of this ${words[first][0]},`, 7),
        set(50, 430, `no other ${words[first][0]}.`, 7),
        set(50, 440, `${first + 1}. See the ${words[first][1]} of`, 7),
        set(210, 410, `those of this ${words[first][1]}.`, 7),
        set(210, 420, `${first + 2}. The ${words[first][2]} has`, 7),
        set(210, 430, `no word of a ${words[first][2]}`, 7),
        set(210, 440, `or of any ${words[first][2]}.`, 7),
      ],
    });
    const made = await importPages([{ texts: [heading, ...page(1).texts] }, page(4)]);
    expect(notesOf(made)).toEqual([
      [1, 'See the ledger of the clerk of this ledger, no other ledger.'],
      [2, 'See the roll of those of this roll.'],
      [3, 'The charter has no word of a charter or of any charter.'],
      [4, 'See the tally of the clerk of this tally, no other tally.'],
      [5, 'See the deed of those of this deed.'],
      [6, 'The lease has no word of a lease or of any lease.'],
    ]);
  });
});

describe('a title', () => {
  const text = (first: SetText[]): SetPage[] => [
    { texts: [...first, ...body(220, 22, 1)] },
    { texts: body(90, 30, 2) },
  ];

  test('of two lines may be beside the journal’s imprint', async () => {
    const made = await importPages(
      text([
        set(50, 96, 'Harbour Quarterly', 6),
        set(50, 104, 'Volume 8 (3)', 6),
        set(180, 104, 'The Tolls of Two', 16, 'bold'),
        set(50, 112, 'Printed at Northquay', 6),
        set(50, 126, 'All rights kept', 6),
        set(180, 126, 'Harbours', 16, 'bold'),
      ]),
    );
    expect(titleOf(made)).toBe('The Tolls of Two Harbours');
  });

  test('in capitals of the text’s size may be partly italic, and ends where a name begins', async () => {
    const made = await importPages(
      text([
        set(50, 100, 'THE TOLLS OF THE FERRY AND THE', 10),
        set(50, 114, 'LEX ESTUARII IN TWO HARBOURS', 10, 'italic'),
        set(50, 134, 'Ann B. Varn', 10, 'italic'),
      ]),
    );
    expect(titleOf(made)).toBe('THE TOLLS OF THE FERRY AND THE LEX ESTUARII IN TWO HARBOURS');
  });
});

test('a paragraph that begins with the name of a figure is not a caption', async () => {
  const line = (y: number, text: string, x = 50): SetText => set(x, y, text, 10, 'song');
  const full = '渡船每日两次往返两岸守堤人记下每一车货物并按章收取船资又把';
  const made = await importPages([
    {
      texts: [
        set(120, 60, '两港船资考', 16, 'hei'),
        ...Array.from({ length: 16 }, (_, i) => line(100 + i * 14, full)),
        line(324, '账目交给书记。'),
        line(338, '图2至图5把两港船资之间的关系逐一列出并且初步检视了上', 70),
        line(352, '文所说的七个看法。'),
        line(366, '图6把两港船资之间的关系逐一列出并且又初步检视了上文所', 70),
        line(380, '说的七个看法。'),
      ],
    },
    { texts: Array.from({ length: 20 }, (_, i) => line(100 + i * 14, full)) },
  ]);
  const paragraphs = paragraphsOf(made).join('\n');
  expect(paragraphs).toMatch(/^图2至图5把[^\n]*看法。$/m);
  expect(paragraphs).toMatch(/^图6把/m);
});

test('a page number with spaced digits is a single number', async () => {
  const page = (first: number, number: string): SetPage => ({
    texts: [
      ...[...number].map((digit, i) => set(50 + i * 14, 40, digit, 9)),
      set(120, 40, 'Harbour Quarterly', 9),
      ...body(90, 34, first),
    ],
  });
  const made = await importPages([
    { texts: [heading, ...page(1, '296').texts] },
    page(2, '297'),
    page(3, '298'),
    page(4, '299'),
  ]);
  expect([...made.files].map(([, text]) => text).join('\n')).toMatch(/\{\/\* p\. 298 \*\/\}/);
});
