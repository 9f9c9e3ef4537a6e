import { expect, test } from 'vitest';
import { readMasthead } from '../../src/import/document/masthead.ts';

const english = (...lines: string[]) => readMasthead(lines, ['The Law of the Ferry', 'Ada Marsh'], 'en');
const chinese = (...lines: string[]) => readMasthead(lines, ['渡船的法律', '沈默'], 'zh');
const read = ({
  journal,
  year,
  volume,
  issue,
}: ReturnType<typeof readMasthead>): (string | number | undefined)[] => [journal, year, volume, issue];

test.each([
  ['84 HARBOUR & ESTUARY 16(1)', ['HARBOUR & ESTUARY', undefined, '16', '1']],
  ['Harbour Law Review [Vol.4:2 2019]', ['Harbour Law Review', 2019, '4', '2']],
  [
    'UNIVERSITY OF YARE LAW REVIEW ISSN 1234-567X [VOL.1:2 2016]',
    ['UNIVERSITY OF YARE LAW REVIEW', 2016, '1', '2'],
  ],
  ['University of Yare [Vol.1:2 2016]', [undefined, 2016, '1', '2']],
  ['Volume 104', [undefined, undefined, undefined, undefined]],
  ['1080 HARBOUR LAW REVIEW [Vol. 115:1079', ['HARBOUR LAW REVIEW', undefined, '115', undefined]],
  ['170 THE HARBOUR REVIEW [2024', ['THE HARBOUR REVIEW', 2024, undefined, undefined]],
  ['Harbour History, Vol. 34 — 2009 — No. 3, 215-229', ['Harbour History', 2009, '34', '3']],
  ['Harbour History 40 (2015) 4, 110-127 │© The Town', ['Harbour History', 2015, '40', '4']],
  ['Harbour Inclusion, 2015, Volume 3, Issue 3, Pages 19-23', ['Harbour Inclusion', 2015, '3', '3']],
  ['Journal of Harbour Studies 4.1', ['Journal of Harbour Studies', undefined, '4', '1']],
  [
    'Marsh, Ada (2014), The Law of the Ferry, in: Harbour Spectrum, 49, 2, 53-77.',
    ['Harbour Spectrum', 2014, '49', '2'],
  ],
  ['Marsh, Ada (2014), The Law of the Road. Yare.', [undefined, undefined, undefined, undefined]],
  ['June 2025] The Law of the Ferry 1521', [undefined, 2025, undefined, undefined]],
  ['77 HARB. L. REV. 629 (2025)', [undefined, 2025, '77', undefined]],
  ['Ada Marsh 77 Y.U. L. Rev. Online 125 (2021) PDF', [undefined, 2021, '77', undefined]],
  ['77 Harb. L. Rev. 1497', [undefined, undefined, '77', undefined]],
  ['Carts in 12 10.8 13.2', [undefined, undefined, undefined, undefined]],
  ['Hafenkunde, 11. Jg., Heft 1+2, 2004', ['Hafenkunde', 2004, '11', '1+2']],
  ['The Law of the Ferry November 2014', [undefined, 2014, undefined, undefined]],
  ['Received 3 November 2013', [undefined, undefined, undefined, undefined]],
  [
    'YARE UNIVERSITY LAW REVIEW ONLINE [Vol. 94:8',
    ['YARE UNIVERSITY LAW REVIEW ONLINE', undefined, '94', undefined],
  ],
  ['2014, Vol. 14(4) 461–483', [undefined, 2014, '14', '4']],
  ['© The Author(s) 2014', [undefined, 2014, undefined, undefined]],
  ['CC BY 4.0', [undefined, undefined, undefined, undefined]],
  ['Revue des ports/Harbour Review, 2005, Vol. 41, No. 3: 36–73', ['Harbour Review', 2005, '41', '3']],
  ['Volume 5, No.2, April 2016', [undefined, 2016, '5', '2']],
  ['Letters of Harbour Science Vol. 7 45', ['Letters of Harbour Science', undefined, '7', undefined]],
  ['2015:53 The Law of the Ferry 55', [undefined, 2015, undefined, undefined]],
  ['Cite this article as: Harbour Studies 12 (2002) 15-19', ['Harbour Studies', 2002, '12', undefined]],
])('reads the journal and its issue from “%s”', (line, expected) => {
  expect(read(english(line))).toEqual(expected);
});

