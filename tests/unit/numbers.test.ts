import { describe, expect, test } from 'vitest';
import { enNumbers, readNumeral as readEnglish } from '../../src/language/en-numbers.ts';
import { compareNumbers, readNumbers } from '../../src/language/numbers.ts';
import { readNumeral as readChinese } from '../../src/language/zh-numeral.ts';
import { zhNumbers } from '../../src/language/zh-numbers.ts';

const zh = (text: string) => readNumbers(text, zhNumbers);
const en = (text: string) => readNumbers(text, enNumbers);
const keys = (mentions: { key: string; optional: boolean }[]) =>
  mentions.map(({ key, optional }) => (optional ? `${key}?` : key));
const unanswered = (chinese: string, english: string) =>
  compareNumbers([zh(chinese), en(english)]).map(
    ({ mention, side }) => `${['zh', 'en'][side]} ${mention.key}`,
  );

describe('numerals', () => {
  test.each<[string, number]>([
    ['七十五', 75],
    ['十', 10],
    ['十五', 15],
    ['一百二十', 120],
    ['两千零二十', 2020],
    ['二〇二〇', 2020],
    ['三万五千', 35_000],
    ['1.5万亿', 1.5e12],
    ['1万亿', 1e12],
    ['三百四十亿', 3.4e10],
    ['3,850万', 38_500_000],
    ['万亿', 1e12],
  ])('%s is %d', (text, value) => expect(readChinese(text)).toBe(value));

  test.each<[string, number]>([
    ['seventy-five', 75],
    ['seventy-fifth', 75],
    ['twenty-first', 21],
    ['twelfth', 12],
    ['twentieth', 20],
    ['one hundred and twenty', 120],
    ['two thousand and twenty', 2020],
    ['thirty-five thousand', 35_000],
    ['1.5 trillion', 1.5e12],
    ['a trillion', 1e12],
    ['3,850', 3850],
    ['38.5 million', 38_500_000],
    ['three hundred billion', 3e11],
  ])('%s is %d', (text, value) => expect(readEnglish(text)).toBe(value));
});

