import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { mayBeInPaper } from '../../src/client/search-list.ts';
import { shortened } from '../../src/client/search-summary.ts';
import { ownTranslations, translationsFor } from '../../src/i18n/translations.ts';
import { urls } from '../../src/model/urls.ts';
import { numberedIn, sentenceIn } from '../../src/search/known-items.ts';
import { beginningOf, excerpt, divideRecord, type Piece } from '../../src/search/excerpt.ts';

import { pinyinOf } from '../../src/search/pinyin.ts';
import { variantsOf } from '../../src/search/variants.ts';
import { matchParts, searchable, type Span } from '../../src/search/match.ts';
import { findBeside } from '../../src/search/instead.ts';
import { findNear, findRuns, chooseGrams, wordsNowhere } from '../../src/search/near.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import type { EditionRecords, SearchRecord } from '../../src/search/record.ts';
import { findReadings, search, searchByOwnName } from '../../src/search/search.ts';
import type { SearchSource } from '../../src/search/source.ts';
import { isCutOut, namesAround } from '../../src/search/within.ts';
import { divideByScript } from '../../src/client/divide-by-script.ts';
import { isPinyin } from '../../src/search/pinyin-letters.ts';
import { readingsFor, type PinyinFiles } from '../../src/search/readings.ts';
import { spellings, standingFor } from '../../src/search/spell.ts';
import { tokensOf } from '../../src/search/page-tokens.ts';
import { nameToken, tokenOf } from '../../src/search/tokens.ts';
import { foldQuery, unitsOf, wordsIn } from '../../src/search/units.ts';
import { idsOf, namesOf, sourceOf } from '../support/source-of.ts';

describe('the normalised form for comparing texts', () => {
  test.each([
    ['ＣＢＡＭ　机制', 'cbam机制'],
    ['1.5℃', '1.5°c'],
    ['2060 年 前', '2060年前'],
    ['⽅法', '方法'],
    ['⻔户', '门户'],
    ['Löv­brand’s', "lovbrand's"],
    ['carbon   leakage (x)', 'carbon leakage (x)'],
    ['（IPCC）', '(ipcc)'],
  ])('%s becomes %s', (written, folded) => {
    expect(foldQuery(written)).toBe(folded);
  });

  test('maps each character to its position in the original', () => {
    const units = unitsOf('气温升 1.5℃。');
    expect(units.map(({ text, start, ends }) => [text, start, ends.at(-1)])).toEqual([
      ['气', 0, 1],
      ['温', 1, 2],
      ['升', 2, 3],
      ['1', 4, 5],
      ['.', 5, 6],
      ['5', 6, 7],
      ['℃', 7, 8],
      ['。', 8, 9],
    ]);
  });
});

describe('a query', () => {
  const partsOf = (query: string) =>
    parseQuery(query).meanings.map((parts) => parts.flatMap(({ literal }) => literal));

  test('of two words means the exact phrase, or else both words', () => {
    expect(partsOf('CBAM 机制')).toEqual([['cbam机制'], ['cbam', '机制']]);
  });

  test('also matches text that differs in punctuation or script', () => {
    expect(parseQuery('“碳邊境”税', { scripts: { 税: '稅', 稅: '税', 邊: '边' } }).meanings).toEqual([
      [{ literal: ['“碳邊境”税'], alike: ['“碳邊境”税', '“碳邊境”稅', '“碳边境”税', '“碳边境”稅'] }],
    ]);
  });

  test('of Han characters separated by a space means both, anywhere', () => {
    expect(partsOf('天然气 俄罗斯')).toEqual([['天然气', '俄罗斯']]);
    expect(partsOf('天然气\u3000俄罗斯')[0]).toEqual(['天然气俄罗斯']);
    expect(partsOf('天 然 气')[0]).toEqual(['天然气']);
  });

  test('in quotation marks means the exact text', () => {
    expect(parseQuery('"碳干涉，" 巴西').meanings).toEqual([
      [
        { literal: ['碳干涉,'], alike: [] },
        { literal: ['巴西'], alike: [] },
      ],
    ]);
  });

  test('apart from each other has no words such as “for”, unless at most one is left', () => {
    expect(partsOf('a standard for actors').at(-1)).toEqual(['standard', 'actors']);
    expect(partsOf('"a" standard')).toEqual([
      ['a', 'standard'],
      ['a', 'standard'],
    ]);
    expect(partsOf('who is mayor').at(-1)).toEqual(['who', 'is', 'mayor']);
  });

  test('excludes what follows a minus sign, unless there is nothing else', () => {
    expect(parseQuery('氢能 -日本').not).toEqual([{ literal: ['日本'], alike: ['日本'] }]);
    expect(partsOf('non-fossil')).toEqual([['non-fossil']]);
    expect(partsOf('-5%')).toEqual([['-5%']]);
  });

  test('that repeats a word searches for it once', () => {
    expect(partsOf('煤炭 煤炭')).toEqual([['煤炭']]);
    expect(partsOf('ah ah')[0]).toEqual(['ah ah']);
  });

  test('that is empty searches for nothing', () => {
    expect(partsOf('  " ')).toEqual([]);
  });
});

describe('a string', () => {
  const times = (text: string, wanted: string): number =>
    matchParts(searchable(text), [{ literal: [foldQuery(wanted)], alike: [] }])?.length ?? 0;

  test.each([
    ['2020年', '20年', 0],
    ['2020年', '2020', 1],
    ['2020年', '202', 0],
    ['targets and ETS', 'ETS', 1],
    ['carbonless carbon', 'carbon', 2],
    ['CO2', '2', 1],
    ['哈哈哈', '哈哈', 2],
    ['1.5℃', '1.5°C', 1],
    ['图10', '图1', 0],
  ])('in %s, %s occurs %i times', (text, wanted, expected) => {
    expect(times(text, wanted)).toBe(expected);
  });

  test('does not match across the end of a paragraph', () => {
    const [parts] = parseQuery('甲乙').meanings;
    expect(matchParts(searchable('甲\n乙'), parts!)).toBeUndefined();
    expect(matchParts(searchable('甲。\n乙'), parts!)).toBeUndefined();
  });

  test('is found across punctuation if the query has none, and highlighted with it', () => {
    const [parts] = parseQuery('碳中和行动').meanings;
    expect(matchParts(searchable('开展“碳中和”行动'), parts!)).toEqual([
      { start: 3, end: 9, part: 0, isAlike: true },
    ]);
  });

  test.each([
    ['70%', '70 per thousand', false],
    ['70%', 'some 70 per cent of it', true],
    ['70 percent', 'some 70% of it', true],
    ['70 per cent', 'some 70 percent of it', true],
    ['百分之七十', '约70%', true],
    ['百分之十', '约70%', false],
    ['1/3', 'pp. 1, 3', false],
    ['℃', '升1.5°C', true],
    ['°C', '升1.5℃', true],
    ['℃', '约30摄氏度', true],
    ['1.5摄氏度', '升1.5℃以内', true],
    ['1.5℃', '升1.5℃以内', true],
    ['℃', 'carbon c', false],
    ['c', '升1.5℃', false],
    ['一万亿', '约1万亿欧元', true],
    ['10000亿', '约一万亿元', true],
    ['1万亿', 'some €1 trillion', true],
    ['1 trillion', '约10000亿', true],
    ['1.7 billion', '共17亿', true],
    ['3500万', 'of 35 million', true],
    ['1 trillion', '约10万亿', false],
    ['2万亿', '约1万亿', false],
    ['约 70% 的', '约“70%”的', true],
    ['升1.5℃', '升（1.5℃）', true],
    ['至2020年', '至（2020）年', true],
    ['%', '约70%', true],
  ])('%s keeps the signs that make it a number: in %s %s', (query, text, expected) => {
    const found = parseQuery(query).meanings.map((parts) => matchParts(searchable(text), parts));
    expect(found.some((spans) => spans !== undefined)).toBe(expected);
  });
});

test('an excerpt shows each part of the query, highlighted', () => {
  const text = `${'甲'.repeat(200)}天然气${'乙'.repeat(200)}俄罗斯${'丙'.repeat(200)}`;
  const pieces = excerpt(text, matchParts(searchable(text), parseQuery('天然气 俄罗斯').meanings[0]!)!);
  expect(pieces.filter(({ hit }) => hit).map(({ text: shown }) => shown)).toEqual(['天然气', '俄罗斯']);
  expect(pieces.map(({ text: shown }) => shown).join('').length).toBeLessThan(250);
});

test('an excerpt of a name continues to its description, without cutting words', () => {
  const text = '碳泄漏\n指企业把生产迁往（carbon leakage）管制较松之地'.padEnd(200, '甲');
  const said = (query: string): string =>
    excerpt(text, matchParts(searchable(text), parseQuery(query).meanings[0]!)!)
      .map(({ text: shown }) => shown)
      .join('');
  expect(said('碳泄漏')).toContain('指企业');
  const wide = `${'丙'.repeat(60)}${'x'.repeat(3)} ${'leakage '.repeat(30)}`;
  const [parts] = parseQuery('xxx').meanings;
  const shown = excerpt(wide, matchParts(searchable(wide), parts!)!).map((piece) => piece.text);
  expect(shown.join('')).toMatch(/leakage…$|leakage …$/);
});

