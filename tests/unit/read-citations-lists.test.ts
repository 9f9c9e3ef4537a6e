import { expect, test } from 'vitest';
import { readCitations } from '../../src/import/citations/read-citations.ts';

// Citations of works that a list or another note gives in full: by author and year, by a note’s number, in short form.

const list = [
  '陈安, 2011. 茶引考略[J]. 税史研究, 4(2): 11-29.',
  '陈安, 林一舟, 2015. 茶票的纸与印[J]. 地方文献, (6): 70-84.',
  'HOLT P, 1997a. Weighing tea[J]. Review of Small Taxes, 22(1): 5-31.',
  'HOLT P, 1997b. Counting sacks[J]. Review of Small Taxes, 22(2): 5-31.',
];

test.each([
  ['关于“引”字的用法，参见陈安（2011）第14页。', '参见{陈安（2011）第14页}chen-2011 14。'],
  ['旧版缺了一笔（陈安、林一舟，2015），存疑。', '（{陈安、林一舟，2015}chen-2015），存疑。'],
  ['见Holt（1997a: 19）。', '见{Holt（1997a: 19）}holt-1997a 19。'],
  [
    'Two views are known (Holt 1997b, p. 7; 陈安 2011).',
    '({Holt 1997b, p. 7}holt-1997b 7; {陈安 2011}chen-2011).',
  ],
])('an author–year citation refers to the list: %s', (note, expected) => {
  const [pieces] = readCitations([note], list).notes;
  const shown = pieces!
    .map(({ text, work, locator }) => (work ? `{${text}}${work}${locator ? ` ${locator.value}` : ''}` : text))
    .join('');
  expect(shown).toContain(expected);
});

test('an author and year that no list contains are reported, and stay text', () => {
  const { works, warnings } = readCitations(['参见陈安（2011）第14页。']);
  expect(works).toEqual([]);
  expect(warnings.map(({ reason }) => reason)).toEqual([expect.stringContaining('it was left as text')]);
});

test('a year in brackets after a name that no list contains is prose', () => {
  expect(readCitations(['此事见于张三（1999）之后。', 'Berlin (1989) fell.'], list).warnings).toEqual([]);
});

test('a number in a note means the note with that printed number', () => {
  const notes = [
    '李四：《沙丘》，海潮出版社2012年版。',
    '王五：《潮汐》，海潮出版社2010年版。',
    '同注[1]，第9页。',
  ];
  const cited = readCitations(notes, [], () => 1).notes[2]?.[0]?.work;
  expect([readCitations(notes).notes[2]?.[0]?.work, cited]).toEqual(['li-2012', 'wang-2010']);
});

test.each([
  ['前引〔1〕，罗慎之书，第27页', 'luo-2005'],
  ['同前注〔1〕，罗慎之书，第27页', 'luo-2005'],
  ['北屿市公用局编前引书，第47页', 'beiyushigongyongju-1988'],
  ['另见芬奇：《过河的人》，第80页', 'fenqi-2002'],
  ['See supra note〔4〕, Moss, at 60', 'moss-1979'],
  ['See Moss, Keeping the Light, 60', 'moss-1979'],
  ['前引《江岸志》，第8页', 'jiangan-zhi'],
])('a law review’s repeated citation refers to the work: %s', (note, id) => {
  const notes = [
    '罗慎之：《海上标志法研究》，南浦大学出版社2005年版，第15页。',
    '北屿市公用局编：《北屿公用事业六十年》，北屿：海右出版社1988年版，第45页。',
    '（英）阿黛尔·芬奇著，何秋生译：《过河的人》，北京：青石书局，2002年，第71页。',
    'Arthur Moss, Keeping the Light: Servants, Agents and Trustees, 18 Quarterly of Harbour Law 45, 52 (1979).',
    '《江岸志》，1909年，江岸县档案馆藏。',
    `${note}。`,
  ];
  const { notes: read, works } = readCitations(notes);
  expect(works).toHaveLength(5);
  const cited = read[5]?.find(({ work }) => work)?.work;
  expect(cited).toBe(id === 'jiangan-zhi' ? works[4]?.id : id);
});

test.each([
  ['See Salt Cellar, 630 F.3d at 625.', 'in-re-salt-2010'],
  ['630 F.3d at 625–26.', 'in-re-salt-2010'],
  ['630 F.3d 622, 625 (7th Cir. 2010).', 'in-re-salt-2010'],
  ['See, e.g., Moss, supra note 2, at 48.', 'moss-1979'],
  ['A comment; see also MOSS ET AL., supra note 2, at 48.', 'moss-1979'],
  ['But see id. at 48.', 'moss-1979'],
])('a decision or article is repeated as law reviews do: %s', (note, id) => {
  const notes = [
    'In re Salt Cellar Antitrust Litig., 630 F.3d 622, 629 (7th Cir. 2010).',
    'Arthur Moss, Ben Stock & Eva Reed, Keeping the Light, 18 Harb. L. Rev. 45, 52 (1979).',
    note,
  ];
  const { notes: read, works, warnings } = readCitations(notes);
  expect([works.length, read[2]?.find(({ work }) => work)?.work, warnings]).toEqual([2, id, []]);
});

