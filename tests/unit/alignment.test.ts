import { describe, expect, test } from 'vitest';
import { parallelOf } from '../../src/client/search-list.ts';
import { parsePassage } from '../../src/model/passage.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { recordsOf } from '../../src/search/records.ts';
import { placePassage } from '../../src/site/placed-passage.ts';
import { searchRenderer } from '../../src/render/renderers.ts';
import { copiedDossier } from '../support/copied-dossier.ts';

// A paper, its paraphrase and a translation of that. The paper has different and more sentences; it names other
// numbers, states, terms and names, and its note and printed page are in other sentences.
const zh =
  '{/* 1.0.1 */} 1987年3月，法国修建了三座[吊桥](term:suspension-bridge)，耗资340亿美元，约占预算的七成。{/* p. 2 */}作者指出，[吊桥](case:severn)（Severn Bridge）的跨度是[梁桥](term:beam-bridge)的10倍。[^1]\n\n[^1]: 另有两座桥未列入。\n';
const en =
  '{/* 1.0.1 */} In March 1987 France built three [suspension bridges](term:suspension-bridge) for 34 billion dollars, about seventy per cent of the budget. {/* p. 2 */}The author points out that a [suspension bridge](case:severn) (Severn Bridge) spans ten times as much as a [beam bridge](term:beam-bridge).[^1]\n\n[^1]: Two more bridges are not listed.\n';
const original =
  '{/* 1.0.1 */} 造桥，{/* p. 2 */}贵。[^1]在英国也贵！花去1986年的钱？谁也不知道：有人说二十，有人说九。总之，跨度大，预算紧，工期长，这一切合在一起，使得桥梁的建造在那个年代成为一件众说纷纭、难以一言概括的事情，而其后果要到许多年以后才为人所知。\n\n[^1]: 注：参见《桥梁年鉴》（1986年），第7页。\n';

const copy = copiedDossier('bridge');
const { write } = copy;