describe('an excerpt', () => {
  const shown = (pieces: Piece[]): string =>
    pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
  const spansOf = (text: string, query: string): Span[] =>
    matchParts(searchable(text), parseQuery(query).meanings[0] ?? []) ?? [];
  const said = (text: string, query: string): string => shown(excerpt(text, spansOf(text, query)));
  const filler =
    'The keeper of the dyke walks along it every evening and counts the sluices one after the other.';

  test('has twenty words in Latin script if available, and does not end with a comma', () => {
    const text = Array.from({ length: 90 }, (_, i) => `wor${'abcdefg'.charAt(i % 7)}, no. 4 ship`).join(' ');
    const words = said(`${text} TARN ${text}`, 'TARN');
    expect(words.split(' ').length).toBeGreaterThan(20);
    expect(words).toMatch(/^… \w.*\w …$/);
    // A match at the end of a text has its context before it.
    expect(said(`${text} TARN`, 'TARN').split(' ').length).toBeGreaterThan(20);
  });

  test('separates an entry’s text from its other names, which it lists if only they match', () => {
    const shownAs = (text: string, names: string[], query: string): Record<string, string> => {
      const record = entry('term', 'tarn', names[0]!, text, { en: names });
      const { text: words, others } = divideRecord(record, spansOf(text, query));
      return { text: shown(words), others: shown(others) };
    };
    const lake = ['tarn', 'tarn water', 'tarn lake'];
    const text = `tarn\n${filler}\ntarn water\ntarn lake`;
    expect(shownAs(text, lake, 'tarn')).toEqual({ text: filler, others: '' });
    expect(shownAs(text, lake, 'lake')).toEqual({ text: filler, others: 'tarn water, tarn [lake]' });
    const only = 'mere\ntarn water\ntarn lake';
    expect(shownAs(only, ['mere', ...lake], 'tarn')).toEqual({
      text: '',
      others: '[tarn] water, [tarn] lake',
    });
    const han = ['绿氢', '氢能源', '可再生氢'];
    const short = '绿氢\n用风电制成的氢。\n氢能源\n可再生氢';
    expect(shownAs(short, han, '绿氢')).toEqual({ text: '用风电制成的氢。', others: '' });
    expect(shownAs(short, han, '氢能源')).toEqual({ text: '用风电制成的氢。', others: '[氢能源]、可再生氢' });
    const long = ['tarn', 'water of the tarn beyond the northern dyke', 'lake'];
    expect(shownAs(`tarn\n${long[1]}\nlake`, long, 'lake').others).toBe(`${long[1]}, [lake]`);
  });

  test('puts a colon between a name and its definition, and no comma between a sentence and a name', () => {
    expect(said('绿氢\n用风电制成的氢。\n氢能源', '风电')).toBe('用[风电]制成的氢。');
    expect(said(`tarn\n${filler}`, 'tarn')).toBe(`[tarn]: ${filler}`);
  });
});

test.each([
  [
    '参见Frank Reed, “Deep Dykes,” Tarn 357；张：《堤》',
    '',
    '参见[Frank Reed, “Deep Dykes,” Tarn 357]；张：《堤》',
  ],
  ['’s Dykes”一文', 'Holland', '[’s Dykes]”一文'],
  ['“Holland’s Dykes”一文', '', '“[Holland’s Dykes]”一文'],
  ['说“deep dykes”一词，“EU”“US”', '', '说“deep dykes”一词，“EU”“US”'],
])('quotation marks of Latin words are theirs, others belong to the Chinese: %s', (part, before, divided) => {
  const said = divideByScript(part, before).map(({ text, isLatin }) => (isLatin ? `[${text}]` : text));
  expect(said.join('')).toBe(divided);
});

describe('other ways of writing', () => {
  const forms = variantsOf(['征收碳边境税，随着著作发表', '凭借']);
  const spelt = (typed: string, variants: string, withOwn = false): string[] =>
    spellings(typed, standingFor(variants, withOwn));

  test('a Traditional or regional character matches its variant in the text', () => {
    expect(spelt('碳邊境稅', forms)).toEqual(['碳边境税']);
    expect(spelt('憑藉', forms)).toContain('凭借');
  });

  test('a character that occurs in the text means itself, unless nothing is found', () => {
    expect(spelt('著', forms)).toEqual(['著']);
    expect(spelt('隨著', forms, true)).toContain('随着');
  });

  test('a Traditional text is found by Simplified characters, even ambiguous ones', () => {
    expect(spelt('头发', variantsOf(['頭髮', '發生']))).toContain('頭髮');
  });

  test('different words of one script are not variants, though a third character may stand for either', () => {
    const ofTexts = variantsOf(['计划', '产业链', '具体']);
    for (const other of ['计画', '产业炼', '俱体']) expect(spelt(other, ofTexts)).toEqual([other]);
    expect(spelt('計畫', ofTexts)).toEqual(['计划']);
    expect(spelt('滤', variantsOf(['沪']))).toEqual(['滤']);
  });

  test('a character that only some words have otherwise is a variant if the texts have such a word', () => {
    expect(spelt('傢俱', variantsOf(['家具']))).toEqual(['家具']);
    expect(spelt('俱', variantsOf(['工具']))).toEqual(['俱']);
  });

  /** The possible readings of Latin letters as pinyin in these texts, or if they are misspelt. */
  const readIn = async (texts: string[], letters: string, isMisspelt = false): Promise<string[]> => {
    const files = pinyinOf(texts);
    const fromFiles: PinyinFiles = {
      syllables: (beginning) => Promise.resolve(files.get(beginning)?.syllables ?? {}),
      words: (beginning) => Promise.resolve(files.get(beginning)?.words ?? {}),
    };
    return (await readingsFor(letters, fromFiles, isMisspelt)).map(({ text }) => text);
  };
  const read = (letters: string, ...texts: string[]): Promise<string[]> => readIn(texts, letters);

  test('pinyin is read in every division into syllables', async () => {
    expect(await read('tanbianjingshui', '征收碳边境税')).toEqual(['碳边境税']);
    expect(await read("xi'an", '西安', '先')).toEqual(['西安']);
  });

  test('pinyin may have its tones, as marks or numbers', async () => {
    expect(await read('Lǜ sè', '绿色')).toEqual(['绿色']);
    expect(await read('tan4 zhong1 he2', '碳中和')).toEqual(['碳中和']);
    expect(['tàn zhōng', 'lv4 se4', "xi'an", 'ertong'].map(isPinyin)).not.toContain(false);
    expect(['co2', 'deterritorialise', 'ni'].map(isPinyin)).not.toContain(true);
  });

  test('pinyin without a match may have similar initials and finals, or a wrong letter', async () => {
    const texts = ['碳中和', '碳干涉', '地缘政治', '氢能', '人类世'];
    const meant = (letters: string): Promise<string[]> => readIn(texts, letters, true);
    expect(await meant('tanzonghe')).toEqual(['碳中和']);
    expect(await meant('tanganse')).toEqual(['碳干涉']);
    expect(await meant('diyuan zhenzhi')).toEqual(['地缘政治']);
    expect(await meant('qinneng')).toEqual(['氢能']);
    expect(await meant('renneishi')).toEqual(['人类世']);
    expect(await meant('diyuanzhengchi')).toEqual(['地缘政治']);
    expect(await meant('diyuanzengchi')).toEqual([]);
    expect(await meant('qikneng')).toEqual([]);
  });

  test('pinyin reads a character otherwise only in words that have it so', async () => {
    expect(await read('diyuan', '的原因，地缘')).toEqual(['地缘']);
    expect(await read('mudi', '目的，木的')).toEqual(['目的']);
    expect(await read('zhuoyanyu', '着眼于未来，看着眼前')).toEqual(['着眼于']);
    expect(await read('juedingzhuoshou', '决定着手')).toEqual(['决定着手']);
    expect(await read('foukeyi', '不可以')).toEqual([]);
    expect(await read('kuaiji', '会计，会议')).toEqual(['会计']);
  });

  test('pinyin prefers words to those cut out of a sentence with a particle', async () => {
    expect(await read('zaiqing', '在氢能方面，在氢能方面', '灾情')).toEqual(['灾情', '在氢']);
  });

  test('pinyin does not read a character as another word has it', async () => {
    expect(await read('jizhong', '其中之一，其中之二，集中起来')).toEqual(['集中']);
  });
});

describe('the tokens of an index', () => {
  test('are characters, runs of letters or digits, and signs that belong to numbers; each has what follows it', () => {
    expect(wordsIn('“CO2”排放，占70%').map(({ text, gap }) => `${text} ${gap}`)).toEqual([
      'co glued',
      '2 signs',
      '排 plain',
      '放 signs',
      '占 plain',
      '70 plain',
      '% end',
    ]);
    expect(wordsIn('the EU’s low-carbon plan').map(({ text, gap }) => `${text} ${gap}`)).toEqual([
      'the plain',
      'eu signs',
      's plain',
      'low signs',
      'carbon plain',
      'plan end',
    ]);
  });

  test('are letters and digits, and none is a prefix of another', () => {
    const text = '一丁一 丁，𠀀一 かな a ab é éa 1 12 ¹ a’b 一%';
    const tokens = [
      ...new Set([
        ...tokensOf(text),
        nameToken('一', []),
        nameToken('ab', ['ab']),
        tokenOf('一', '一', 'plain'),
      ]),
    ];
    expect(tokens.length).toBeGreaterThan(15);
    expect(tokens.filter((one) => !/^[a-z0-9]+$/.test(one))).toEqual([]);
    expect(tokens.filter((one) => tokens.some((other) => other !== one && other.startsWith(one)))).toEqual(
      [],
    );
  });
});

const record = (id: string, text: string): SearchRecord => ({
  kind: 'segment',
  id,
  title: '',
  text,
});
const entry = (
  kind: SearchRecord['kind'],
  id: string,
  title: string,
  text = title,
  names?: SearchRecord['names'],
): SearchRecord => ({ ...record(id, text), kind, title, ...(names ? { names } : {}) });
const edition = (records: SearchRecord[]): EditionRecords => ({
  edition: 'zh',
  lang: 'zh-Hans',
  records,
  names: { chapter: {}, caseKind: {}, actor: {} },
});
const source = await sourceOf(
  edition([
    record('1', '欧盟征收碳边境税，意在防止碳泄漏。'),
    record('2', '碳边境税与碳边境税，二者皆碳边境税。'),
    record('3', '俄罗斯出口天然气。'),
  ]),
);
const found = async (query: string): Promise<string[]> => idsOf((await search(source, query)).exact);