test('a decision that only the text names is entered by its place in the reports, and later by its name', () => {
  const alone = readCitations(['801 F.3d 383, 390 (3d Cir. 2015).']);
  expect(alone.works.map(({ title }) => title)).toEqual(['801 F.3d 383']);
  expect(alone.warnings.map(({ reason }) => reason)).toEqual([expect.stringContaining('name of the case')]);
  const named = readCitations([
    '801 F.3d 383 (3d Cir. 2015).',
    'In re Lamps, 801 F.3d 383, 390 (3d Cir. 2015).',
  ]);
  expect(named.works.map(({ title }) => title)).toEqual(['In re Lamps']);
});

test('an unreported decision is cited by its number in a database, and its star pages stay text', () => {
  const { works, notes } = readCitations([
    'E.g., Salt v. Moss Co., No. 13-cv-618, 2015 WL 5772864, at *7–8 (E.D. Wis. Sept. 30, 2015).',
    'See Salt, 2015 WL 5772864, at *9.',
  ]);
  expect(works).toMatchObject([{ title: 'Salt v. Moss Co.', number: '13-cv-618', authority: 'E.D. Wis.' }]);
  expect(notes[1]?.map(({ text }) => text)).toEqual(['See ', 'Salt, 2015 WL 5772864', ', at *9.']);
});

test('“Id.” behind a statute is not taken for the article cited before', () => {
  const notes = ['Eva Reed, Salt, 12 Harb. L. Rev. 3 (2001).', '16 U.S.C. § 1333(b)(2).', 'Id. § 1334.'];
  const { notes: read, warnings } = readCitations(notes);
  expect(read[2]?.some(({ work }) => work)).toBe(false);
  expect(warnings.map(({ reason }) => reason)).toEqual([expect.stringContaining('not understood')]);
});

test('two archival documents with the same title are distinguished by their numbers', () => {
  const notes = ['J3-1-12', 'J3-1-13'].map((number) => `《江湾渡口木牌》，江湾县档案馆藏，档号：${number}。`);
  expect(readCitations(notes).works.map(({ id }) => id)).toEqual([
    'jiangwandukoumupai-nda',
    'jiangwandukoumupai-ndb',
  ]);
});

test.each(['. . . ', '..., ', '… '])('names may be left out before the last: %s', (dots) => {
  const entry = `Reed, A., Stock, B. C., ${dots}Moss, J. (2015). Two lights. Tide Studies, 10(8), 11-36.`;
  expect(readCitations([], [entry]).works).toMatchObject([
    {
      title: 'Two lights',
      author: [{ family: 'Reed' }, { family: 'Stock' }, { family: 'Moss' }],
      issue: '8',
    },
  ]);
});

test('a URL may follow a marker of type without a stop', () => {
  expect(
    readCitations([], ['Reed A. Two lights［EB/OL］https://a.example/b, 2020-08-02.']).works,
  ).toMatchObject([{ title: 'Two lights', URL: 'https://a.example/b' }]);
});

test('a title after a year may begin with In', () => {
  const entry = 'Moss, J. T., & Varn, A. (2016). In search of the ferry. Tide Studies, 78, 39-60.';
  expect(readCitations([], [entry]).works).toMatchObject([{ title: 'In search of the ferry', volume: '78' }]);
});

test.each([
  [
    'Joan T. Moss. Keeping the Light[J]. Tide Studies, Vol. 4, No. 2, 2015, pp. 7-19.',
    ['Moss, Joan T.', 'Keeping the Light', 'Tide Studies', '4', '2', '7-19'],
  ],
  [
    'Ann Varn and Joan T. Moss. Two Lights[J]. Tide Studies, 2015, 4(2): 7-19.',
    ['Varn, Ann; Moss, Joan T.', 'Two Lights', 'Tide Studies', '4', '2', '7-19'],
  ],
  [
    'Ann Varn.Two Lights[J].Tide Studies, Vol. 4, 2015, pp. 7-19.',
    ['Varn, Ann', 'Two Lights', 'Tide Studies', '4', undefined, '7-19'],
  ],
  [
    'Moss J. Old lights. A history[J]. Tide Studies, 2015, 4(2): 7-19.',
    ['Moss, J', 'Old lights. A history', 'Tide Studies', '4', '2', '7-19'],
  ],
])('an entry may print given names first: %s', (entry, expected) => {
  const [work] = readCitations([], [entry]).works;
  const names = work?.author?.map((name) =>
    'family' in name ? `${name.family}, ${name.given}` : name.literal,
  );
  expect([
    names?.join('; '),
    work?.title,
    work?.['container-title'],
    work?.volume,
    work?.issue,
    work?.page,
  ]).toEqual(expected);
});
