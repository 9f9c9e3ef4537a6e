import { expect, test } from 'vitest';
import { readCitations } from '../../src/import/citations/read-citations.ts';
import type { Work } from '../../src/model/work.ts';

// Entries of lists with the year directly after the authors, and author–year citations of them.

const smith = { family: 'Smith', given: 'John A.' };
const reed = { family: 'Reed', given: 'Mary' };
const entries: [string, string, Work][] = [
  [
    'an author–date entry of GB/T 7714',
    '张三, 李四, 2019a. 河流的读法[J]. 水史研究, 12(3): 45-67.',
    {
      id: 'zhang-2019',
      type: 'article-journal',
      language: 'zh-Hans',
      title: '河流的读法',
      author: [
        { family: '张', given: '三' },
        { family: '李', given: '四' },
      ],
      'container-title': '水史研究',
      volume: '12',
      issue: '3',
      page: '45-67',
      issued: { 'date-parts': [[2019]] },
    },
  ],
  [
    'a report on the web whose day is more exact than its year',
    'REED M, 2001. Counting leaves[R/OL]. (2001-06-30)[2016-03-02]. http://mud.example/leaves.',
    {
      id: 'reed-2001',
      type: 'report',
      language: 'en',
      title: 'Counting leaves',
      author: [{ family: 'Reed', given: 'M' }],
      issued: { 'date-parts': [[2001, 6, 30]] },
      accessed: { 'date-parts': [[2016, 3, 2]] },
      URL: 'http://mud.example/leaves',
    },
  ],
  [
    'a journal article in the form of APA',
    'Smith, J. A., & Reed, M. (2011). The rivers of the north. Journal of Water, 12(3), 45–67. https://doi.org/10.1234/jw.2011.45',
    {
      id: 'smith-2011',
      type: 'article-journal',
      language: 'en',
      title: 'The rivers of the north',
      author: [
        { family: 'Smith', given: 'J. A.' },
        { family: 'Reed', given: 'M.' },
      ],
      'container-title': 'Journal of Water',
      volume: '12',
      issue: '3',
      page: '45-67',
      issued: { 'date-parts': [[2011]] },
      URL: 'https://doi.org/10.1234/jw.2011.45',
      DOI: '10.1234/jw.2011.45',
    },
  ],
  [
    'a book of APA with its edition',
    'Smith, J. A. (2011). Rivers: A short history (2nd ed.). Harbour Press.',
    {
      id: 'smith-2011',
      type: 'book',
      language: 'en',
      title: 'Rivers: A short history',
      author: [{ family: 'Smith', given: 'J. A.' }],
      edition: '2',
      publisher: 'Harbour Press',
      issued: { 'date-parts': [[2011]] },
    },
  ],
  [
    'a chapter of APA with its editors',
    'Reed, M. (2004). Salt and silt. In P. Stone & K. Hill (Eds.), Essays on mud (pp. 12–30). Quayside Press.',
    {
      id: 'reed-2004',
      type: 'chapter',
      language: 'en',
      title: 'Salt and silt',
      author: [{ family: 'Reed', given: 'M.' }],
      editor: [
        { family: 'Stone', given: 'P.' },
        { family: 'Hill', given: 'K.' },
      ],
      'container-title': 'Essays on mud',
      publisher: 'Quayside Press',
      page: '12-30',
      issued: { 'date-parts': [[2004]] },
    },
  ],
  [
    'an institution of APA',
    'World Bank. (2019). Water for all. Washington, DC: World Bank.',
    {
      id: 'world-bank-2019',
      type: 'book',
      language: 'en',
      title: 'Water for all',
      author: [{ literal: 'World Bank' }],
      publisher: 'World Bank',
      'publisher-place': 'Washington, DC',
      issued: { 'date-parts': [[2019]] },
    },
  ],
  [
    'a journal article in Chicago’s author–date form',
    'Reed, Mary. 2004. “Salt and Silt.” Journal of Water 12 (3): 45–67.',
    {
      id: 'reed-2004',
      type: 'article-journal',
      language: 'en',
      title: 'Salt and Silt',
      author: [reed],
      'container-title': 'Journal of Water',
      volume: '12',
      issue: '3',
      page: '45-67',
      issued: { 'date-parts': [[2004]] },
    },
  ],
  [
    'an editor in Chicago’s author–date form',
    'Smith, John A., ed. 2011. Rivers of the North. Oxford: Harbour Press.',
    {
      id: 'smith-2011',
      type: 'book',
      language: 'en',
      title: 'Rivers of the North',
      editor: [smith],
      publisher: 'Harbour Press',
      'publisher-place': 'Oxford',
      issued: { 'date-parts': [[2011]] },
    },
  ],
  [
    'an initial whose stop ends the name',
    'Smith, John A. Rivers of the North. Oxford: Harbour Press, 2011.',
    {
      id: 'smith-2011',
      type: 'book',
      language: 'en',
      title: 'Rivers of the North',
      author: [smith],
      publisher: 'Harbour Press',
      'publisher-place': 'Oxford',
      issued: { 'date-parts': [[2011]] },
    },
  ],
  [
    'Chinese names in Latin letters in their own order',
    'Wang Xiaoming, Li Hua. Water rights in the north[J]. Water Policy, 2010(2): 12-20.',
    {
      id: 'wang-2010',
      type: 'article-journal',
      language: 'en',
      title: 'Water rights in the north',
      author: [
        { family: 'Wang', given: 'Xiaoming' },
        { family: 'Li', given: 'Hua' },
      ],
      'container-title': 'Water Policy',
      issue: '2',
      page: '12-20',
      issued: { 'date-parts': [[2010]] },
    },
  ],
  [
    'Chinese names in the order of English',
    'Xiaoming Wang and Hua Li, 2010. Water rights in the north. Water Policy 12 (2), 12–20.',
    {
      id: 'wang-2010',
      type: 'article-journal',
      language: 'en',
      title: 'Water rights in the north',
      author: [
        { family: 'Wang', given: 'Xiaoming' },
        { family: 'Li', given: 'Hua' },
      ],
      'container-title': 'Water Policy',
      volume: '12',
      issue: '2',
      page: '12-20',
      issued: { 'date-parts': [[2010]] },
    },
  ],
  [
    'a book whose cited pages stand in the list',
    '何平, 沈青. 河谷吊桥调查[M]. 北京: 青石书局, 2012: 57-60.',
    {
      id: 'he-2012',
      type: 'book',
      language: 'zh-Hans',
      title: '河谷吊桥调查',
      author: [
        { family: '何', given: '平' },
        { family: '沈', given: '青' },
      ],
      'publisher-place': '北京',
      publisher: '青石书局',
      issued: { 'date-parts': [[2012]] },
    },
  ],
];