describe('a search result', () => {
  test('has the records that contain the string, the most matches first', async () => {
    expect(await found('碳边境税')).toEqual(['2', '1']);
    expect(await found('碳邊境稅')).toEqual(['2', '1']);
    expect(await found('tanxielou')).toEqual(['1']);
    expect(await found('碳边境税 -碳泄漏')).toEqual(['2']);
  });

  test('has the paper’s paragraphs before records about them, however often these repeat a name', async () => {
    const told = await sourceOf(
      edition([
        entry('case', 'visit', '雷诺的访问', '雷诺来访。雷诺离去。雷诺再来。', {}),
        record('1', '雷诺表示反对。'),
        record('2', '反对者有雷诺，支持者也有雷诺。'),
      ]),
    );
    expect(await idsOf((await search(told, '雷诺')).exact)).toEqual(['2', '1', 'visit']);
  });

  test('separates approximate from exact matches', async () => {
    expect((await search(source, '欧盟为什么征收碳税')).exact).toEqual([]);
    expect((await idsOf(await findNear(source, '欧盟为什么征收碳税')))[0]).toBe('1');
  });

  test('reads pinyin as a word rather than as a string that ends with a particle', async () => {
    const both = await sourceOf(edition([record('1', '诺德海姆'), record('2', '承诺的国家，承诺的国家')]));
    const { asked, alsoRead } = await search(both, 'nuode');
    expect([asked, ...alsoRead]).toEqual(['诺德', '诺的']);
  });

  test('has the most frequent reading of pinyin, and offers other readings', async () => {
    const alike = await sourceOf(
      edition([record('1', '结构性问题'), record('2', '结构型问题，结构性问题'), record('3', '别的问题')]),
    );
    const { exact, readAs, alsoRead } = await search(alike, 'jiegouxing');
    expect([readAs, alsoRead, await idsOf(exact)]).toEqual(['结构性', ['结构型'], ['1', '2']]);
  });

  test('has one of equally frequent readings of pinyin, and offers the other', async () => {
    const alike = await sourceOf(
      edition([record('1', '结构性问题，结构型'), record('2', '结构型问题，结构性'), record('3', '别的')]),
    );
    const { readAs, alsoRead, exact } = await search(alike, 'jiegouxing');
    expect([readAs, ...alsoRead].toSorted()).toEqual(['结构型', '结构性']);
    expect(exact.map(({ count }) => count)).toEqual([1, 1]);
  });

  test('reads pinyin as the word that the paper’s paragraphs have, rather than one that notes have more often', async () => {
    const noted = { ...record('9', '接受，接受'), kind: 'note' as const };
    const both = await sourceOf(edition([record('1', '接收'), noted]));
    expect(await search(both, 'jieshou')).toMatchObject({ readAs: '接收', alsoRead: ['接受'] });
  });

  test('reads pinyin as what stands between words somewhere, rather than as what is cut out of words', async () => {
    const cut = await sourceOf(
      edition([record('1', '遭受各种困难，遭受各种困难'), record('2', '这是首个国家')]),
    );
    expect(await search(cut, 'shouge')).toMatchObject({ readAs: '首个', alsoRead: ['受各'] });
  });

  test('also reads letters as pinyin for a word of the text, if they occur only in references with romanised titles', async () => {
    const cited = (...more: SearchRecord[]): Promise<SearchSource> =>
      sourceOf(edition([{ ...record('9', 'Renleishi de kunjing'), kind: 'note' }, ...more]));
    const readIn = async (source: SearchSource): Promise<unknown[]> => {
      const { exact, readAs, alsoRead } = await search(source, 'renleishi');
      return [await idsOf(exact), readAs, alsoRead];
    };
    expect(await readIn(await cited(record('1', '人类世')))).toEqual([['9'], undefined, ['人类世']]);
    const { exact } = await search(await cited(), 'renleishi');
    const other = await cited(record('1', '人类世'), record('2', '人类世，人类世'));
    expect(await findReadings(other, 'renleishi', exact)).toEqual([{ text: '人类世', places: 2 }]);
    // A string across two words is not a reading, nor one that occurs only in references.
    expect(await readIn(await cited(record('1', '人。类世')))).toEqual([['9'], undefined, []]);
    expect(await readIn(await cited({ ...record('1', '人类世'), kind: 'work' }))).toEqual([
      ['9'],
      undefined,
      [],
    ]);
    // A query that is a word of the text means that word.
    const both = await cited(record('1', '人类世'), record('2', 'Renleishi'));
    expect(await readIn(both)).toEqual([['2', '9'], undefined, []]);
  });

  test('reads pinyin as a word of a text, rather than as parts of two words', async () => {
    const cut = await sourceOf(edition([record('1', '意志行动，意志行动'), record('2', '异质性')]));
    expect((await search(cut, 'yizhixing')).readAs).toBe('异质性');
  });

  test('sorts equal places by their better readings', async () => {
    const long = (id: string, times: number): SearchRecord =>
      record(id, `${'堤'.repeat(times)}${'。水'.repeat(900)}`);
    const laid = await sourceOf(
      edition([
        record('1', '堤'),
        long('2', 0),
        long('3', 0),
        long('4', 0),
        record('5', '堤'),
        record('6', '堤，堤'),
      ]),
    );
    expect(await idsOf((await search(laid, '堤')).exact)).toEqual(['6', '5', '1']);
  });

  test('counts strings that occur more often than there are records, and prefixes of words', async () => {
    const frequent = await sourceOf(
      edition([record('1', '水，水水。the then'), record('2', '水'), record('3', '土地 the other thing')]),
    );
    const counts = async (query: string): Promise<[string, number][]> => {
      const { exact } = await search(frequent, query);
      const ids = await idsOf(exact);
      return exact.map(({ count }, i) => [ids[i] ?? '', count]);
    };
    expect(await counts('水')).toEqual([
      ['1', 3],
      ['2', 1],
    ]);
    expect(await counts('th')).toEqual([
      ['1', 2],
      ['3', 2],
    ]);
    expect(await counts('the')).toEqual([
      ['1', 2],
      ['3', 1],
    ]);
    expect(await counts('土')).toEqual([['3', 1]]);
  });

  test('counts a frequent string without loading the part of the index with all its places', async () => {
    const text = `${'the ox '.repeat(200)} theory thicket`;
    const asked = await sourceOf(edition(Array.from({ length: 40 }, (_, i) => record(`${i}`, text))));
    const fetchIt = globalThis.fetch;
    const sizes: number[] = [];
    try {
      globalThis.fetch = async (...wanted) => {
        const response = await fetchIt(...wanted);
        if (String(wanted[0]).includes('/index/'))
          sizes.push(gunzipSync(await response.clone().arrayBuffer()).length);
        return response;
      };
      expect((await search(asked, 'the')).exact.length).toBe(40);
    } finally {
      globalThis.fetch = fetchIt;
    }
    expect(Math.max(0, ...sizes)).toBeLessThan(2000);
  });

  test('finds a long string across punctuation, but not across the end of a paragraph', async () => {
    const long = await sourceOf(
      edition([
        record('1', '春夏秋冬东南，西北上下左右'),
        record('2', '春夏秋冬东南\n西北上下左右'),
        record('3', '春夏秋冬东南西北上下左右'),
        record('4', '春夏秋冬东南北西上下左右'),
      ]),
    );
    const { exact } = await search(long, '春夏秋冬东南西北上下左');
    expect(await idsOf(exact)).toEqual(['3', '1']);
    expect(exact.map(({ count, literal }) => [count, literal])).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  test('reads many lots without requesting them all at once', async () => {
    // Punctuation, which the index ignores, makes each text fill a lot.
    const many = await sourceOf(
      edition(Array.from({ length: 110 }, (_, i) => record(`${i}`, `堤${'。'.repeat(1600)}`))),
    );
    const { exact } = await search(many, '堤');
    const fetchIt = globalThis.fetch;
    let [open, most] = [0, 0];
    try {
      globalThis.fetch = async (...asked) => {
        most = Math.max(most, ++open);
        return fetchIt(...asked).finally(() => open--);
      };
      await Promise.all(exact.map((match) => match.read()));
    } finally {
      globalThis.fetch = fetchIt;
    }
    expect(exact.length).toBe(110);
    expect(most).toBeGreaterThan(50);
    expect(most).toBeLessThanOrEqual(100);
  });

  test('offers other names of a term that occur, with their counts, without mixing in their results', async () => {
    const named = await sourceOf(
      edition([
        record('1', '防止碳泄漏。'),
        record('2', '防止碳外泄，“碳外”泄。'),
        record('3', '碳外泄，碳外流，碳外流。'),
        record('4', '碳外流，碳外流，碳外流。'),
        record('5', '碳外流'),
        entry('term', 'leakage', '碳泄漏', '碳泄漏', {
          zh: ['碳泄漏', '碳外泄', '碳外流', '碳外逃'],
          en: ['carbon leakage', 'carbon seepage'],
        }),
      ]),
      { ...edition([record('1', 'against carbon leakage.')]), edition: 'en', lang: 'en' },
    );
    const { synonyms, exact } = await search(named, '碳泄漏');
    expect(synonyms).toEqual([
      { name: '碳外流', edition: 'zh', places: 4 },
      { name: '碳外泄', edition: 'zh', places: 3 },
      { name: 'carbon leakage', edition: 'en', places: 1 },
    ]);
    expect(await idsOf(exact)).toEqual(['leakage', '1']);
  });
});

describe('a name that the text lacks', () => {
  let named: SearchSource;
  beforeAll(async () => {
    named = await sourceOf(
      edition([
        record('1', '欧盟征收堤税。'),
        record('2', '堤税与岸税。'),
        record('3', '东盟加三会商。'),
        entry('case', 'toll', '征税', '征税\n滩税之争。', { zh: ['征税'] }),
        entry('term', 'levy', '堤税', '堤税\n欧盟的税。\n岸税\n滩税', {
          zh: ['堤税', '岸税', '滩税'],
          en: ['dyke levy', 'shore tariff'],
        }),
        entry('term', 'mere', '湖', '湖\n泽', { zh: ['湖', '泽'] }),
        entry('term', 'asean', '东盟加三', '东盟加三\n10+3', { zh: ['东盟加三', '10+3'] }),
      ]),
    );
  });

  test.each(['滩税', '灘稅'])('has the results of its item’s own name after its own: %s', async (query) => {
    const answer = await searchByOwnName(named, query);
    expect([answer.query, answer.asked, answer.isByOwnName]).toEqual([query, '堤税', true]);
    const ids = await idsOf(answer.exact);
    expect([ids.slice(0, 2), ids.slice(2).sort()]).toEqual([
      ['levy', 'toll'],
      ['1', '2'],
    ]);
    expect(answer.synonyms.map(({ name }) => name)).toEqual(['岸税']);
  });

  test('has them if it has signs that mean something in patterns', async () => {
    const { exact, asked } = await searchByOwnName(named, '10+3');
    expect([await idsOf(exact), asked]).toEqual([['asean', '3'], '东盟加三']);
  });

  test.each([
    ['岸税', ['levy', '2'], 'a passage has it'],
    ['"滩税"', ['levy', 'toll'], 'it is meant exactly'],
    ['泽', ['mere'], 'the text lacks the own name too'],
    ['shore tariff', ['levy'], 'it is a name in another edition'],
  ])('is not replaced if it is %s: %s', async (query, ids) => {
    const { exact, isByOwnName } = await searchByOwnName(named, query);
    expect([await idsOf(exact), isByOwnName]).toEqual([ids, undefined]);
  });
});

test('of spellings that differ only in marks, the name without marks is looked up and listed', async () => {
  const names = { zh: ['堤约', '《筑堤公约》', '筑堤公约'] };
  const items = [record('1', '《筑堤公约》'), entry('term', 'treaty', '堤约', '堤约', names)];
  const { synonyms } = await search(await sourceOf(edition(items)), '堤约');
  expect(synonyms.map(({ name }) => name)).toEqual(['筑堤公约']);
});

test('the results shown at first are in few files, fewer if a second name or many words were looked up', async () => {
  // Each text fills a lot, and each file has two lots.
  const texts = Array.from({ length: 24 }, (_, i) =>
    record(`${i}`, `${i % 2 ? 'levy' : 'toll'} ${'dyke '.repeat(700)}`),
  );
  const source = await sourceOf(edition(texts));
  const { exact } = await search(source, 'levy');
  const [few, byOwnName, manyWords] = [
    { asked: 'dyke' },
    { asked: 'dyke', isByOwnName: true },
    { asked: 'a dyke of stone' },
  ].map((answer) => source.firstOf(exact, answer).length);
  expect([exact.length, few, byOwnName, manyWords]).toEqual([12, 5, 4, 4]);
  const answer = await search(source, 'dyke');
  expect(source.firstOf(answer.exact, answer).length).toBe(10);
});

test('texts that have a query with its signs come first, however many have other signs', async () => {
  const others = Array.from({ length: 30 }, (_, i) =>
    record(`1.${i}`, `A levy in 2020 and 2020; ${'dyke '.repeat(700)}`),
  );
  const source = await sourceOf(edition([...others, record('2', 'By 2020, a levy.')]));
  const { exact } = await search(source, '2020,');
  expect(exact.length).toBe(31);
  expect([await idsOf(exact.slice(0, 1)), exact.filter(({ literal }) => literal > 0).length]).toEqual([
    ['2'],
    1,
  ]);
});

test('if too many texts may have a query with its signs to read them all, its words are not sought apart', async () => {
  const texts = Array.from({ length: 30 }, (_, i) =>
    record(`1.${i}`, `A levy, in 2020${i === 17 ? ',' : ';'} dykes. ${'dyke '.repeat(700)}`),
  );
  const source = await sourceOf(edition([...texts, record('2', 'Dykes of 2020, and a levy.')]));
  const { exact } = await search(source, '2020, dykes');
  expect((await idsOf(exact)).sort()).toEqual(texts.map(({ id }) => id).sort());
});

test('the words of a name are not sought apart from each other, but those of another query are', async () => {
  const named = await sourceOf(
    edition([
      record('1', 'A levy on a dyke.'),
      entry('term', 'levy', 'dyke levy', 'dyke levy\nA tax.', { zh: ['dyke levy'] }),
    ]),
  );
  const found = async (query: string): Promise<string[]> => idsOf((await search(named, query)).exact);
  expect(await found('the dyke levy')).toEqual(['levy']);
  expect((await found('levy dyke')).sort()).toEqual(['1', 'levy']);
});

describe('an item requested by its name or number', () => {
  let items: Awaited<ReturnType<typeof sourceOf>>;
  beforeAll(async () => {
    items = await sourceOf(
      edition([
        record('1.3.4', '税收与协定，协定与税收：见1.2.3。'),
        entry('heading', '1.3', '', '税收'),
        entry('note', '30', '', '见第12页。'),
        entry('work', 'wang-2017', '税收：一部历史'),
        entry('work', 'li-2019', '协定'),
        entry('term', 'treaty', '《协定》', '《协定》', { zh: ['《协定》'], en: ['treaty'] }),
        entry('actor', 'office', '税务总局', '税务总局', {
          zh: ['税务总局', '税总'],
          en: ['The Tax Office'],
        }),
        entry('check', '30a', '', '数字相合。'),
        record('4.1.1', '税总'),
      ]),
    );
  });
  test.each([
    ['注30', ['30']],
    ['第30注', ['30']],
    ['n.30', ['30']],
    ['note 30', ['30']],
    ['注 30', ['30']],
    ['note  30', ['30']],
    ['note #30', ['30']],
    ['注第30条', ['30']],
    ['注三十', ['30']],
    ['第三十条注', ['30']],
    ['註三十', ['30']],
    ['注三一', []],
    ['第30条', []],
    ['note 31', []],
    ['30', ['30']],
    ['[30]', ['30']],
    ['1.3.4', ['1.3.4']],
    ['§ 1.3.4', ['1.3.4']],
    ['段落1.3.4', ['1.3.4']],
    ['段落 1.3.4', ['1.3.4']],
    ['1.3.4段', ['1.3.4']],
    ['1.3.4 段落', ['1.3.4']],
    ['par. 1.3.4', ['1.3.4']],
    ['1.2.3', ['1.3.4']],
    ['1.3', ['1.3']],
    ['核查30a', ['30a']],
    ['Check 30a', ['30a']],
    ['tax office', ['office']],
    ['税总', ['office', '4.1.1']],
    ['稅總', ['office', '4.1.1']],
    ['wang 2017', ['wang-2017']],
    ['税收', ['wang-2017', '1.3.4', '1.3']],
    ['协定', ['treaty', '1.3.4', 'li-2019']],
    ['Treaty', ['treaty']],
  ])('comes first, whether it contains that string or not: %s', async (query, ids) => {
    expect(await idsOf((await search(items, query)).exact)).toEqual(ids);
  });

  test('that is a person comes first for each part of the name, but not for the small words in it', async () => {
    const names = { zh: ['安娜·范贝克'], en: ['Anna van Beek'] };
    const people = await sourceOf(
      edition([
        record('1', 'Anna, Anna. Beek! 安娜。van'),
        { ...entry('actor', 'beek', '范贝克', '范贝克', names), isPerson: true },
        entry('actor', 'bank', '安娜银行', '安娜银行', { zh: ['安娜·银行'] }),
      ]),
    );
    for (const query of ['Anna', 'beek', '安娜', '范贝克'])
      expect((await idsOf((await search(people, query)).exact))[0], query).toBe('beek');
    expect(await idsOf((await search(people, 'van')).exact)).toEqual(['1']);
  });

  test('that is a printed page is shown with its paragraphs, then its notes', async () => {
    const paged = await sourceOf(
      edition([
        { ...entry('note', '9', '', '见别处。'), pages: [127, 127] },
        { ...record('2.4.2', '一段'), pages: [126, 128] },
        { ...entry('note', '8', '', '见此处。'), pages: [126, 126] },
      ]),
    );
    expect(await idsOf((await search(paged, '第126页')).exact)).toEqual(['2.4.2', '8']);
  });

  test('has its other names offered, in any script of the query', async () => {
    for (const query of ['税务总局', '稅務總局'])
      expect((await search(items, query)).synonyms.map(({ name }) => name)).toEqual(['税总']);
  });
});

describe('a number that does not exist', () => {
  let paper: SearchSource;
  beforeAll(async () => {
    paper = await sourceOf(
      edition([
        { ...record('2.4.9a', 'p. 300'), pages: [112, 120] },
        { ...record('2.4.10', '2和4和9，注80，p和200'), pages: [120, 131] },
        { ...record('2.10.1', '别的'), pages: [131, 133] },
        entry('note', '57', '', '注八十'),
        entry('note', '9', '', '200，80'),
      ]),
    );
  });
  test.each([
    ['2.4.11', { kind: 'segment', id: '2.4.11', section: '2.4', last: '2.4.10' }],
    ['2.9.9', { kind: 'segment', id: '2.9.9', section: '2', last: '2.10.1' }],
    ['§ 9.1.1', { kind: 'segment', id: '9.1.1', last: '2.10.1' }],
    ['note 80', { kind: 'note', id: '80', last: '57' }],
    ['p. 200', { kind: 'page', id: '200', first: '112', last: '133' }],
    ['第111页', { kind: 'page', id: '111', first: '112', last: '133' }],
  ])('for %s, gives the last existing number, and no records with these digits', async (query, missing) => {
    const answer = await search(paper, query);
    expect(answer.missing).toEqual(missing);
    expect(answer.exact).toEqual([]);
  });

  test('is reported beside literal matches; a number alone may be of any kind', async () => {
    const { missing, exact } = await search(paper, 'p. 300');
    expect([missing?.last, await idsOf(exact)]).toEqual(['133', ['2.4.9a']]);
    expect((await search(paper, '80')).missing).toBeUndefined();
    expect((await search(paper, 'p. 121')).missing).toBeUndefined();
    expect((await search(paper, '2.4.9a')).missing).toBeUndefined();
  });
});

describe('text that differs only in quotation marks, punctuation, spaces, width or script', () => {
  const of = (...texts: string[]) => sourceOf(edition(texts.map((text, i) => record(String(i + 1), text))));
  const ids = async (asked: Awaited<ReturnType<typeof of>>, query: string): Promise<string[]> =>
    idsOf((await search(asked, query)).exact);

  test('is found beside literal matches, which come first', async () => {
    const asked = await of(
      '提出“碳中和”目标，落实“碳中和”目标。',
      '别名：碳中和目标',
      '《碳中和》目标',
      '碳中和的目标',
    );
    expect(await ids(asked, '碳中和目标')).toEqual(['2', '1', '3']);
    expect(await ids(asked, '“碳中和”目标')).toEqual(['1', '2', '3']);
    const { exact } = await search(asked, '碳中和目标');
    expect(exact.map(({ literal, count }) => [literal, count])).toEqual([
      [1, 1],
      [0, 2],
      [0, 1],
    ]);
  });

  test('is highlighted including its punctuation', async () => {
    const { exact } = await search(await of('碳中和目标', '“碳中和”目标'), '碳中和目标');
    const hits = await Promise.all(exact.map((match) => match.read()));
    expect(hits.map(({ record: { text }, spans }) => spans.map((s) => text.slice(s.start, s.end)))).toEqual([
      ['碳中和目标'],
      ['碳中和”目标'],
    ]);
  });

  test('with other signs is not found by a query in quotation marks, on a page that lacks its signs too', async () => {
    const asked = await sourceOf(edition([record('1', '春夏，秋冬')]));
    expect((await search(asked, '"春夏；秋冬"')).exact).toEqual([]);
    expect((await search(asked, '"春夏，秋冬"')).exact.length).toBe(1);
  });

  test('is not found by a query in quotation marks, which means the exact text', async () => {
    const asked = await of('碳中和目标', '“碳中和”目标');
    expect(await ids(asked, '"碳中和目标"')).toEqual(['1']);
    expect(await ids(asked, '"碳中和”目标"')).toEqual(['2']);
  });

  test('is found by a query in quotation marks without punctuation if nothing has exactly that', async () => {
    const asked = await of('“碳中和”目标', '碳，中和之目标', 'the so-called “new order”, in short');
    expect(await ids(asked, '"碳中和目标"')).toEqual(['1']);
    expect(await ids(asked, '"new order in short"')).toEqual(['3']);
    expect(await ids(asked, '"order short"')).toEqual([]);
  });

  test('is found by a quoted phrase and words directly beside it, if it is nowhere as typed', async () => {
    const asked = await of(
      '既要“点名羞辱”（译文），又要问责',
      '既要“点名羞辱”',
      '又要“碳中和”目标',
      '碳中和目标',
    );
    expect(await ids(asked, '“点名羞辱”又要')).toEqual(['1']);
    expect(await ids(asked, '又要「点名羞辱」')).toEqual(['1']);
    expect(await ids(asked, '“点名羞辱”无此')).toEqual([]);
    // As typed, it comes without what has its parts elsewhere.
    expect(await ids(asked, '“碳中和”目标')).toEqual(['3', '4']);
    const { query, asked: searched, exact } = await search(asked, '“点名羞辱”又要');
    expect([query, searched, exact[0]?.isApart]).toEqual(['“点名羞辱”又要', '“点名羞辱” 又要', true]);
  });

  test('is excluded by a minus sign, unless with quotation marks', async () => {
    const asked = await of('气候：碳中和目标', '气候：“碳中和”目标', '气候：别的');
    expect(await ids(asked, '气候 -碳中和目标')).toEqual(['3']);
    expect(await ids(asked, '气候 -"碳中和目标"')).toEqual(['2', '3']);
  });

  test('is found in either script by either script', async () => {
    const asked = await of('欧盟的碳边境税', '题为《碳邊境稅》', '“碳边境”税');
    expect(await ids(asked, '碳边境税')).toEqual(['1', '2', '3']);
    expect(await ids(asked, '碳邊境稅')).toEqual(['2', '1', '3']);
  });

  test('is found in British and in American spelling, the typed one first, unless in quotation marks', async () => {
    const asked = await of(
      'a theory of globalisation',
      'globalization',
      'labour centers',
      'labor centres',
      'actor',
    );
    expect(await ids(asked, 'Globalization')).toEqual(['2', '1']);
    expect(await ids(asked, 'globalisation')).toEqual(['1', '2']);
    expect(await ids(asked, '"globalisation"')).toEqual(['1']);
    expect(await ids(asked, 'labour centres')).toEqual(['3', '4']);
    expect(await ids(asked, 'actor')).toEqual(['5']);
  });

  test.each([
    ['securitisation', 'securitization'],
    ['programmes', 'programs'],
    ['dialogues', 'dialogs'],
    ['judgement', 'judgment'],
    ['practising', 'practicing'],
    ['grey', 'gray'],
    ['sceptical', 'skeptical'],
    ['sulphur', 'sulfur'],
    ['aluminium', 'aluminum'],
  ])('is found as %s and as %s', async (british, american) => {
    const asked = await of(british, american, 'grew, programmer and logic');
    expect(await ids(asked, british)).toEqual(['1', '2']);
    expect(await ids(asked, american)).toEqual(['2', '1']);
  });

  test.each([
    ['policy', 'policies'],
    ['emission', 'emissions'],
    ['tax', 'taxes'],
    ['crisis', 'crises'],
  ])('is found in the singular and in the plural, the typed one first: %s, %s', async (one, many) => {
    const asked = await of(
      `the ${one} of it`,
      `${many} of it`,
      `${one}holder, ${one}’s end`,
      `the ${many}man`,
    );
    expect((await ids(asked, many)).slice(0, 2)).toEqual(['2', '4']);
    expect((await ids(asked, many)).slice(2)).toEqual(['1', '3']);
    expect((await ids(asked, `${one} of it`)).slice(0, 2)).toEqual(['1', '2']);
    expect(await ids(asked, `"${many}"`)).toEqual(['2', '4']);
  });

  test('is not matched by a conversion that is only valid for another word', async () => {
    expect(await ids(await of('他的著作', '随着作者'), '著作')).toEqual(['1']);
  });

  test('is found if it was typed with a space', async () => {
    expect(await ids(await of('CBAM机制', '“CBAM”机制', '机制与CBAM'), 'CBAM 机制')).toEqual(['1', '2']);
    expect(await ids(await of('carbon neutrality', 'carbon-neutrality'), 'carbon neutrality')).toEqual([
      '1',
      '2',
    ]);
  });

  test('is not divided by an apostrophe', async () => {
    expect(await ids(await of('the EU’s aims', 'EU states', 'the EUs'), 'EU’s')).toEqual(['1', '3']);
    expect(await ids(await of('in Xi’an, today', 'in Xi, an hour', 'Xinjiang'), 'Xian today')).toEqual(['1']);
  });

  test('is one word with or without a hyphen, and what is literally the same comes first', async () => {
    const asked = await of('a geo-political risk', 'geopolitical risks', 'geo and political');
    expect(await ids(asked, 'geo-political')).toEqual(['1', '2']);
    expect(await ids(asked, 'Geopolitical')).toEqual(['2', '1']);
    expect(await ids(asked, 'geopolitical risk')).toEqual(['2', '1']);
    expect(await ids(asked, 'political')).toEqual(['1', '3']);
    expect(await ids(asked, '"geopolitical"')).toEqual(['2']);
    expect(await ids(await of('state-of-the-art', 'state-of'), 'stateoftheart')).toEqual(['1']);
  });

  test('is two words if an apostrophe separates them, and each is found', async () => {
    const asked = await of('l’économie d’un pays', 'China’s, policy', 'letters, policy');
    expect(await ids(asked, 'economie')).toEqual(['1']);
    expect(await ids(asked, 's')).toEqual(['2']);
    expect(await ids(asked, 's,')).toEqual(['2']);
    expect(await ids(asked, 's policy')).toEqual(['2']);
    expect(await ids(asked, 'china policy')).toEqual(['2']);
    expect(await ids(asked, 'Chinas')).toEqual(['2']);
    const [match] = (await search(asked, 's,policy')).exact;
    const { record: found, spans } = await match!.read();
    expect(spans.map(({ start, end }) => found.text.slice(start, end))).toEqual(['s, policy']);
  });

  test('does not prevent matches of both words if neither occurs as typed', async () => {
    const asked = await of('energy, security', 'security and energy', 'energy in security');
    expect(await ids(asked, 'energy security')).toEqual(['1', '2', '3']);
  });

  test('comes before words that are apart, however often these occur', async () => {
    const asked = await of('power and politics, power and politics', 'great-power politics of a great power');
    expect(await ids(asked, 'power politics')).toEqual(['2']);
    expect(await ids(asked, 'great power politics')).toEqual(['2']);
    const hyphened = await of('power and politics of power', 'power-politics');
    expect(await ids(hyphened, 'power politics')).toEqual(['2', '1']);
  });
});

const of = (id: string, kind: SearchRecord['kind'], text: string): SearchRecord => ({
  ...record(id, text),
  kind,
});

/** The ids of records close to a query, from texts with an optional heading above each. */
const nearTo = async (query: string, ...texts: [text: string, heading?: string][]): Promise<string[]> => {
  const records = texts.flatMap(([text, heading], i) => [
    // A chapter heading applies only to its chapter.
    heading === undefined ? entry('heading', `${i}`, '', '章') : entry('heading', `${i}.1`, '', heading),
    record(text, text),
  ]);
  return idsOf(await findNear(await sourceOf(edition(records)), query));
};

test('the heading above a text counts as part of it', async () => {
  expect((await nearTo('煤怎样走两条路', ['它有两条路'], ['它有两个人', '论煤']))[0]).toBe('它有两条路');
  expect((await nearTo('煤怎样', ['它有两条路'], ['它有两个人', '论煤矿']))[0]).toBe('它有两个人');
});

test('character pairs across word boundaries do not lower the rank of approximate matches', async () => {
  expect((await nearTo('升温控制幅度', ['控制升温，幅度不一'], ['别的话']))[0]).toBe('控制升温，幅度不一');
  expect(await nearTo('全然无关之语里的升温', ['控制升温，幅度不一'], ['别的话'])).toEqual([]);
});

test('a text without a word of the query is close only if it has most of it', async () => {
  expect(await nearTo('莎士比亚戏剧', ['哥伦比亚的水坝'], ['别的话'])).toEqual([]);
  expect(await nearTo('莎士比亚戏剧', ['莎士比亚的水坝'], ['别的话'])).toEqual(['莎士比亚的水坝']);
  const others = [...'一二三四五六七八九'].map((one): [string] => [`别的话${one}`]);
  expect(await nearTo('冯德莱恩说', ['冯德莱恩到访'], ...others)).toEqual(['冯德莱恩到访']);
});

test('Chinese words that were typed apart are sought apart', async () => {
  expect((await nearTo('海关 盟约 渔民', ['关盟民'], ['盟约'], ['海关与渔民'], ['别的话']))[0]).toBe(
    '海关与渔民',
  );
});

test('entries about the paper are among what is closest to words, the more of these they have the higher', async () => {
  const source = await sourceOf(
    edition([
      record('1', 'dykes and dykes and dykes, and tolls'),
      record('2', 'dykes and more dykes'),
      of('dispute', 'case', 'Fishers resist the tolls\nFishers near the dykes resist tolls.'),
      of('fishers', 'actor', 'Fishers'),
      of('1a', 'check', 'fishers resist tolls on dykes'),
    ]),
  );
  const near = await findNear(source, 'dykes tolls fishers resist');
  expect(await namesOf(near)).toEqual(['case dispute', 'segment 1', 'check 1a']);
});

test('below few results of several words are others that are close, unless a name or phrase is found', async () => {
  const source = await sourceOf(
    edition([
      record('1', '堤坝与渔民，水闸'),
      record('2', '堤坝与水闸的渔民税'),
      record('3', '水闸和堤坝'),
      record('4', 'fishers resist the tolls'),
      record('5', 'fishers resist'),
    ]),
  );
  const beside = async (query: string): Promise<string[]> =>
    idsOf(await findBeside(source, await search(source, query)));
  expect(await beside('水闸 渔民税')).toEqual(['1', '3']);
  expect(await beside('水闸')).toEqual([]);
  expect(await beside('"水闸" "渔民税"')).toEqual([]);
  expect(await beside('resist the tolls')).toEqual([]);
  expect(await beside('tolls resist')).toEqual(['5']);
});

test('a quotation mark at the beginning or end that has no counterpart is no part of the query', async () => {
  const source = await sourceOf(edition([record('1', 'name and shame'), record('2', 'shame in a name')]));
  for (const query of ['“name and shame', 'name and shame”', '"name and shame', 'name and shame"']) {
    const { exact, asked } = await search(source, query);
    expect([await idsOf(exact), asked], query).toEqual([['1'], 'name and shame']);
  }
});

test('a query’s tokens are looked up in a limited number of files', () => {
  const files: Record<string, string[]> = {
    a: ['1'],
    b: ['1'],
    ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`c${i}`, [`${i + 2}`]])),
  };
  const looked = chooseGrams(
    ['c0', 'a', 'c1', 'c2', 'c3', 'b', 'c4', 'c5', 'c6', 'c7', 'c8'],
    (one) => files[one] ?? [],
  );
  expect(looked).toEqual(['c0', 'a', 'c1', 'c2', 'b']);
});

