import { describe, expect, test } from 'vitest';
import { readCitations } from '../../src/import/citations/read-citations.ts';

/** A note with its citations in braces, each followed by the work’s id and the cited locator. */
function marked(notes: string[], references: string[] = []): string[] {
  return readCitations(notes, references).notes.map((pieces) =>
    pieces
      .map(({ text, work, locator }) =>
        work === undefined ? text : `{${text}}${work}${locator ? ` ${locator.label} ${locator.value}` : ''}`,
      )
      .join(''),
  );
}
const reasons = (notes: string[], references: string[] = []): [number, string][] =>
  readCitations(notes, references).warnings.map(({ offset, reason }) => [offset, reason]);

const dunes = '李四：《沙丘》，海潮出版社2012年版，第8页。';
const tides = '张三：《潮汐的书》，《海洋》2010年第2期，第5页。';
const seas = 'John Hill, Sea and Land, London: Harbour Press, 1999, p. 3.';

describe('several works and comments in one note', () => {
  test('a semicolon separates two works, in any language', () => {
    expect(marked([`${seas.slice(0, -1)}; ${dunes}`])).toEqual([
      '{John Hill, Sea and Land, London: Harbour Press, 1999, p. 3}hill-1999 page 3; {李四：《沙丘》，海潮出版社2012年版，第8页}li-2012 page 8。',
    ]);
  });

  test('a full stop separates two works', () => {
    expect(marked([dunes + tides])).toEqual([
      '{李四：《沙丘》，海潮出版社2012年版，第8页}li-2012 page 8。{张三：《潮汐的书》，《海洋》2010年第2期，第5页}zhang-2010 page 5。',
    ]);
  });

  test('a signal is not part of a citation', () => {
    expect(
      marked([`相关研究可参见：${tides}`, `关于沙丘，参见${dunes}`, `For example, see ${seas}`]),
    ).toEqual([
      '相关研究可参见：{张三：《潮汐的书》，《海洋》2010年第2期，第5页}zhang-2010 page 5。',
      '关于沙丘，参见{李四：《沙丘》，海潮出版社2012年版，第8页}li-2012 page 8。',
      'For example, see {John Hill, Sea and Land, London: Harbour Press, 1999, p. 3}hill-1999 page 3.',
    ]);
  });

  test('a name that begins like a word after a signal is not divided', () => {
    expect(readCitations(['详见于远：《潮》，海潮出版社2012年版。']).works[0]?.author).toEqual([
      { family: '于', given: '远' },
    ]);
  });

  test('a surname that is also a signal is not one', () => {
    expect(marked(['Anna W. See, The Dunes, London: Harbour Press, 1999, p. 3.'])).toEqual([
      '{Anna W. See, The Dunes, London: Harbour Press, 1999, p. 3}see-1999 page 3.',
    ]);
  });

  test('French names may be joined by et, and names may have a letter without a code point', () => {
    const authorsOf = (note: string): unknown => readCitations([note]).works[0]?.author;
    expect(authorsOf('Anne Leroy et Marc Petit, “Les Dunes,” Revue des côtes, Vol. 3, 2001, p. 4.')).toEqual([
      { given: 'Anne', family: 'Leroy' },
      { given: 'Marc', family: 'Petit' },
    ]);
    expect(
      authorsOf('Anna Hill, Tina S\uE530borg, Marc Petit, “The Dunes,” Coasts, Vol. 3, 2001, p. 4.'),
    ).toHaveLength(3);
  });

  test('a signal in the middle of an English sentence begins a citation', () => {
    expect(
      marked([
        'For the history of the coast, see John Hill, Sea and Land, London: Harbour Press, 1999, p. 3.',
      ]),
    ).toEqual([
      'For the history of the coast, see {John Hill, Sea and Land, London: Harbour Press, 1999, p. 3}hill-1999 page 3.',
    ]);
  });

  test('prose before and after a work is comment', () => {
    expect(marked([`这一看法流传很广。${dunes}该书第3章讨论了风的作用，2013年再版。`])).toEqual([
      '这一看法流传很广。{李四：《沙丘》，海潮出版社2012年版，第8页}li-2012 page 8。该书第3章讨论了风的作用，2013年再版。',
    ]);
    expect(marked([`The coast changed in 2019, and the town too. See ${seas} This is contested.`])).toEqual([
      'The coast changed in 2019, and the town too. See {John Hill, Sea and Land, London: Harbour Press, 1999, p. 3}hill-1999 page 3. This is contested.',
    ]);
  });

  test('an English work begins after a Chinese comment and its comma', () => {
    expect(
      marked([
        '这对港口有利，Sea Agency,“Port Rules,”May 3, 2020, https://sea.example/ rules/42849, pp. 7-15。',
      ]),
    ).toEqual([
      '这对港口有利，{Sea Agency,“Port Rules,”May 3, 2020, https://sea.example/ rules/42849, pp. 7-15}sea-agency-2020 page 7-15。',
    ]);
  });

  test.each([
    '张三在《潮汐》中认为海水是蓝的，2010年后改变了看法。',
    '《潮汐条约》于2010年签署，2015年生效。',
    '根据《2020年海潮报告》，2020年全球海潮增长3%，第二年下降。',
    '“潮汐”一词最早见于《海经》，后来流传开来。',
    'The phrase “salt of the earth” is old and well known.',
    'In 2010, the council met in Lisbon, Porto and Faro, and 12 towns joined.',
    '参见本文第三部分。',
    '参见上文注释3。',
  ])('a note that only comments cites nothing: %s', (note) => {
    expect(readCitations([note])).toEqual({
      works: [],
      notes: [[{ text: note }]],
      references: [],
      warnings: [],
    });
  });

  test('a citation in brackets ends with them', () => {
    expect(marked([`讨论很多（参见${tides.slice(0, -1)}），此处不赘。`])).toEqual([
      '讨论很多（参见{张三：《潮汐的书》，《海洋》2010年第2期，第5页}zhang-2010 page 5），此处不赘。',
    ]);
  });

  test('the time of a news item is part of its date', () => {
    const { works, notes } = readCitations([
      'Joan Hill, What Is a Well and Why Does It Freeze?, Salt10 (Feb. 8, 2024, 2:02 PM), https://salt.example/article/news.',
    ]);
    expect(works).toMatchObject([
      {
        type: 'webpage',
        title: 'What Is a Well and Why Does It Freeze?',
        'container-title': 'Salt10',
        issued: { 'date-parts': [[2024, 2, 8]] },
      },
    ]);
    expect(works[0]).not.toHaveProperty('volume');
    expect(notes[0]!.map(({ locator }) => locator).filter(Boolean)).toEqual([]);
  });

  test('a quoted sentence before a news item with its time is not a title', () => {
    expect(
      marked([
        'They call it “the pit.” Anna Reed, Wells Freeze, Salt Times (May 3, 2010, 6:51 PM), https://salt.example/a.',
      ]),
    ).toEqual([
      'They call it “the pit.” {Anna Reed, Wells Freeze, Salt Times (May 3, 2010, 6:51 PM), https://salt.example/a}reed-2010.',
    ]);
  });

  test('an abbreviated name goes on, and a sentence that announces another work ends a title', () => {
    expect(
      marked([
        'Press Release, Am. Med. Ass’n, Wells Are Deep (May 3, 2010), https://salt.example/a.',
        'Anna Reed, Wells 12 (2023–2024 ed.). For modern examples, see Joan Stock, Deep Wells, 12 Salt L. Rev. 34 (2001).',
      ]),
    ).toEqual([
      'Press Release, {Am. Med. Ass’n, Wells Are Deep (May 3, 2010), https://salt.example/a}am-med-assn-2010.',
      '{Anna Reed, Wells 12 (2023–2024 ed.)}reed-2023. For modern examples, see {Joan Stock, Deep Wells, 12 Salt L. Rev. 34 (2001)}stock-2001.',
    ]);
  });

  test('a work’s secondary source is a separate work', () => {
    expect(
      marked([
        '朱八：《渡口》，海潮出版社1980年版，第8页，转引自秦九：《渡船考》，远山出版社1999年版，第77页。',
      ]),
    ).toEqual([
      '{朱八：《渡口》，海潮出版社1980年版，第8页}zhu-1980 page 8，转引自{秦九：《渡船考》，远山出版社1999年版，第77页}qin-1999 page 77。',
    ]);
  });

  test('a work may be quoted from another without a page number between them', () => {
    expect(marked(['朱八：《渡口》，转引自秦九：《渡船考》，远山出版社1999年版。'])).toEqual([
      '{朱八：《渡口》}zhu-nd，转引自{秦九：《渡船考》，远山出版社1999年版}qin-1999。',
    ]);
    expect(
      marked([
        'Anna Reed, “Salt,” Journal of Trade, Vol. 3, 2001, quoted in Nora Blake, Digging, Chicago: Hill Press, 2018, p. 3.',
      ]),
    ).toEqual([
      '{Anna Reed, “Salt,” Journal of Trade, Vol. 3, 2001}reed-2001, quoted in {Nora Blake, Digging, Chicago: Hill Press, 2018, p. 3}blake-2018 page 3.',
    ]);
  });

  test('a website as a secondary source is not part of the work’s record', () => {
    expect(marked(['朱八：《渡口》，海潮出版社1980年版，转引自海滨网，http://a.example/1.html。'])).toEqual([
      '{朱八：《渡口》，海潮出版社1980年版}zhu-1980，转引自海滨网，http://a.example/1.html。',
    ]);
  });

  test('text after a bracket is not part of the citation inside it', () => {
    expect(marked(['讨论很多（参见张三：《潮汐的书》，《海洋》2010年第2期），第5页。'])).toEqual([
      '讨论很多（参见{张三：《潮汐的书》，《海洋》2010年第2期}zhang-2010），第5页。',
    ]);
  });

  test('entries with type marks may be mixed with comments', () => {
    expect(
      marked([
        '这只是评论。参见张三. 盐井志[M]. 北京: 海潮出版社, 2015: 40；赵六. 灯塔史[M]. 北京: 远山出版社, 2011: 3.',
      ]),
    ).toEqual([
      '这只是评论。参见{张三. 盐井志[M]. 北京: 海潮出版社, 2015: 40}zhang-2015 page 40；{赵六. 灯塔史[M]. 北京: 远山出版社, 2011: 3}zhao-2011 page 3.',
    ]);
  });
});