test.each([
  ['214 水 上 旧 闻 第42卷', ['水上旧闻', undefined, '42', undefined]],
  ['国际水路2024 年第2 期 总第434 期', ['国际水路', 2024, undefined, '2']],
  ['水路研究( 2019 年第一辑总第三辑)', ['水路研究', 2019, undefined, '1']],
  ['《水路科学》(2025年第1期)', ['水路科学', 2025, undefined, '1']],
  ['文章编号：1000 - 8462（2022）05 - 0213 - 10', [undefined, 2022, undefined, '5']],
  ['88 水路學報．第十一期（2006 年）', ['水路學報', 2006, undefined, '11']],
  ['水路學刊，12期（2014）', ['水路學刊', 2014, undefined, '12']],
  ['2019.4', [undefined, 2019, undefined, '4']],
  ['第5期 沈默：渡船的法律 215', [undefined, undefined, undefined, '5']],
  ['感谢《水上合作》匿名审稿专家的意见和建议', ['水上合作', undefined, undefined, undefined]],
  ['本文与《水上合作》的作者讨论过', [undefined, undefined, undefined, undefined]],
  ['2024 年8 月 水路研究 Aug. 2024', ['水路研究', 2024, undefined, undefined]],
  ['Advances in Tides 潮汐进展, 2022, 12(5), 1638-1646', ['潮汐进展', 2022, '12', '5']],
  ['2024 年8 月 水路', [undefined, 2024, undefined, undefined]],
  ['沈默.渡船的法律［J］.水上，2022，42（5）：213-222', ['水上', 2022, '42', '5']],
  ['沈默.桥的法律［J］.水上，2022（5）：213-222', [undefined, undefined, undefined, undefined]],
  ['中国航运核心期刊 2025 年第2 期', [undefined, 2025, undefined, '2']],
])('reads the journal and its issue from “%s”', (line, expected) => {
  expect(read(chinese(line))).toEqual(expected);
});

test('a name is a journal’s if another line has its words abbreviated before a page', () => {
  const lines = ['Harbour Law Review', '77 HARB. L. REV. 629 (2025)'];
  expect(readMasthead(lines, ['The Law of the Ferry'], 'en').journal).toBe('Harbour Law Review');
  expect(
    readMasthead(['Harbour Town Review', lines[1]!], ['The Law of the Ferry'], 'en').journal,
  ).toBeUndefined();
});

test('if lines disagree, takes the value of most of them, and never takes a title for a journal', () => {
  const lines = [
    'The Law of the Ferry',
    'The Law of the Ferry',
    'Harbour Law Review 12',
    'Harbour Law Review 14',
  ];
  expect(
    english(...lines, '© 2019 Harbour Press', '2020] THE LAW OF THE FERRY', '2020] THE LAW OF THE FERRY'),
  ).toMatchObject({
    journal: 'Harbour Law Review',
    year: 2020,
  });
});

test('gives the values of a field on which lines disagree', () => {
  const heads = [
    '170 THE HARBOUR REVIEW [2024',
    '172 THE HARBOUR REVIEW [2024',
    '174 THE HARBOUR REVIEW [2024',
  ];
  expect(english(...heads).rivals).toEqual({});
  expect(english(...heads, 'The Harbour Review, 2025.').rivals).toMatchObject({ year: ['2025'] });
});

test('takes a name in the paper’s language before a translated one', () => {
  expect(
    chinese('Journal of Waterways Vol. 3 No. 2', 'Journal of Waterways Vol. 3 No. 2', '水路学报 第3卷')
      .journal,
  ).toBe('水路学报');
});