test('of a query’s tokens, those in several files are looked up last, and only if few files are left to read', () => {
  const files: Record<string, string[]> = { long: ['1', '2', '3'], pair: ['4', '5'], other: ['5', '4'] };
  const grams = ['long', 'pair', 'a', 'b', 'other'];
  const filesFor = (one: string): string[] => files[one] ?? [one];
  expect(chooseGrams(grams, filesFor)).toEqual(['a', 'b', 'pair', 'other']);
  // The files that finding the query itself has read count as one.
  expect(chooseGrams(grams, filesFor, 3, ['4', '5'])).toEqual(['pair', 'a', 'b', 'other']);
});

test('approximate matches are based on the longest common strings', () => {
  expect(findRuns('征收碳边境税', '征收碳费；碳边境税').runs).toEqual(['征收碳', '碳边境税']);
});

test.each([
  ['碳中和能改善大国关系吗', '各国关系可能改变', ['关系']],
  ['国际社会应当做什么', '国际社会的责任', ['国际社会']],
  ['哪个部分重要', '其中的一部分', ['部分']],
])('no part of a word is marked, but a word of the query in a longer one: %s', (query, text, runs) => {
  expect(findRuns(query, text).runs).toEqual(runs);
});

test('a word of which a query has the beginning, or another form, is marked whole', () => {
  const text = 'Carbon interference, carbon emissions';
  expect(findRuns('interferences of carbon?', text).runs).toEqual(['Carbon', 'interference']);
});