describe('repeated citations refer to the same work', () => {
  test('the same work in full is one work', () => {
    expect(readCitations([dunes, dunes]).works.map(({ id }) => id)).toEqual(['li-2012']);
  });

  test('a later citation adds fields that the first lacked', () => {
    const { works, warnings } = readCitations([
      'Anna Reed, “Salt Roads,” Journal of Trade, Vol. 37.',
      'Anna Reed, “Salt Roads,” Journal of Trade, Vol. 37, No. 2, 2018, pp. 175-190.',
    ]);
    expect(works).toEqual([
      {
        id: 'reed-2018',
        type: 'article-journal',
        language: 'en',
        title: 'Salt Roads',
        author: [{ family: 'Reed', given: 'Anna' }],
        'container-title': 'Journal of Trade',
        volume: '37',
        issue: '2',
        page: '175-190',
        issued: { 'date-parts': [[2018]] },
      },
    ]);
    expect(warnings).toEqual([]);
  });

  test('a full citation after a short one completes the work', () => {
    expect(readCitations(['李四：《沙丘》，第8页。', dunes]).works).toEqual([
      {
        id: 'li-2012',
        type: 'book',
        language: 'zh-Hans',
        title: '沙丘',
        author: [{ family: '李', given: '四' }],
        publisher: '海潮出版社',
        issued: { 'date-parts': [[2012]] },
      },
    ]);
  });

  test('a name and a page that repeat no earlier work are neither a citation nor a doubt', () => {
    expect(marked(['Hill, p. 9.'])).toEqual(['Hill, p. 9.']);
    expect(reasons(['Hill, p. 9.'])).toEqual([]);
  });

  test.each([
    ['同上，第9页。', '{同上，第9页}li-2012 page 9。'],
    ['同上书，第9页。', '{同上书，第9页}li-2012 page 9。'],
    ['同上注。', '{同上注}li-2012。'],
    ['李四：《沙丘》，第9页。', '{李四：《沙丘》，第9页}li-2012 page 9。'],
    ['李四前引书，第9页。', '{李四前引书，第9页}li-2012 page 9。'],
    ['参见前引李四书，第9页。', '参见{前引李四书，第9页}li-2012 page 9。'],
    ['李四：《沙丘》，前引书，第9页。', '{李四：《沙丘》，前引书，第9页}li-2012 page 9。'],
    ['李四，前注1，第9页。', '{李四，前注1，第9页}li-2012 page 9。'],
    ['Ibid., p. 9.', '{Ibid., p. 9}li-2012 page 9.'],
    ['Ibid.', '{Ibid.}li-2012'],
  ])('%s', (note, expected) => {
    expect(marked([dunes, note])[1]).toBe(expected);
    expect(reasons([dunes, note])).toEqual([]);
  });

  test.each([
    ['Hill, op. cit., p. 9.', '{Hill, op. cit., p. 9}hill-1999 page 9.'],
    ['Hill, Sea and Land, p. 9.', '{Hill, Sea and Land, p. 9}hill-1999 page 9.'],
    ['John Hill, Sea, p. 9.', '{John Hill, Sea, p. 9}hill-1999 page 9.'],
    ['Hill, supra note 1, at 9.', '{Hill, supra note 1, at 9}hill-1999 page 9.'],
    ['Hill (1999), p. 9.', '{Hill (1999), p. 9}hill-1999 page 9.'],
    ['See Hill, p. 9.', 'See {Hill, p. 9}hill-1999 page 9.'],
  ])('%s', (note, expected) => {
    expect(marked([seas, dunes, note])[2]).toBe(expected);
    expect(reasons([seas, dunes, note])).toEqual([]);
  });

  test('a short title in quotation marks with a bare page', () => {
    expect(
      marked([
        'Anna Reed, “Salt Roads: A Map,” Journal of Trade, Vol. 37, 2018, p. 175.',
        'Reed, “Salt Roads,” 181.',
      ])[1],
    ).toBe('{Reed, “Salt Roads,” 181}reed-2018 page 181.');
  });

  test('id. in the middle of a sentence', () => {
    expect(marked(['Jane Reed, The Ferry (London: Quay Press, 2004), 3.', 'See id. at 7; cf. id.'])[1]).toBe(
      'See {id. at 7}reed-2004 page 7; cf. {id.}reed-2004',
    );
  });

  test('a work given in full only in the list', () => {
    expect(
      marked(['Hill, Sea and Land, p. 9.'], ['Hill J. Sea and Land[M]. London: Harbour Press, 1999.']),
    ).toEqual(['{Hill, Sea and Land, p. 9}hill-1999 page 9.']);
  });

  test('a book and an article by one author are distinguished', () => {
    const notes = [
      dunes,
      '李四：《风》，《气象》2011年第6期，第1页。',
      '李四前引文，第2页。',
      '李四前引书，第3页。',
    ];
    expect(marked(notes).slice(2)).toEqual([
      '{李四前引文，第2页}li-2011 page 2。',
      '{李四前引书，第3页}li-2012 page 3。',
    ]);
  });

  test('volumes and editions of different years are different works', () => {
    expect(
      readCitations([
        '马一：《文集》第3卷，海潮出版社2002年版。',
        '马一：《文集》第4卷，海潮出版社2002年版。',
        '马一：《文集》第3卷，海潮出版社2009年版。',
      ]).works.map(({ id }) => id),
    ).toEqual(['ma-2002a', 'ma-2002b', 'ma-2009']);
  });
});

