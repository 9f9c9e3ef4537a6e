import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareSource } from '../../src/check/source.ts';
import { readSegments } from '../../src/import/paper-segments.ts';
import { NOTE_MARK } from '../../src/model/units.ts';
import { parseNotation } from '../../src/markdown/parse.ts';
import { readChapter } from '../../src/read/read-chapter.ts';
import { readDossier } from '../../src/read/read-dossier.ts';

// A small invented paper in the layout of a PDF’s text layer.
const text = readFileSync('tests/fixtures/source/paper.txt', 'utf8');
const segments = readSegments(text, 1);

describe('the text of a paper', () => {
  test('is assembled from its lines, across page breaks and footnotes', () => {
    expect([...segments].map(([id, block]) => [id, block.text])).toEqual([
      ['abstract', '桥把两岸连在一起，本文讨论三种桥的跨度。'],
      [
        '0.0.1',
        `1987年3月，法国修建了三座吊桥，耗资340亿美元，约占预算的七成。${NOTE_MARK}吊桥（Severn Bridge）的跨度“是梁桥的10倍”${NOTE_MARK}，这是一项令人惊叹并且值得工程界反复研究和借鉴的成就。`,
      ],
      ['1.0.1', `第二段只有一句话。${NOTE_MARK}`],
      ['1.1.1', '梁桥（beam bridge）最短。'],
    ]);
  });

  test('has its printed pages, notes and lines', () => {
    expect(
      [...segments].map(([id, { pages, notes, offset }]) => [
        id,
        pages,
        notes,
        text.slice(0, offset).split('\n').length,
      ]),
    ).toEqual([
      ['abstract', [1, 1], [], 2],
      ['0.0.1', [2, 3], [1, 2], 5],
      ['1.0.1', [3, 3], [3], 18],
      ['1.1.1', [3, 3], [], 24],
    ]);
  });
});

describe('an edition beside its source', async () => {
  const { dossier } = await readDossier('tests/fixtures/dossiers/bridge');

  /** The messages about an introduction with that Chinese text. */
  function compared(chinese: string, { paper = text, actors = dossier!.actors } = {}): string[] {
    const parsed = parseNotation(chinese, 'zh.mdx');
    if ('messages' in parsed) throw new Error(parsed.messages.map(({ reason }) => reason).join('\n'));
    const chapter = readChapter(parsed.tree, {
      id: '0-introduction',
      section: 0,
      edition: 'zh',
      path: 'zh.mdx',
      page: 2,
    });
    return compareSource({ ...dossier!, actors, chapters: [chapter] }, paper, 'paper.txt').map(
      ({ ruleId, reason }) => `${ruleId} ${reason}`,
    );
  }
  const faithful =
    '{/* abstract */} {/* p. 1 */}本文研究三种桥，它们让两岸相通。\n\n{/* 0.0.1 */} {/* p. 2 */}法国1987年3月建成三座吊桥，花费340亿美元，相当于预算的七成左右。[^1]作者称，吊桥（Severn Bridge）的跨度“是梁桥的10倍”[^2]，{/* p. 3 */}这一成就惊人，工程界值得一再研究。\n\n[^1]: 甲。\n\n[^2]: 乙。';

  test('raises no message if nothing is lost', () => {
    expect(compared(faithful)).toEqual([]);
  });

  test('accepts a named person’s complete statement of any length, but nobody else’s', () => {
    const statement =
      '桥不是为了让人站在岸上赞叹才修建起来的，每一座桥都应当由两岸的居民共同决定修在哪里、修成什么样子，然后共同养护。';
    const paper = text
      .replace('这是 \n', `桥梁部长李桥说：“${statement}”这是 \n`)
      .replace('，这是', `。桥梁部长李桥说：“${statement}”这是`);
    const person = { name: { zh: '李桥' }, forms: {}, aliases: {}, kind: 'person' as const };
    const actors = [{ id: 'li-qiao', value: person, at: () => dossier!.settings.at('paper') }];
    const quoting = faithful.replace('这一成就', `桥梁部长李桥说：“${statement}”这一成就`);
    expect(compared(quoting, { paper, actors })).toEqual([]);
    expect(compared(quoting, { paper, actors: [] })).toEqual([
      expect.stringMatching(/^source-quotations Unexpected quotation of \d+ characters/),
    ]);
    const cut = quoting.replace('，然后共同养护。”', '”');
    expect(compared(cut, { paper, actors })[0]).toMatch(/^source-quotations/);
  });

  test.each([
    ['a figure', 'source-figures', faithful.replace('340亿', '340万')],
    ['a year', 'source-figures', faithful.replace('1987年3月', '3月')],
    ['a name', 'source-names', faithful.replace('（Severn Bridge）', '')],
    ['a note', 'source-notes', faithful.replace('[^1]作者', '作者')],
    ['a printed page', 'source-pages', faithful.replace('{/* p. 3 */}', '')],
    ['an exact quotation', 'source-quotations', faithful.replace('“是梁桥的10倍”', '“为梁桥的10倍”')],
    [
      'its own wording',
      'source-wording',
      faithful.replace('这一成就惊人，工程界值得一再研究', '令人惊叹并且值得工程界反复研究和借鉴'),
    ],
    ['a paragraph', 'source-complete', faithful.replace('{/* 0.0.1 */}', '{/* 0.0.2 */}')],
  ])('reports the loss of %s', (_, rule, changed) => {
    expect(compared(changed).map((line) => line.split(' ')[0])).toContain(rule);
  });
});