test('what a question asks to be told about leads, then what says so', async () => {
  const told = await sourceOf(
    edition([
      { ...record('dyke', 'dyke\nA dyke holds water.'), kind: 'term', names: { zh: ['dyke'] } },
      record('1', 'Dykes and dykes, water and water.'),
      record('2', 'The dyke is long.'),
    ]),
  );
  for (const query of ['What is a dyke?', 'what does the dyke mean', 'define dyke'])
    expect((await idsOf(await findNear(told, query)))[0], query).toBe('dyke');
});

describe('in a question, a known name', () => {
  const texts = (name: string, n: number): SearchRecord[] =>
    Array.from({ length: n }, (_, i) => record(`x${i}`, `${name}，堤${i}`));
  const dykes = async (...records: SearchRecord[]): Promise<SearchSource> =>
    sourceOf(
      edition([
        entry('term', 'dyke', '碳堤坝', '碳堤坝\n一种堤', { zh: ['碳堤坝', '海墙'] }),
        ...records,
        ...texts('碳堤坝', 18),
        ...texts('海墙', 2),
      ]),
    );

  test('is one unit, which is neither cut nor outweighed by a rare word', async () => {
    const source = await dykes(record('1', '碳堤坝与海事，一定'), record('2', '在一定程度上，碳堤'));
    const near = await findNear(source, '为什么说碳堤坝不一定有利海事？');
    expect((await idsOf(near))[0]).toBe('1');
    const hits = await Promise.all(near.map((match) => match.read()));
    expect(hits.map(({ record: { id } }) => id)).not.toContain('2');
    expect(hits.flatMap(({ runs = [] }) => runs).filter((run) => run.startsWith('碳'))).not.toContain('碳堤');
    expect(hits[0]?.runs).toEqual(['碳堤坝', '海事']);
  });

  test('is found by the other names of its item', async () => {
    const source = await dykes(record('1', '海墙惹怒渔民'), record('2', '渔民捕鱼'));
    expect((await idsOf(await findNear(source, '碳堤坝为何使渔民不满')))[0]).toBe('1');
  });

  test('leads to its item if nothing else is asked', async () => {
    const source = await dykes(record('1', '官方的渔业'));
    expect((await idsOf(await findNear(source, '碳堤坝何时开始')))[0]).toBe('dyke');
  });

  test('at its beginning is what has been looked up before, not what follows', async () => {
    const source = await dykes(record('1', '渔民捕鱼'));
    const looked: string[] = [];
    const costly: SearchSource = {
      ...source,
      filesFor: (string) => (/^，*渔/u.test(string) ? ['1', '2', '3', '4'] : [string]),
      countsOf: (part) => {
        looked.push(...part.literal);
        return source.countsOf(part);
      },
    };
    await findNear(costly, '碳堤坝渔民为何不满');
    expect(new Set(looked)).toEqual(new Set(['满']));
  });

  test('leads to what it should do, if that is asked', async () => {
    const source = await dykes(record('1', '碳堤坝应以渔民为先'), record('2', '碳堤坝，碳堤坝，碳堤坝'));
    expect((await idsOf(await findNear(source, '碳堤坝应该怎么做？')))[0]).toBe('1');
  });
});