// Each line is a pair with the same meaning, and the values read from both.
describe('the same in both languages', () => {
  test.each<[string, string, string[]]>([
    // large numbers and money
    ['投资规模1万亿欧元', 'an investment of one trillion euros', ['1000000000000 EUR']],
    ['投资规模1万亿欧元', 'an investment of €1 trillion', ['1000000000000 EUR']],
    ['投入50亿欧元', 'invested five billion euros', ['5000000000 EUR']],
    ['投资达340亿美元', 'invested 34 billion dollars', ['34000000000 USD']],
    ['投资达340亿美元', 'invested US$34 billion', ['34000000000 USD']],
    ['约3000亿欧元的资金', 'some 300 billion euros', ['300000000000 EUR']],
    ['每吨约25欧元', 'about 25 euros a tonne', ['25 EUR']],
    ['援助2200万美元', '$22m in aid', ['22000000 USD']],
    ['10亿欧元', '1 billion euros', ['1000000000 EUR']],
    ['数十亿美元', 'billions of dollars', ['several 1000000000 USD']],
    ['数百万人', 'millions of people', ['several 1000000']],
    ['数万人', 'tens of thousands of people', ['several 10000']],
    // measures
    ['220亿立方米', '22 billion cubic metres', ['22000000000 m3']],
    ['3850万吨左右', 'about 38.5 million tonnes', ['38500000 t']],
    ['不超过1.5℃', 'not exceed 1.5°C', ['1.5 degC']],
    ['控制在2摄氏度', 'held at two degrees Celsius', ['2 degC']],
    // shares and ratios
    ['七成以上', 'more than seventy per cent', ['70 %']],
    ['八成以上的份额', 'over 80 per cent', ['80 %']],
    ['近八成', 'nearly eighty percent', ['80 %']],
    ['半数国家', 'half of the countries', ['50 %']],
    ['占一半', 'accounts for 50%', ['50 %']],
    ['三分之一', 'one third', ['33.3333 %']],
    ['1/3的森林', 'a third of the forests', ['33.3333 %']],
    ['三分之二', 'two-thirds', ['66.6667 %']],
    ['百分之四十', '40%', ['40 %']],
    ['95%的产量', '95 per cent of output', ['95 %']],
    ['按3:1的比例', 'in a ratio of 3:1', ['ratio 3:1']],
    // multiples
    ['增长超过10倍', 'grow more than tenfold', ['10 times']],
    ['是2019年的18倍和5倍', '18 times and five times those of 2019', ['year 2019', '18 times', '5 times']],
    ['翻一番', 'double', ['2 times']],
    // dates
    ['2020年9月22日', '22 September 2020', ['year 2020', 'month 9', 'day 22']],
    ['2020年9月22日', 'September 22, 2020', ['year 2020', 'month 9', 'day 22']],
    ['2021年4月', 'April 2021', ['year 2021', 'month 4']],
    ['2013—2020年', '2013–2020', ['year 2013', 'year 2020']],
    ['2013—2020年', 'from 2013 to 2020', ['year 2013', 'year 2020']],
    ['同年8月', 'in August of that year', ['month 8']],
    ['21世纪中叶', 'the middle of the twenty-first century', ['century 21 mid']],
    ['21世纪中叶', 'mid-century', ['century 21 mid']],
    ['20世纪中期', 'the mid-twentieth century', ['century 20 mid']],
    ['21世纪末', 'the end of the 21st century', ['century 21 end']],
    // spans of time
    ['历时二十年的谈判', 'two decades of talks', ['20 years']],
    ['执政的四年', 'four years in office', ['4 years']],
    ['一两代人', 'one or two generations', ['2']],
    // counts and ordinals
    ['120多个国家', 'more than 120 countries', ['120']],
    ['60多家公司', 'over sixty companies', ['60']],
    ['18个经济体', 'eighteen economies', ['18']],
    ['第七十五届联合国大会', 'the seventy-fifth session', ['75']],
    ['第二，大规模', 'Second, large-scale', ['2']],
    ['第六条', 'Article 6', ['6']],
    ['四条跨国线路', 'four cross-border routes', ['4']],
    ['两种路径', 'two paths', ['2']],
    ['“十四五”规划', 'the 14th Five-Year Plan', ['14', '5']],
    ['十国加入', 'ten countries joined', ['10']],
    ['二战结束以来', 'since the end of the Second World War', ['2']],
    ['二战结束以来', 'since World War II', ['2']],
    // decades, seasons, Chinese numerals in dates
    ['20世纪90年代', 'the 1990s', ['decade 1990']],
    ['2050年代', 'the 2050s', ['decade 2050']],
    ['2019年夏季', 'in the summer of 2019', ['year 2019', 'season summer']],
    ['二〇二〇年九月二十二日', '22 September 2020', ['year 2020', 'month 9', 'day 22']],
    ['本世纪中叶', 'mid-century', ['century 21 mid']],
    ['七十多年来', 'for more than seventy years', ['70 years']],
    ['近十年来', 'over the past decade', ['10 years']],
    ['数十年', 'decades', ['several 10 years']],
    // shares, ranges and multiples again
    ['两成', '20 per cent', ['20 %']],
    ['九成五', '95 per cent', ['95 %']],
    ['十分之三', 'three tenths', ['30 %']],
    ['50%—60%', '50–60 per cent', ['50 %', '60 %']],
    ['1.5℃—2℃', '1.5–2°C', ['1.5 degC', '2 degC']],
    ['增长一倍', 'doubled', ['2 times']],
    ['减半', 'halved', ['50 %']],
    ['0.5个百分点', '0.5 percentage points', ['0.5 points']],
    // units with prefixes
    ['12亿千瓦', '1,200 gigawatts', ['1200000000000 W']],
    ['12亿千瓦', '1,200 GW', ['1200000000000 W']],
    ['3000亿元', '300 billion yuan', ['300000000000 CNY']],
    ['上千亿美元', 'hundreds of billions of dollars', ['several 100000000000 USD']],
    ['首次超过', 'exceeded for the first time', ['first time']],
    ['两个或两个以上的国家', 'two or more countries', ['2', '2']],
    ['第三方市场', 'third-party markets', ['3']],
    ['第三方市场', 'the market of a third party', ['3']],
    ['二十国集团', 'the G20', []],
    // what only looks like a number
    ['一些国家进一步统一行动', 'some countries act as one', []],
    ['G7峰会，CO2排放', 'the G7 summit, CO2 emissions', []],
    ['“一带一路”', 'the Belt and Road', []],
    ['零碳状态', 'a zero-carbon state', []],
    ['两相抵消', 'cancel each other out', []],
  ])('%s = %s', (chinese, english, expected) => {
    expect(keys(zh(chinese)).sort()).toEqual([...expected].sort());
    expect(unanswered(chinese, english)).toEqual([]);
  });
});

