import { describe, expect, test } from 'vitest';
import { textOfInlines } from '../../src/import/document/bind-notes.ts';
import { decode } from '../../src/import/text/decode.ts';
import { importPaper, type Imported } from '../../src/import/import-paper.ts';
import { writeLedger } from '../../src/import/write/ledger.ts';
import { languageOf } from '../../src/import/words/paper-language.ts';

const imported = (text: string): Imported => {
  const decoded = decode(new TextEncoder().encode(text));
  if ('refusal' in decoded) throw new Error(decoded.refusal);
  const result = importPaper({ ...decoded, path: 'paper.txt' }, '2020-01-01', 1);
  // Oddities are reported but never cause a refusal.
  expect(result.faults).toEqual([]);
  return result;
};
const doubts = (text: string): string[] => imported(text).ledger.doubts.map(({ reason }) => reason);
const paragraphsOf = ({ paper }: Imported): string[] =>
  paper.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'paragraph' ? [textOfInlines(block.inlines)] : [])),
  );

const paragraph = (n: number, words = 'the weir'): string =>
  `    In the year of the great frost ${words} was opened by the\nkeeper of lock ${n}, who had been told to wait for the thaw, and\nthe barges went down with the ice on a single morning.`;
const paper = (...paragraphs: string[]): string =>
  ['The Weir in Winter', 'Nell Sluice', '', ...paragraphs, ''].join('\n');

describe('a doubt is raised', () => {
  test('if digits attached to words count up through the paper', () => {
    const text = paper(...[1, 2, 3, 4, 5, 6].map((n) => paragraph(n, `the weir${n}`)));
    expect(doubts(text)).toContainEqual(
      expect.stringContaining('6 numbers directly after words count up from 1 to 6'),
    );
    const counted = paper(...[1, 2, 3, 4, 5, 6].map((n) => paragraph(n, `weir ${n}`)));
    expect(doubts(counted).join()).not.toContain('directly after words');
  });

  test('if a mark is alone on its line', () => {
    const text = paper(
      '    In the year of the great frost the weir was opened by the\n①\nkeeper of the lock, who had been told to wait for a thaw, and\nthe barges went down.②',
      paragraph(2),
      '①\u3000Lock book, leaf 3.',
      '②\u3000Lock book, leaf 4.',
    );
    expect(doubts(text)).toContainEqual(expect.stringContaining('the mark ① is alone on its line'));
    expect(doubts(text).join()).not.toContain('the mark ② is alone');
  });

  test('if the first line is also on other pages and no names follow it', () => {
    const page = (n: number): string => `RIVER STUDIES\n${paragraph(n)}\n${paragraph(n + 10)}\n${n}\n`;
    const { ledger } = imported([41, 42, 43].map(page).join('\f'));
    expect(ledger.doubts).toContainEqual(
      expect.objectContaining({
        reason: expect.stringContaining('the title “RIVER STUDIES” is also on 2 other lines') as string,
        correction: { title: 'RIVER STUDIES' },
      }),
    );
  });

  test('if a paragraph begins within a sentence', () => {
    const broken = `${paragraph(1).replace(/ on a single morning\.$/, '')}\n    on a single morning of that winter, as the book has it, and the\nwhole valley heard of it before the day was over.`;
    const { ledger } = imported(paper(broken, paragraph(2), paragraph(3)));
    expect(ledger.doubts).toContainEqual(
      expect.objectContaining({
        reason: expect.stringContaining('begins within a sentence') as string,
        correction: { lines: [{ line: 'on a single', is: 'goes on' }] },
      }),
    );
    expect(doubts(paper(paragraph(1), paragraph(2), paragraph(3)))).toEqual(
      expect.not.arrayContaining([expect.stringContaining('within a sentence')]),
    );
  });

  test('at a heading at the top of a printed page', () => {
    const pages = [
      [paragraph(1), paragraph(2)],
      ['1. Frost', paragraph(3), paragraph(4)],
      ['(1) A hard winter', '(2) A mild one', paragraph(5), paragraph(6)],
    ];
    const text = pages.map((blocks, i) => [...blocks, '', String(41 + i), ''].join('\n')).join('\f');
    const { ledger, paper: read } = imported(`The Weir in Winter\nNell Sluice\n\n${text}`);
    expect(read.pages).toEqual([41, 43]);
    expect(ledger.doubts).toContainEqual(
      expect.objectContaining({
        page: 43,
        reason: expect.stringContaining('“A hard winter” has no text below it') as string,
      }),
    );
  });

  test('if there are many short chapters', () => {
    const chapters = (count: number): string[] =>
      Array.from({ length: count }, (_, i) => `${i + 1}. Lock ${'abcdefghijklm'[i]}\n\n${paragraph(i)}\n`);
    expect(doubts(paper(...chapters(13)))).toContainEqual(
      expect.stringContaining('13 chapters, 13 of them with at most 2 paragraphs'),
    );
    expect(doubts(paper(...chapters(12))).join()).not.toContain('chapters');
  });
});

test('a heading that is nothing but its number keeps it as its title', () => {
  const { paper: read } = imported(paper('Chapter 1', paragraph(1), 'Chapter 2', paragraph(2)));
  expect(read.sections.map(({ title }) => title)).toEqual(['Chapter 1', 'Chapter 2']);
});