describe('warnings say where the problem is and how it was resolved', () => {
  test('a missing year', () => {
    expect(reasons([`说明：${'王五：《风》，《气象》第6期，第1页。'}`])).toEqual([
      [3, 'No year is printed for “风”; the id contains nd.'],
    ]);
  });

  test('ibid. at the beginning of the notes, and after a note that cites several works or none', () => {
    expect(reasons(['同上。'])).toEqual([
      [0, 'It repeats the previous citation, but there is none; it was left as text.'],
    ]);
    expect(reasons([`${dunes}${tides}`, '同上。'])).toEqual([
      [0, 'The previous note cites several works; it was read as the last of them.'],
    ]);
    expect(reasons([dunes, '海是蓝的。', '同上。'])).toEqual([
      [0, 'The previous note cites nothing; it was read as the last work cited before that.'],
    ]);
    expect(reasons([dunes, '52 H.C. § 103(a); see also id. § 104.'])).toEqual([
      [27, 'It may repeat something that was not understood; it was left as text.'],
    ]);
    expect(reasons([dunes, '52 H.C. § 103(a).', 'Id. § 103(b).', 'Id.'])).toEqual([
      [0, 'It may repeat something that was not understood; it was left as text.'],
    ]);
  });

  test('an author with several works', () => {
    expect(reasons([dunes, '李四：《风洞》，海潮出版社2013年版。', '李四前引书，第3页。'])).toEqual([
      [0, 'Several works by that author were cited before; it was read as the last of them.'],
    ]);
  });

  test('an author without works', () => {
    expect(reasons([dunes, '王五前引书，第3页。'])).toEqual([
      [
        0,
        'It repeats an earlier citation, but no work by that author was cited before; it was left as text.',
      ],
    ]);
  });

  test('a circled number, which restarts on each page', () => {
    expect(marked([dunes, tides, '同注①，第6页。'])[2]).toBe('{同注①，第6页}li-2012 page 6。');
    expect(reasons([dunes, tides, '同注①，第6页。'])).toEqual([
      [0, 'It was read as note 1 of the whole paper; if numbers restart on each page, it is another note.'],
    ]);
    const notes = [...Array.from({ length: 21 }, () => dunes), '同注①，第6页。'];
    expect(marked(notes)[21]).toBe('同注①，第6页。');
    expect(reasons(notes)).toEqual([
      [0, 'It refers to note 1, but it is unclear which note that is; it was left as text.'],
    ]);
  });

  test('a short title without an earlier citation', () => {
    expect(reasons(['Aalto, “Tides,” p. 9.'])).toEqual([
      [
        0,
        'It looks like a repeated citation, but no earlier one matches; it was entered as a separate work.',
      ],
      [0, 'No year is printed for “Tides”; the id contains nd.'],
    ]);
  });

  test('a citation that is not understood keeps its full text', () => {
    const { works, warnings } = readCitations(['数据来自海洋局网站，http://www.ocean.example/data。']);
    expect(works).toEqual([
      {
        id: 'shujulaizihaiyangjuwangzhan-nd',
        type: 'document',
        language: 'zh-Hans',
        title: '数据来自海洋局网站',
        URL: 'http://www.ocean.example/data',
        note: '数据来自海洋局网站，http://www.ocean.example/data',
      },
    ]);
    expect(warnings).toEqual([
      {
        in: { note: 0 },
        offset: 0,
        reason: 'The citation was not understood; it is kept as a document with its whole text as a note.',
      },
    ]);
  });

  test.each([
    [
      'https://www. ferry. example. cn/tolls _1898/t2019 _12. shtml',
      'https://www.ferry.example.cn/tolls_1898/t2019_12.shtml',
    ],
    ['http://www. ferry. com/2019-05/06/c _ 1127. htm', 'http://www.ferry.com/2019-05/06/c_1127.htm'],
    ['https://3w.ferry.com/a/5e93/48oqfs QajJ', 'https://3w.ferry.com/a/5e93/48oqfsQajJ'],
  ])('a URL printed with spaces is whole: %s', (printed, url) => {
    const note = `《海图》，2019年5月6日，来源：${printed}，访问时间：2020年1月2日。`;
    expect(readCitations([note]).works[0]?.URL).toBe(url);
    const last = `《海图》，海滨网，2019年5月6日，${printed}。`;
    if (!printed.includes('QajJ')) expect(readCitations([last]).works[0]?.URL).toBe(url);
  });

  test('a page of the web may be cited by a title in quotation marks, and newspapers have names of their own', () => {
    const { works, warnings } = readCitations([
      '“渡口明年停航”，海滨网2013 年1 月18 日，http://www.haibin.example/a',
      '参考消息：《渡口停航》，2013年1月19日，来源：http://www.haibin.example/b，访问时间：2020年1月2日。',
    ]);
    expect(warnings).toEqual([]);
    expect(works).toMatchObject([
      { title: '渡口明年停航', 'container-title': '海滨网', URL: 'http://www.haibin.example/a' },
      { title: '渡口停航', author: [{ literal: '参考消息' }], URL: 'http://www.haibin.example/b' },
    ]);
    expect(works[1]).not.toHaveProperty('container-title');
  });

  test.each([
    [
      'Ada Reed & Ben Stock, The Ferry Is Closed, HARBOUR NEWS, https://news.example/a [https://perma.cc/A1] (last updated Feb. 2, 2020).',
      {
        title: 'The Ferry Is Closed',
        author: [
          { family: 'Reed', given: 'Ada' },
          { family: 'Stock', given: 'Ben' },
        ],
        'container-title': 'HARBOUR NEWS',
        issued: { 'date-parts': [[2020, 2, 2]] },
      },
    ],
    [
      'The Toll Is Back, HARBOUR NEWS (May 5, 1989, 12:05 PM ET), https://news.example/b.',
      {
        title: 'The Toll Is Back',
        'container-title': 'HARBOUR NEWS',
        issued: { 'date-parts': [[1989, 5, 5]] },
      },
    ],
    [
      'Reed v. Harbour Co., 5 U.S. (1 Cranch) 137, 177 (1803).',
      { title: 'Reed v. Harbour Co.', volume: '5', page: '137' },
    ],
    [
      'The court adopted the doctrine in Reed v. Stock, 35 U.S. 12, 14 (1959).',
      { title: 'Reed v. Stock', volume: '35', page: '12' },
    ],
    [
      'Ada Reed, Note, The Ferry Toll, 49 Harb. L. Rev. 213, 220 (2018).',
      { title: 'The Ferry Toll', author: [{ family: 'Reed', given: 'Ada' }] },
    ],
  ])('a law review’s citation: %s', (note, expected) => {
    expect(readCitations([note]).works).toMatchObject([expected]);
  });

  test('two articles of a newspaper that are not understood stay two works', () => {
    const { works } = readCitations([
      '「渡し場の閉鎖」、『海浜新聞』、2000年2月12日。',
      '「新しい橋」、『海浜新聞』、2000年11月27日。',
    ]);
    expect(works).toMatchObject([
      { title: '渡し場の閉鎖', issued: { 'date-parts': [[2000, 2, 12]] } },
      { title: '新しい橋', issued: { 'date-parts': [[2000, 11, 27]] } },
    ]);
  });

  test('a URL without its scheme', () => {
    const { works, warnings } = readCitations(['《海图》，海滨网，2019年5月6日，www.haibin.example/a。']);
    expect(works[0]?.URL).toBe('http://www.haibin.example/a');
    expect(warnings).toEqual([
      {
        in: { note: 0 },
        offset: 19,
        reason: 'The URL is printed without its scheme; http:// was added.',
      },
    ]);
  });

  test.each([
    ['of a dated page', 'Anna Reed, “The Lamp,” Salt Herald, May 6, 2019, www.salt.example/a.', 49],
    ['of a page without a date', 'Anna Reed, “The Lamp,” www.salt.example/a, accessed May 6, 2019.', 23],
  ])('a URL without its scheme %s in English', (_, note, offset) => {
    const { works, warnings } = readCitations([note]);
    expect(works[0]?.URL).toBe('http://www.salt.example/a');
    expect(warnings.filter(({ reason }) => reason.includes('scheme'))).toEqual([
      { in: { note: 0 }, offset, reason: 'The URL is printed without its scheme; http:// was added.' },
    ]);
  });

  test('warnings come in the order of the text', () => {
    expect(reasons(['王五：《风》，《气象》第6期；李四前引书。']).map(([offset]) => offset)).toEqual([0, 15]);
  });

  test('a reference is identified by its position in the list', () => {
    expect(readCitations([], ['张三. 盐井志[M]. 北京: 海潮出版社, 2015.', '看不懂']).warnings[0]?.in).toEqual(
      {
        reference: 1,
      },
    );
  });
});