test.each(entries)('reads %s', (_, entry, work) => {
  expect(readCitations([], [entry]).works).toEqual([work]);
});

test.each<[string, Partial<Work>]>([
  [
    'Reed, Mary (2013), The Making of the “Harbour State” in Yare, in: Harbour Studies, 38, 1, 191-226.',
    { title: 'The Making of the “Harbour State” in Yare', 'container-title': 'Harbour Studies' },
  ],
  [
    'Reed, Mary (2001), On the Quay, Berkeley, Los Angeles and London: Harbour Press.',
    {
      title: 'On the Quay',
      'publisher-place': 'Berkeley, Los Angeles and London',
      publisher: 'Harbour Press',
    },
  ],
  [
    'Reed, Mary (2010) [2009], Dead Water: Why Ferries Stop, London: Harbour Books.',
    { author: [reed], title: 'Dead Water: Why Ferries Stop', issued: { 'date-parts': [[2010]] } },
  ],
  [
    'The Harbour Times (1995), A Mixed Welcome for Yare, 3 May, 4.',
    { author: [{ literal: 'The Harbour Times' }], issued: { 'date-parts': [[1995]] } },
  ],
  [
    'Reed, Mary, Storm in a Cup, in: The Harbour Times, 26 August – 1 September 2011.',
    { 'container-title': 'The Harbour Times', issued: { 'date-parts': [[2011, 9, 1]] } },
  ],
])('reads entries with words in marks, several towns, years or days: %s', (entry, fields) => {
  expect(readCitations([], [entry]).works).toEqual([expect.objectContaining(fields)]);
});

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

test.each<[string, Partial<Work>]>([
  [
    '《江湾渡口木牌》，江湾县档案馆藏，档号：J3-1-12。',
    { type: 'document', title: '江湾渡口木牌', publisher: '江湾县档案馆', number: 'J3-1-12' },
  ],
  [
    '《义渡日收账》（光绪十二年四月），江湾县档案馆藏，J3-1-20。',
    { type: 'document', title: '义渡日收账', publisher: '江湾县档案馆', number: 'J3-1-20' },
  ],
  [
    '光绪《江湾县志》卷3《津梁》，光绪十九年刻本，第7页。',
    { type: 'book', title: '江湾县志', edition: '光绪十九年刻本', volume: '3' },
  ],
  [
    '司马迁：《史记》卷29《河渠书》，中华书局1959年版，第1405页。',
    { type: 'book', title: '史记', publisher: '中华书局', volume: '29' },
  ],
  ['（清）顾炎武：《日知录》卷12，清康熙三十四年刻本。', { author: [{ family: '顾', given: '炎武' }] }],
  ['《中华人民共和国民法典》第290条第1款。', { type: 'legislation', title: '中华人民共和国民法典' }],
  [
    '最高人民法院（2015）民申字第123号民事裁定书。',
    {
      type: 'document',
      title: '最高人民法院（2015）民申字第123号民事裁定书',
      issued: { 'date-parts': [[2015]] },
    },
  ],
  [
    '安藤一郎『渡し場の時間』東都書房、1988年、45頁。',
    { type: 'document', language: 'ja', title: '渡し場の時間' },
  ],
])('reads archival and court documents: %s', (note, fields) => {
  expect(readCitations([note]).works).toEqual([expect.objectContaining(fields)]);
});

test('two archival documents with the same title are distinguished by their numbers', () => {
  const notes = ['J3-1-12', 'J3-1-13'].map((number) => `《江湾渡口木牌》，江湾县档案馆藏，档号：${number}。`);
  expect(readCitations(notes).works.map(({ id }) => id)).toEqual([
    'jiangwandukoumupai-nda',
    'jiangwandukoumupai-ndb',
  ]);
});