function layOut(editions: string[], texts: Record<string, string> = { zh, en, original }): void {
  const known: Record<string, string> = {
    zh: '  - { id: zh, lang: zh-Hans, role: paraphrase, name: 中文 }',
    en: '  - { id: en, lang: en, role: translation, name: English }',
    original: '  - { id: original, lang: zh-Hans, role: original, name: 原文 }',
  };
  const settings = copy
    .read('dossier.yaml')
    .replace('pages: [1, 1]', 'pages: [1, 2]')
    .replace(/ {2}- \{ id: (?:zh|en),.*\n/g, '');
  write(
    'dossier.yaml',
    settings.replace('editions:\n', `editions:\n${editions.map((id) => `${known[id]}\n`).join('')}`) +
      '\ncaseKinds:\n  - { id: bridge, name: { zh: 桥, en: Bridge } }\n',
  );
  for (const [id, text] of Object.entries(texts)) write(`chapters/${id}/1-spans.mdx`, text);
  write(
    'cases/severn/case.yaml',
    'title: { zh: 塞文桥, en: Severn Bridge }\nsummary: { zh: 一座桥。, en: A bridge. }\nkind: bridge\npassages: [1.0.1-2]\n',
  );
}

const errors = async (): Promise<string[]> =>
  (await copy.check()).filter(({ level }) => level === 'error').map(copy.shown);

describe('an original beside its paraphrase and a translation', () => {
  test.each([[['zh', 'en', 'original']], [['original', 'zh', 'en']], [['zh', 'original', 'en']]])(
    'is not compared sentence by sentence with either: %j',
    async (editions) => {
      layOut(editions);
      expect(await errors()).toEqual([]);
    },
  );

  test.each([[['zh', 'en', 'original']], [['original', 'zh', 'en']]])(
    'does not prevent the comparison of the other two: %j',
    async (editions) => {
      layOut(editions, {
        zh: zh.replace('340亿', '350亿'),
        en: en.replace('.[^1]', '. It is long.[^1]'),
        original,
      });
      expect(await errors()).toEqual([
        'chapters/en/1-spans.mdx:1:307 error units-aligned Unexpected 3 units in segment 1.0.1 of edition en, expected 2 as in edition zh\n' +
          '  see chapters/zh/1-spans.mdx:1:76\n' +
          '  Compare first 1.0.1-3, “It is long.”, with “作者指出，吊桥（Severn Bridge）的跨度是梁桥的1…”. If nothing is missing, divide a sentence or join two; or set {/* | */} between units in both editions.',
      ]);
    },
  );

  test('has its own quantities and passages if it comes first', async () => {
    layOut(['original', 'zh', 'en']);
    const date = (passage: string): void =>
      write(
        'quantities.yaml',
        `- type: date\n  date: "1986"\n  what: { zh: 年, en: Year }\n  passage: ${passage}\n`,
      );
    date('1.0.1-3');
    expect(await errors()).toEqual([]);
    date('1.0.1-6');
    expect(await errors()).toEqual([
      'quantities.yaml:4:3 error reference-resolves Unexpected passage 1.0.1-6, expected units of 1.0.1 up to 5',
    ]);
  });

  test('has printed pages and note marks in the same segments as the other editions', async () => {
    const more = '{/* 1.0.2 */} 桥。\n';
    layOut(['zh', 'en', 'original'], {
      zh: `${zh}\n${more}`,
      en: `${en}\n{/* 1.0.2 */} Bridges.\n`,
      original: `${original.replace('{/* p. 2 */}', '').replace('[^1]在', '在')}\n{/* 1.0.2 */} {/* p. 2 */}桥。[^1]\n`,
    });
    expect(await errors()).toEqual([
      'chapters/original/1-spans.mdx:5:15 error pages-ordered Unexpected start of printed page 2 at 1.0.2, expected it at 1.0.1 as in edition zh\n' +
        '  see chapters/zh/1-spans.mdx:1:76',
      'chapters/original/1-spans.mdx:5:29 error notes-agree Unexpected mark of note 1 at 1.0.2, expected it at 1.0.1 as in edition zh\n' +
        '  see chapters/zh/1-spans.mdx:1:156',
    ]);
  });
});

test('a unit mark in one edition only is reported as dividing only its own segment', async () => {
  layOut(['zh', 'en', 'original'], {
    zh: zh.replace('三座', '{/* | */}三座').replace('建了', '{/* | */}建了'),
    en,
    original,
  });
  expect(await errors()).toContain(
    'chapters/en/1-spans.mdx:1:1 error units-aligned Unexpected 2 units in segment 1.0.1 of edition en, expected 3 as in edition zh\n' +
      '  see chapters/zh/1-spans.mdx:1:35\n' +
      '  Only edition zh has {/* | */}, which alone divides this segment there: remove it, or set one wherever a unit ends.',
  );
  copy.edit('cases/severn/case.yaml', '-2', '-4');
  expect(await errors()).toContain(
    'cases/severn/case.yaml:4:12 error reference-resolves Unexpected passage 1.0.1-4, expected units of 1.0.1 up to 2\n' +
      '  Only edition zh has {/* | */}, which alone divides this segment there: remove it, or set one wherever a unit ends.',
  );
});

describe('a passage that counts the units of the paraphrase', () => {
  const placed = async (editions: string[], passage: string): Promise<Record<string, [string, number[]]>> => {
    layOut(editions);
    const { dossier } = await readDossier(copy.folder);
    return Object.fromEntries(
      dossier!.settings.value.editions.map(({ id }) => {
        const { address, units } = placePassage(dossier!, id, parsePassage(passage)!);
        return [id, [address, units.map(({ index }) => index)]];
      }),
    );
  };

  test('is the whole segment in an original', async () => {
    expect(await placed(['zh', 'en', 'original'], '1.0.1-2')).toEqual({
      zh: ['/zh/1-spans/#p1.0.1-2', [2]],
      en: ['/en/1-spans/#p1.0.1-2', [2]],
      original: ['/original/1-spans/#p1.0.1', [1, 2, 3, 4, 5]],
    });
  });

  test('is the whole segment in editions beside an original that comes first', async () => {
    expect(await placed(['original', 'zh', 'en'], '1.0.1-1/2')).toEqual({
      original: ['/original/1-spans/#p1.0.1-1', [1, 2]],
      zh: ['/zh/1-spans/#p1.0.1', [1, 2]],
      en: ['/en/1-spans/#p1.0.1', [1, 2]],
    });
  });

  test('is the whole segment if it has fewer units', async () => {
    expect(await placed(['zh', 'en'], '1.0.1-4')).toMatchObject({ zh: ['/zh/1-spans/#p1.0.1', [1, 2]] });
  });

  test('is the neutral page in an edition that lacks the segment', async () => {
    expect(await placed(['zh', 'en'], '1.0.2-1')).toMatchObject({ zh: ['/zh/p/1.0.2/', []] });
  });
});

test('search results show an original beside another edition segment by segment', async () => {
  layOut(['zh', 'en', 'original']);
  const { dossier } = await readDossier(copy.folder);
  const [zhRecord, , originalRecord] = dossier!.settings.value.editions.map((edition) =>
    recordsOf(dossier!, edition, searchRenderer(dossier!)).records.find(({ id }) => id === '1.0.1')!,
  );
  expect(zhRecord!.units).toEqual([0, 35]);
  expect(originalRecord!.units).toBeUndefined();
  const listed = { ...originalRecord!, text: '桥：\n一座。' };
  expect(parallelOf(zhRecord!, 40, listed)).toBe('桥：\n一座。');
  expect(parallelOf(listed, 0, { ...zhRecord!, text: '桥：\n一座。' })).toBe('桥：\n一座。');
});