test('a plural that occurs nowhere does not find a name in the singular before the other words', async () => {
  const others = Array.from({ length: 12 }, (_, i): [string] => [`other words ${i}`]);
  const near = await nearTo(
    'solar panels',
    ['The Panel on Tolls'],
    ['solar modules'],
    ['solar dykes'],
    ...others,
  );
  expect(near).toEqual(['solar modules', 'solar dykes', 'The Panel on Tolls']);
});

test('an excerpt shows the parts of a query that are rarest in the text', () => {
  const text = `${'levy tax dyke '.repeat(60)}${'mere '.repeat(60)}steel ${'mere '.repeat(60)}`;
  const parts = parseQuery('levy tax dyke steel').meanings.at(-1)!;
  const shown = excerpt(text, matchParts(searchable(text), parts)!);
  expect(shown.some(({ text: piece, hit }) => hit && piece === 'steel')).toBe(true);
});

test('the words of a query that occur nowhere are known, whatever their spelling, script or number', async () => {
  const chinese = await sourceOf(
    edition([record('1', '通讯卫星的计算，氣候变化'), record('2', '欧盟的碳边境税')]),
  );
  const nowhere = (query: string) => wordsNowhere(chinese, query);
  expect(await nowhere('量子计算')).toEqual(['量子']);
  expect(await nowhere('卫星 月球 -火星')).toEqual(['月球']);
  expect(await nowhere('计算卫星')).toEqual([]);
  const english = await sourceOf({
    ...edition([record('1', 'Voting on the technology of globalisation'), record('2', 'tolls')]),
    lang: 'en',
  });
  expect(await wordsNowhere(english, 'Blockchain voting')).toEqual(['Blockchain']);
  expect(await wordsNowhere(english, 'technologies for globalization')).toEqual([]);
});