describe('ids', () => {
  test('all clashing ids get a letter, in the order of first mention', () => {
    expect(
      readCitations([
        '张三：《甲书》，海潮出版社2015年版。',
        '章四：《乙书》，海潮出版社2015年版。',
        '张三：《丙书》，海潮出版社2014年版。',
      ]).works.map(({ id }) => id),
    ).toEqual(['zhang-2015a', 'zhang-2015b', 'zhang-2014']);
  });

  test('the twenty-seventh clashing id is still unique', () => {
    const ids = readCitations(
      Array.from({ length: 28 }, (_, i) => `张三：《书之${i}》，海潮出版社2015年版。`),
    ).works.map(({ id }) => id);
    expect(ids.slice(25)).toEqual(['zhang-2015z', 'zhang-2-2015a', 'zhang-2-2015b']);
  });

  test.each([
    ['单一：《书》，海潮出版社2015年版。', 'shan-2015'],
    ['Åsa Lövbrand, Sea, London: Harbour Press, 2011.', 'lovbrand-2011'],
    ['Ludwig van der Berg, Sea, London: Harbour Press, 2011.', 'van-der-berg-2011'],
    ['Mary O’Hara, Sea, London: Harbour Press, 2011.', 'ohara-2011'],
    ['“The Long Plan for Ports,” 2020, https://plan.example/.', 'long-plan-for-2020'],
  ])('%s', (note, id) => {
    expect(readCitations([note]).works.map((work) => work.id)).toEqual([id]);
  });

  test('works from notes come before the list’s, and a cited entry is the same work', () => {
    const { works, references } = readCitations(
      [dunes],
      ['张三. 盐井志[M]. 北京: 海潮出版社, 2015.', '李四. 沙丘[M]. 北京: 海潮出版社, 2012.'],
    );
    expect(works.map(({ id }) => id)).toEqual(['li-2012', 'zhang-2015']);
    expect(references).toEqual([['zhang-2015'], ['li-2012']]);
  });
});