describe('oddities are reported instead of refused', () => {
  test('a few control characters are dropped and listed', () => {
    const text = paper(...Array.from({ length: 8 }, (_, i) => paragraph(i))).replace('frost', 'fro\bst');
    expect(doubts(text)).toContainEqual(
      expect.stringMatching(/^control characters were dropped: 1 \(U\+0008\), lines: 4;/),
    );
    expect(paragraphsOf(imported(text))[0]).toContain('great frost');
  });

  test.each([
    ['a no-break space at its head', `\u00A0${paper(paragraph(1), paragraph(2))}`],
    [
      'a second abstract',
      paper('Abstract: A weir.', paragraph(1), paragraph(2), 'Abstract: A weir again.', paragraph(3)),
    ],
    [
      'a heading that is printed twice',
      paper('1. Frost', paragraph(1), '1. Frost', '1. Frost', paragraph(2)),
    ],
    [
      'notes in another order than their marks',
      paper(paragraph(1, 'a weir②'), paragraph(2, 'a weir①'), '①\u3000Leaf 1.', '②\u3000Leaf 2.'),
    ],
  ])('so is %s', (_, text) => {
    const { ledger, paper: read } = imported(text);
    expect(ledger.remainder).toBe(0);
    const marks = read.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        'inlines' in block ? block.inlines.flatMap((one) => (one.type === 'mark' ? [one.note] : [])) : [],
      ),
    );
    expect(marks).toEqual([...marks].sort((a, b) => a - b));
  });

  test('a figure with a caption in two languages is a single figure', () => {
    const { paper: read, files } = imported(
      [
        '冬天的水闸',
        '闸小宁',
        '摘要：一年大寒，看闸人等不到化冻便开了闸。',
        '关键词：水闸；冬天',
        '',
        '　　大寒那一年，看闸的人本来接到命令，要等到化冻以后才能够开闸放水，他却在一个早晨把闸门打开了。',
        '图1 水闸',
        'Fig. 1 The weir',
        '资料来源：作者自绘。',
        '　　船随着冰一起下去，整个山谷的人在天黑以前就都听说了这件事情，后来的簿册上也是这样写着的。',
        '',
      ].join('\n'),
    );
    expect(read.exhibits.map(({ id, title }) => [id, title])).toEqual([['figure-1', '水闸']]);
    expect(files.get('exhibits/figure-1.yaml')).toContain('The weir');
  });
});

describe('a language', () => {
  const german =
    'Der Fluss war in diesem Winter so hoch, dass die Schleuse nicht mehr bedient werden konnte, und die Schiffer mussten auf das Ende des Frostes warten, ohne dass jemand für den Schaden aufkam, der ihnen auf dem Wasser und an den Ufern entstand. Das Buch des Wärters ist die einzige Quelle.';

  test.each([
    ['German', german, 'de'],
    [
      'French',
      'Le fleuve était si haut cet hiver que les écluses ne pouvaient plus servir, et les bateliers ont attendu la fin du gel dans une auberge qui est encore sur la rive. Le livre du gardien est la seule source pour cette année, et les marchands ne sont pas nommés par lui.',
      'fr',
    ],
    [
      'Russian',
      'Река в ту зиму стояла так высоко, что шлюз нельзя было открыть, и лодочники ждали конца морозов.',
      'en',
    ],
  ])('that is %s is not taken for English without a doubt', (_, text, tag) => {
    expect(languageOf(text)).toMatchObject({ readAs: 'en', tag, doubt: expect.any(String) as string });
  });

  test('is English for an English text with a German title', () => {
    expect(languageOf(`Die Schleuse im Winter. ${paragraph(1)} ${paragraph(2)}`)).toEqual({
      readAs: 'en',
      tag: 'en',
    });
  });

  test('is reported for a paper in German, with the setting that would resolve the doubt', () => {
    const { ledger, paper: read } = imported(
      ['Die Schleuse', 'Nele Wehr', '', `    ${german}`, `    ${german}`].join('\n'),
    );
    expect(read.lang).toBe('de');
    expect(ledger.doubts).toContainEqual(expect.objectContaining({ correction: { lang: 'de' } }));
  });

  test('is recognised as Traditional Chinese, including the names of its parts', () => {
    const { paper: read } = imported(
      [
        '冬天的水閘',
        '閘小寧',
        '摘要：一年大寒，看閘人開了閘。',
        '關鍵詞：水閘；冬天',
        '',
        '　　一、結冰',
        '　　大寒那一年，看閘的人本來接到命令，要等到化凍以後才能夠開閘放水，他卻在一個早晨把閘門打開了（陳安，2011）。',
        '　　船隨著冰一起下去，整個山谷的人在天黑以前就都聽說了這件事情，後來的簿冊上也是這樣寫著的。',
        '　　結論',
        '　　這說明習慣與法律之間還有一段距離，而這段距離在一個早晨就可以走完。',
        '參考文獻',
        '陳安：《水閘》，青石書局2011年版。',
        '',
      ].join('\n'),
    );
    expect(read).toMatchObject({ lang: 'zh-Hant', keywords: ['水閘', '冬天'], title: '冬天的水閘' });
    expect(read.sections.map(({ title }) => title)).toContain('結論');
    expect(read.references).toHaveLength(1);
  });
});

test('the ledger gives the words that a doubt is about, and their page in a PDF, whose lines nobody can count', () => {
  const text = paper(paragraph(1), 'the mark is\n\n①\n\nalone', paragraph(2), '① A note.').replace(
    'Nell Sluice',
    'Nell Sluice\n\f',
  );
  const decoded = decode(new TextEncoder().encode(text));
  if ('refusal' in decoded) throw new Error(decoded.refusal);
  const ledgerOf = (path: string): string =>
    writeLedger(importPaper({ ...decoded, path }, '2020-01-01', 1).ledger);
  const doubt = 'p. 2, “the mark is”: paragraph 0.0.2 begins within a sentence';
  expect(ledgerOf('paper.txt')).toContain(`- paper.txt:8:1, ${doubt}`);
  expect(ledgerOf('paper.pdf')).toContain(`- paper.pdf, page 2, ${doubt}`);
});
