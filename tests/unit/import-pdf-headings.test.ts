import { describe, expect, test } from 'vitest';
import type { Imported } from '../../src/import/import-paper.ts';
import { importPages } from '../support/import-pages.ts';
import { body, prose, set, widthOf, type SetPage, type SetText } from '../support/set-pdf.ts';

const titlesOf = ({ paper }: Imported): string[] => paper.sections.map(({ title }) => title);
const doubtsOn = ({ ledger }: Imported, words: RegExp): [string, unknown][] =>
  ledger.doubts
    .filter(({ reason }) => words.test(reason))
    .map(({ reason, correction }) => [reason, correction]);

const SIGNS = [...'渡口桥头船夫税吏账目碑文旧志河道商旅货物银两衙门乡里年代记载往来'];
/** Lines of Chinese, no two alike; the last is short and ends a paragraph. */
const han = (y: number, count: number, seed: number): SetText[] =>
  Array.from({ length: count }, (_, i) => {
    const length = i === count - 1 ? 12 : i === 0 ? 30 : 32;
    const text = Array.from(
      { length },
      (__, j) => SIGNS[(seed * 5 + i * 7 + j * (3 + (seed % 4))) % SIGNS.length],
    );
    if (i === count - 1) text[length - 1] = '。';
    return set(i === 0 ? 70 : 50, y + i * 15, text.join(''), 10, 'song');
  });
const title = set(110, 60, '两座港口的通行税', 18, 'hei');

describe('a Chinese numeral alone on its line', () => {
  const page = (first: number, more: SetText[]): SetPage => ({
    texts: [...han(100, 6, first), ...han(240, 8, first + 1), ...han(400, 6, first + 3), ...more],
  });

  test('is a heading with a doubt', async () => {
    const made = await importPages([
      { texts: [title, ...page(1, [set(205, 215, '一', 10, 'song')]).texts] },
      page(7, [set(205, 215, '二', 10, 'song')]),
    ]);
    expect(titlesOf(made).filter((text) => text.length === 1)).toEqual(['一', '二']);
    expect(doubtsOn(made, /alone on its line/)).toEqual([
      [
        'the number 一 alone on its line is taken for a heading; it may be text',
        { lines: [{ page: 1, line: '一', is: 'paragraph' }] },
      ],
      [
        'the number 二 alone on its line is taken for a heading; it may be text',
        { lines: [{ page: 2, line: '二', is: 'paragraph' }] },
      ],
    ]);
  });

  test('is the number of the heading below it', async () => {
    const made = await importPages([
      {
        texts: [
          title,
          ...page(1, [set(205, 203, '一', 10, 'song'), set(180, 218, '渡口的由来', 10, 'song')]).texts,
        ],
      },
      page(7, [set(205, 203, '二', 10, 'song'), set(180, 218, '税吏的账目', 10, 'song')]),
    ]);
    expect(titlesOf(made)).toEqual(expect.arrayContaining(['渡口的由来', '税吏的账目']));
    expect(doubtsOn(made, /alone on its line/)).toEqual([]);
  });
});

const english = set(90, 60, 'The Tolls of Two Harbours', 16, 'bold');

test('headings in a row, such as the words in the boxes of a figure, raise one doubt', async () => {
  const boxes = ['Ferrymen', 'Toll keepers', 'Carters', 'Millers'];
  const made = await importPages([
    {
      texts: [
        english,
        ...body(90, 10),
        set(50, 230, 'Two Kinds of Toll', 10, 'bold'),
        ...body(250, 8, 3),
        ...boxes.map((text, i) => set(150, 380 + i * 30, text, 10, 'bold')),
        ...body(510, 4, 5),
      ],
    },
    { texts: body(90, 30, 11) },
  ]);
  const found = doubtsOn(made, /follow each other/);
  expect(found).toEqual([
    [
      '4 headings follow each other without text between them, from “Ferrymen” to “Millers”; they may be a list, or the words in a figure',
      { lines: [{ page: 1, line: 'Ferrymen', is: 'paragraph' }] },
    ],
  ]);
});

test('in one type, centred headings are above those at the margin', async () => {
  const centred = (y: number, text: string): SetText => set(210 - widthOf(text, 10) / 2, y, text, 10, 'bold');
  const made = await importPages([
    {
      texts: [
        english,
        ...body(90, 10),
        centred(230, 'Method'),
        set(50, 246, 'Design', 10, 'bold'),
        ...body(264, 10, 3),
        set(50, 400, 'Carts', 10, 'bold'),
        ...body(418, 10, 5),
      ],
    },
    { texts: [...body(60, 10, 7), centred(200, 'Results'), ...body(218, 20, 11)] },
  ]);
  expect(titlesOf(made).slice(-2)).toEqual(['Method', 'Results']);
  expect(made.files.get('chapters/en/1-section.mdx')).toMatch(/^## .*Design$[^]*^## .*Carts$/m);
});

test('a numbered heading goes on in small letters, close to the text', async () => {
  const made = await importPages([
    {
      texts: [
        english,
        ...body(90, 30).slice(0, 20),
        set(50, 345, '1. The Tolls of the Carts', 10, 'bold'),
        set(50, 357, 'in the years of the war', 10, 'bold'),
        ...body(369, 10, 3),
      ],
    },
    { texts: body(90, 30, 11) },
  ]);
  expect(titlesOf(made).at(-1)).toBe('The Tolls of the Carts in the years of the war');
});

test.each([10, 40, 45])('%i bold characters at the beginning of a paragraph belong to it', async (length) => {
  const bold = 'Of tolls and ferries, and of what the carters paid'.slice(0, length);
  const rest = prose(4, 53)
    .slice(length + 1)
    .trim();
  const made = await importPages([
    {
      texts: [
        english,
        ...body(90, 8),
        set(50, 186, 'and so the toll was high.'),
        set(50, 210, bold, 10, 'bold'),
        set(50 + widthOf(`${bold} `, 10), 210, rest),
        ...body(222, 10, 6),
        set(50, 342, 'and so the toll was low.'),
      ],
    },
    { texts: body(90, 30, 11) },
  ]);
  const texts = [...made.files].flatMap(([path, text]) => (path.endsWith('.mdx') ? [text] : [])).join('\n');
  expect(texts).toMatch(new RegExp(`\\n\\n[^#\\n]*${bold} ${rest} ${prose(6, 53)}`));
});

test('an introduction numbered 0 has its number dropped, and the next heading is the first section', async () => {
  const made = await importPages([
    {
      texts: [
        title,
        set(50, 95, '0 引言', 12, 'hei'),
        ...han(120, 8, 1),
        set(50, 260, '1 税额', 12, 'hei'),
        ...han(285, 8, 2),
        set(90, 425, 'Tollit ＝ β Ferryit × Boatt＋θ Xit＋Di', 12, 'hei'),
        ...han(450, 6, 3),
      ],
    },
    { texts: [set(50, 60, '2 账目', 12, 'hei'), ...han(85, 20, 4), set(150, 400, '编辑  陆 丙', 9, 'hei')] },
  ]);
  expect(titlesOf(made)).toEqual(['引言', '税额', '账目']);
  expect([...made.files.values()].join('\n')).not.toMatch(/^#.*Tollit/m);
  expect(made.ledger.leftOut.map(({ text }) => text)).toContain('编辑 陆 丙');
});