describe('content that need not be repeated', () => {
  test('a numeral that sums up a list', () => {
    expect(unanswered('技术、经济、政治三个系统', 'technological, economic and political systems')).toEqual(
      [],
    );
    expect(unanswered('技术、经济、政治四个系统', 'technological, economic and political systems')).toEqual([
      'zh 4',
    ]);
    expect(
      unanswered('中国、美国、欧盟三个行为体', 'China, the United States and the EU, the three actors'),
    ).toEqual([]);
  });

  test('“both” and “bilateral” beside 两 and 双', () => {
    expect(unanswered('循着两种路径', 'by both paths')).toEqual([]);
    expect(unanswered('双边合作', 'cooperation between two sides')).toEqual([]);
    expect(unanswered('合作', 'bilateral cooperation')).toEqual([]);
  });
});

// Each line is a mutation that must be reported.
describe('what differs', () => {
  test.each<[string, string, string[]]>([
    ['投资340亿美元', '34 million dollars', ['zh 34000000000 USD', 'en 34000000 USD']],
    ['投资340亿美元', '3.4 billion dollars', ['zh 34000000000 USD', 'en 3400000000 USD']],
    ['10亿欧元', 'one billion dollars', ['zh 1000000000 EUR', 'en 1000000000 USD']],
    ['2℃', '1.5°C', ['zh 2 degC', 'en 1.5 degC']],
    ['七成', '60 per cent', ['zh 70 %', 'en 60 %']],
    ['10倍', '10 per cent', ['zh 10 times', 'en 10 %']],
    ['2050年', '2060', ['zh year 2050', 'en year 2060']],
    ['5月21日', '12 May', ['zh day 21', 'en day 12']],
    ['9月', 'October', ['zh month 9', 'en month 10']],
    ['20世纪中期', 'the middle of the twenty-first century', ['zh century 20 mid', 'en century 21 mid']],
    ['21世纪中叶', 'the end of the twenty-first century', ['zh century 21 mid', 'en century 21 end']],
    ['第七十五届', 'the seventy-fourth session', ['zh 75', 'en 74']],
    ['三类国家', 'four kinds of country', ['zh 3', 'en 4']],
    ['120多个', 'more than 130', ['zh 120', 'en 130']],
    ['第三', 'Second', ['zh 3', 'en 2']],
    ['220亿立方米', '22 billion tonnes', ['zh 22000000000 m3', 'en 22000000000 t']],
    ['三分之一', 'two thirds', ['zh 33.3333 %', 'en 66.6667 %']],
    ['增加了8个', 'increased', ['zh 8']],
    ['2019年夏季', 'spring 2019', ['zh season summer', 'en season spring']],
    ['首次超过', 'exceeded', ['zh first time']],
    ['2050年代', '2050', ['zh decade 2050', 'en year 2050']],
  ])('%s ≠ %s', (chinese, english, expected) => {
    expect(unanswered(chinese, english)).toEqual(expected);
  });
});