test('what a query excludes is neither sought nor shown among approximate matches', async () => {
  const asked = await sourceOf(
    edition([record('1', '欧盟筑堤防洪'), record('2', '渔民筑堤防洪'), record('3', '渔民')]),
  );
  const near = await findNear(asked, '筑堤防风 -欧盟');
  expect(await idsOf(near)).toEqual(['2']);
  expect((await near[0]!.read()).runs).toEqual(['筑堤防']);
});

test('of what is closest to a question how many there are of something, texts with a number of these come first', async () => {
  const texts: [string][] = [['渔民和渔民，筑堤，国家'], ['120多个国家筑堤']];
  expect((await nearTo('多少个国家的渔民筑堤', ...texts))[0]).toBe('120多个国家筑堤');
  expect((await nearTo('哪些国家的渔民筑堤', ...texts))[0]).toBe('渔民和渔民，筑堤，国家');
  const english: [string][] = [
    ['Countries dyke, fishers in a country'],
    ['More than 120 countries have dykes'],
  ];
  expect((await nearTo('How many countries have fishers and dykes?', ...english))[0]).toBe(english[1]![0]);
});

test('in a question, a rare name outweighs frequent words, and a word that occurs nowhere does not count', async () => {
  const others = Array.from({ length: 9 }, (_, i): [string] => [`Dykes, tolls and dykes, and tolls of ${i}`]);
  const texts: [string][] = [...others, ['Poldavia has dykes and refuses to pay']];
  for (const query of [
    'Why did Poldavia resist dykes and tolls?',
    'Why is Poldavia against dykes and tolls on dykes?',
    'who coined poldavia?',
    'Who coined the term Poldavia?',
  ])
    expect((await nearTo(query, ...texts))[0], query).toBe('Poldavia has dykes and refuses to pay');
});

test('a Chinese question may offer a verb or adjective and its opposite', async () => {
  const others = [...'一二三四五六七八九'].map((one): [string] => [`别的话${one}`]);
  expect(await nearTo('渔税贵不贵', ['渔民每吨付税'], ['征收渔税'], ...others)).toEqual(['征收渔税']);
});

test('that remarks and checks repeat the words of a passage does not make these frequent', async () => {
  const checks = Array.from({ length: 9 }, (_, i) => of(`1${i}`, 'check', `sluice ${i}`));
  const source = await sourceOf(
    edition([
      record('1', 'the sluice, and other matters of fishers'),
      record('2', 'the tolls and tolls of fishers'),
      record('3', 'tolls of fishers'),
      ...checks,
    ]),
  );
  expect((await idsOf(await findNear(source, 'Who owns the sluice with tolls?')))[0]).toBe('1');
});

test('a question about the authors or the publication leads to the paper', async () => {
  const source = await sourceOf(
    edition([record('1', 'The authors of the paper. 论文作者与文章。'), of('paper', 'paper', 'Dyke 2071')]),
  );
  for (const query of [
    'Who wrote the paper?',
    'Who are the authors?',
    '论文作者是谁',
    '谁写的这篇文章',
    '这篇论文发表在哪里',
  ])
    expect(await namesOf(await findNear(source, query)), query).toEqual(['paper paper']);
  expect(await namesOf(await findNear(source, 'What do the authors say of dykes?'))).toEqual(['segment 1']);
});

test('question words are ignored in approximate matching', async () => {
  expect((await nearTo('波兰为什么用煤', ['为什么为什么为什么'], ['波兰的煤']))[0]).toBe('波兰的煤');
});

test.each([
  ['第125页', '125'],
  ['１２５頁', '125'],
  ['第 125 页', '125'],
  ['p. 125', '125'],
  ['p.125', '125'],
  ['pages 125', '125'],
  ['p125', '125'],
  [' page 7 ', '7'],
  ['pp. 7', '7'],
  ['pp. 125-126', '125'],
  ['第125—126页', '125'],
  ['2030-2050', undefined],
  ['原文第 125 页', '125'],
  ['印刷页 125', '125'],
  ['第125', undefined],
  ['第125页的碳', undefined],
  ['p.m. 5', undefined],
])('%s requests the printed page %s', (query, page) => {
  expect(numberedIn(query)).toEqual(page === undefined ? [] : [{ kind: 'page', id: page }]);
});

test.each([
  ['Table 1', 'table-1'],
  ['表 1', 'table-1'],
  ['表格12', 'table-12'],
  ['Fig. 2', 'figure-2'],
  ['圖1', 'figure-1'],
  ['Table 1 of carbon', undefined],
  ['代表1', undefined],
])('%s requests the table or figure %s', (query, id) => {
  expect(numberedIn(query)).toEqual(id === undefined ? [] : [{ kind: 'exhibit', id }]);
});

test.each([
  ['第二章', '2'],
  ['第2章', '2'],
  ['Chapter 12', '12'],
  ['ch. 2', '2'],
  ['第二部分', '2'],
  ['part 2', '2'],
  ['第一节', '1'],
  ['§2', '2'],
  ['第2.3节', '2.3'],
  ['sec. 2.3', '2.3'],
  ['第二', undefined],
  ['第二章的碳', undefined],
  ['chapters 2', undefined],
])('%s requests the chapter or section %s', (query, id) => {
  expect(numberedIn(query)).toEqual(id === undefined ? [] : [{ kind: 'heading', id }]);
});

describe.each(ownTranslations.languages.map(({ tag }) => tag))('what pages in %s print', (lang) => {
  const t = translationsFor(lang);
  const { segment, page, locators } = t;
  test.each([
    [segment.name({ id: '2.1.2' }), 'segment 2.1.2'],
    [segment.name({ id: '2.1.2a' }), 'segment 2.1.2a'],
    [segment.sentence({ id: '2.1.2', first: 4 }), 'segment 2.1.2'],
    [segment.name({ id: segment.sentence({ id: '2.1.2', first: 4 }) }), 'segment 2.1.2'],
    [segment.name({ id: segment.sentences({ id: '2.1.2', first: 4, last: 12 }) }), 'segment 2.1.2'],
    [segment.range({ first: '2.1.2', last: '2.1.4' }), 'segment 2.1.2'],
    [segment.editorNoteTo({ id: '2.1.2' }), 'segment 2.1.2'],
    [t.note.name({ number: 50 }), 'note 50'],
    [t.checks.name({ id: '28b' }), 'check 28b'],
    [t.exhibits.table({ number: 1 }), 'exhibit table-1'],
    [t.exhibits.figure({ number: 1 }), 'exhibit figure-1'],
    [page.one({ page: 120 }), 'page 120'],
    [page.range({ first: 120, last: 122 }), 'page 120'],
    [page.ofPaper({ page: 120 }), 'page 120'],
    [page.rangeOfPaper({ first: 120, last: 122 }), 'page 120'],
    [locators.chapter({ value: '2', count: 1 }), 'heading 2'],
    [locators.section({ value: '2', count: 1 }), 'heading 2'],
    [locators.section({ value: '2.3', count: 1 }), 'heading 2.3'],
    [t.cite.entry.section({ name: '2.3' }), 'heading 2.3'],
    [t.redirects.name.segment({ id: '2.1.2' }), 'segment 2.1.2'],
    [t.redirects.name.check({ id: '28b' }), 'check 28b'],
  ])('as “%s” requests %s', (printed, item) => {
    expect(numberedIn(printed).map(({ kind, id }) => `${kind} ${id}`)).toEqual([item]);
  });
});

test.each([
  [urls.segment('2.1.2'), 'segment 2.1.2'],
  [urls.segment('abstract'), 'segment abstract'],
  [urls.segmentInChapter('zh', '2-actions', '2.1.2a'), 'segment 2.1.2a'],
  [urls.segmentInChapter('zh', '2-actions', '2.1'), 'heading 2.1'],
  [urls.unitInChapter('zh', '2-actions', '2.1.2', 14), 'segment 2.1.2'],
  [urls.segmentInRelease('1.16.0', '2.1.2'), 'segment 2.1.2'],
  [`${urls.chapterInRelease('1.16.0', 'zh', '2-actions')}#p2.1.2-4`, 'segment 2.1.2'],
  [`${urls.parallel('2-actions')}#p2.1.2`, 'segment 2.1.2'],
  [urls.chapter('zh', '2-actions'), 'chapter 2-actions'],
  [urls.note(50), 'note 50'],
  [urls.noteInChapter('zh', '2-actions', 50), 'note 50'],
  [urls.check('28b'), 'check 28b'],
  [`${urls.checks('zh')}#check-0.0.1b`, 'check 0.0.1b'],
  [urls.exhibit('zh', 'table-1'), 'exhibit table-1'],
  [urls.entry('case', 'dry-summer'), 'case dry-summer'],
  [urls.entryIn('en', 'work', 'li-2019'), 'work li-2019'],
  [`${urls.chapter('zh', '2-actions')}#editor-note-2.4.2-1`, 'remark 2.4.2-1'],
])('%s requests %s, wherever the site is and whatever is searched for there', (address, item) => {
  const [path, fragment] = address.split('#');
  for (const written of [
    address,
    address.slice(1),
    `https://example.org/sub${address}`,
    `https://example.org${path}?q=1.1.1${fragment === undefined ? '' : `#${fragment}`}`,
    `file:///C:/site${path}index.html${fragment === undefined ? '' : `#${fragment}`}`,
  ])
    expect(numberedIn(written).map(({ kind, id }) => `${kind} ${id}`)).toContain(item);
});

test.each(['10.13851/j.cnki.gjzw.202104006', '24/7', 'and/or', 'https://example.org/'])(
  '%s is no address of the site',
  (query) => {
    expect(numberedIn(query)).toEqual([]);
  },
);

test.each([
  ['段落2.1.2第4句', 4, 'han'],
  ['2.1.2第十四句', 14, 'han'],
  ['Paragraph 2.1.2, sentences 4–5', 4, 'letters'],
  ['para. 2.1.2, sentence 4', 4, 'letters'],
  ['§2.1.2-4', 4, 'address'],
  ['p2.1.2-14', 14, 'address'],
  ['https://example.org/zh/2-actions/?q=1#p2.1.2-4', 4, 'address'],
])('%s requests sentence %i as counted by %s', (query, number, counted) => {
  expect(numberedIn(query)).toEqual([{ kind: 'segment', id: '2.1.2' }]);
  expect(sentenceIn(query)).toEqual({ number, counted });
});

test('a reference to a sentence leads to the unit that has it, in whichever edition it is counted', async () => {
  // The first unit has two sentences in English.
  const zh = ['水来了，堤不动。', '人走了。', '堤还在。'];
  const en = ['The water came. The dyke held. ', 'The people left. ', 'The dyke is there.'];
  const inUnits = (units: string[]): SearchRecord => ({
    ...record('2.1.2', units.join('')),
    units: units.map((_, i) => units.slice(0, i).join('').length),
  });
  const editions = [edition([inUnits(zh)]), { ...edition([inUnits(en)]), edition: 'en', lang: 'en' }];
  const askedFor = async (query: string) => {
    const { exact, isNumbered } = await search(await sourceOf(...editions), query);
    const { unit, spans, record: found } = (await exact[0]?.read()) ?? {};
    return [isNumbered, unit, ...(spans ?? []).map(({ start, end }) => found?.text.slice(start, end))];
  };
  expect(await askedFor('段落2.1.2第2句')).toEqual([true, 2, '人走了。']);
  expect(await askedFor('p2.1.2-3')).toEqual([true, 3, '堤还在。']);
  expect(await askedFor('paragraph 2.1.2, sentence 2')).toEqual([true, 1, '水来了，堤不动。']);
  expect(await askedFor('paragraph 2.1.2, sentence 3')).toEqual([true, 2, '人走了。']);
  expect(await askedFor('2.1.2第9句')).toEqual([true, undefined]);
});

test('a chapter is found by its number and its address, and the last one named if it does not exist', async () => {
  const chapter = { ...record('2', '新的堤'), kind: 'heading' as const, chapter: '2-dykes' };
  const asked = await sourceOf(edition([chapter, record('2.1.1', '第二章的堤')]));
  for (const query of ['第二章', 'chapter 2', 'https://example.org/zh/2-dykes/']) {
    const { exact, isNumbered } = await search(asked, query);
    expect([isNumbered, (await namesOf(exact))[0]], query).toEqual([true, 'heading 2']);
  }
  expect((await search(asked, '第9章')).missing).toEqual({ kind: 'heading', id: '9', last: '2' });
});

test.each([
  ['“碳中和”与世界地缘政治重构', '‘碳中和’与世界地缘政治重构'],
  ['““碳中和”与世界地缘政治重构”', '‘碳中和’与世界地缘政治重构'],
  ['"领域塑造"', '领域塑造'],
  ['“领域塑造”', '领域塑造'],
  ['“甲”和“乙”', '‘甲’和‘乙’'],
])('in a message, %s is repeated as %s', (query, said) => {
  expect(shortened(query)).toBe(said);
});

test('a query that stands only within longer names of countries or entries is known to', async () => {
  const entries = [entry('actor', 'league', '东海联盟', '东海联盟', { zh: ['东海联盟'] })];
  const asked = await sourceOf(
    edition([
      record('1', '印度尼西亚与东海联盟'),
      record('2', '东海联盟与印度尼西亚'),
      record('3', '东海'),
      ...entries,
    ]),
  );
  const around = async (query: string) => namesAround((await search(asked, query)).exact, asked);
  expect(await around('印度')).toEqual(['印度尼西亚']);
  expect(await around('海联')).toEqual(['东海联盟']);
  expect(await around('东海')).toEqual([]);
  expect(await around('印度尼西亚')).toEqual([]);
  expect(await around('东海联盟')).toEqual([]);
});

test('letters read as characters of several words are not taken for a word', async () => {
  const asked = await sourceOf(
    edition([
      record('1', '关系由国家决定，先缴碳边境税'),
      record('2', '国家与天然气'),
      entry('term', 'tax', '碳税', '碳税', { zh: ['碳税'] }),
    ]),
  );
  const isCut = async (letters: string) => {
    const { readAs = '', exact } = await search(asked, letters);
    return [readAs, await isCutOut(readAs, exact, asked)];
  };
  expect(await isCut('xiyou')).toEqual(['系由', true]);
  expect(await isCut('jiaotan')).toEqual(['缴碳', true]);
  expect(await isCut('xiyouguojia')).toEqual(['系由国家', true]);
  expect(await isCut('guojia')).toEqual(['国家', false]);
  expect(await isCut('tianranqi')).toEqual(['天然气', false]);
  expect(await isCut('tanshui')).toEqual(['碳税', false]);
});

test('an alias that no passage has is searched as the name that it shortens rather than as the own name', async () => {
  const asked = await sourceOf(
    edition([
      record('0.0.1', '二氧化碳排放达峰'),
      record('0.0.2', '宣布目标'),
      entry('case', 'pledge', '宣布目标', '宣布目标\n碳达峰', { zh: ['宣布目标', '碳达峰', '碳排放达峰'] }),
    ]),
  );
  const { exact, asked: name } = await searchByOwnName(asked, '碳达峰');
  expect([await idsOf(exact), name]).toEqual([['pledge', '0.0.1'], '碳排放达峰']);
});

test('a number alone requests the printed page and the note of that number', () => {
  expect(numberedIn(' 125')).toEqual([
    { kind: 'page', id: '125' },
    { kind: 'note', id: '125' },
  ]);
});

test.each([
  ['geothermal', 'zh-Hans', false],
  ['碳税', 'zh-Hans', true],
  ['CBAM 碳', 'zh-Hans', true],
  ['2050', 'zh-Hans', true],
  ['geothermal', 'en', true],
])('whether “%s” may be in a paper in %s: %s', (query, paperLang, expected) => {
  expect(mayBeInPaper(query, { paperLang })).toBe(expected);
});

describe('an abbreviation in capitals', () => {
  const belt: SearchRecord = {
    kind: 'term',
    id: 'belt',
    title: 'Dyke Road',
    text: 'Dyke Road\nA plan.\nBRI',
    names: { en: ['Dyke Road', 'BRI'] },
  };
  const texts = [
    'They bring more ships.',
    'The BRI’s ships came.',
    'Two BRIs, or BRI-ships.',
    'A brick wall.',
  ];
  const of = (...records: SearchRecord[]): Promise<SearchSource> =>
    sourceOf({
      ...edition([...records, ...texts.map((text, i) => record(`1.1.${i + 1}`, text))]),
      edition: 'en',
      lang: 'en',
    });

  test('that is a name of an entry is found as a whole word, or its plural, and not in other words', async () => {
    const source = await of(belt);
    const { exact, isWhole } = await search(source, 'BRI');
    expect(isWhole).toBe(true);
    expect((await idsOf(exact)).sort()).toEqual(['1.1.2', '1.1.3', 'belt']);
    expect(exact[0]?.kind).toBe('term');
    expect((await search(source, 'bri')).exact.length).toBe(5);
    const { synonyms } = await search(source, 'Dyke Road');
    expect(synonyms).toEqual([{ name: 'BRI', edition: 'en', places: 3 }]);
  });

  test('that no entry has as a name may begin a word', async () => {
    expect((await search(await of(), 'BRI')).exact.length).toBe(4);
  });
});

describe('a web address', () => {
  test('is found as an address, but its words are not words of the text', async () => {
    const source = await sourceOf(
      edition([
        record('1.1.1', 'See https://www.example.org/Hydrogen_2020/hydrogen-plan.pdf, on ships.'),
        record('1.1.2', 'Hydrogen for ships.'),
      ]),
    );
    const found = async (query: string): Promise<string[]> => idsOf((await search(source, query)).exact);
    expect(await found('hydrogen')).toEqual(['1.1.2']);
    expect(await found('"hydrogen"')).toEqual(['1.1.2']);
    expect((await found('ships')).sort()).toEqual(['1.1.1', '1.1.2']);
    expect(await found('example.org')).toEqual(['1.1.1']);
    expect(await found('https://www.example.org/Hydrogen_2020/hydrogen-plan.pdf')).toEqual(['1.1.1']);
  });
});

test('two spellings of a name that are found together are one name', async () => {
  const source = await sourceOf({
    ...edition([
      {
        kind: 'actor',
        id: 'dalia',
        title: '达利娅',
        text: '达利娅',
        names: { zh: ['达利娅', 'Dalia Grybauskaitė', 'Dalia Grybauskaite'] },
      },
      record('1.1.1', '达利娅（Dalia Grybauskaitė）'),
    ]),
  });
  expect((await search(source, '达利娅')).synonyms.map(({ name }) => name)).toEqual(['Dalia Grybauskaitė']);
});

test('an excerpt has spaces beside ellipses in Latin script, and does not end inside a number', () => {
  const words = 'word '.repeat(60);
  const text = `${words}TARN ${words}`;
  const said = (source: string, query: string): string =>
    excerpt(source, matchParts(searchable(source), parseQuery(query).meanings.at(-1) ?? []) ?? [])
      .map((piece) => piece.text)
      .join('');
  expect(said(text, 'TARN')).toMatch(/^… word.*word …$/);
  expect(said(`${text}ROOK ${words}`, 'TARN ROOK')).toMatch(/word … word/);
  const han = '甲'.repeat(300);
  expect(said(`${han}堤坝${han}`, '堤坝')).toMatch(/^…甲+堤坝甲+…$/);
  expect(beginningOf(`${'a'.repeat(9)} in 2025–30 and more`, 15)).toBe('aaaaaaaaa in 2025–30 …');
  expect(beginningOf('甲'.repeat(30), 15)).toBe(`${'甲'.repeat(15)}…`);
});

test('a word that is the name of a property of every object is a word', () => {
  expect(unitsOf('a constructor').map(({ text }) => text)).toEqual(['a', 'constructor']);
});
