import { amount, fraction, measured, plural, type Measure, type NumberPattern } from './numbers.ts';
import { HAN_NUMERAL, readNumeral } from './zh-numeral.ts';

/** How numbers, dates and amounts are written in Chinese. */

const NUMERAL = `(?:\\d[\\d,]*(?:\\.\\d+)?[十百千万亿]*|${HAN_NUMERAL})`;

/** Written measures and currencies, by a name that both languages share. */
const measures: Record<string, Measure> = {
  欧元: ['EUR', 1],
  美元: ['USD', 1],
  人民币元: ['CNY', 1],
  元人民币: ['CNY', 1],
  日元: ['JPY', 1],
  英镑: ['GBP', 1],
  '元(?![素件旦首老祖])': ['CNY', 1],
  立方米: ['m3', 1],
  平方公里: ['km2', 1],
  公里: ['km', 1],
  千米: ['km', 1],
  吨: ['t', 1],
  千瓦时: ['kWh', 1],
  千瓦: ['W', 1e3],
  兆瓦: ['W', 1e6],
  吉瓦: ['W', 1e9],
  摄氏度: ['degC', 1],
  '℃': ['degC', 1],
  '°C': ['degC', 1],
  百分点: ['points', 1],
};
const MEASURE = Object.keys(measures).join('|');
const measureOf = (written = ''): Measure | undefined =>
  Object.entries(measures).find(([pattern]) => pattern.replace(/\(.*/, '') === written)?.[1];

/**
 * Classifiers: a numeral counts them, but they are not measures. A numeral in Han characters is a number only before
 * one of these.
 */
const CLASSIFIER =
  '[个种类国项条次届方代大家位名座处场组份部章节页期卷段点步轮批套台艘架只张届号级层度路股片面]|方面|成员|阶段|世纪|年代|天|周|小时|分钟|秒|岁|年|月|日';

/** Items listed immediately before a numeral. */
const ENUMERATION = '(?:\\p{Script=Han}{1,12}[、与和及])+\\p{Script=Han}{1,12}?';

const value = (text: string | undefined): number => readNumeral(text ?? '') ?? Number.NaN;
const many = (match: RegExpExecArray, measure?: string): string[] => [amount(value(match[1]), measure)];

const SEASONS: Record<string, string> = { 春: 'spring', 夏: 'summer', 秋: 'autumn', 冬: 'winter' };
const partOf = (part: string): string => ({ 中: ' mid', 末: ' end', 初: ' early' })[part.charAt(0)] ?? '';

/** Words that contain a numeral but do not name a number. */
const FIGURES_OF_SPEECH =
  '一[些定般旦样致直方起同并味切律度体如再道]|统一|唯一|单一|进一步|(?<!分)之一|万一|十分(?!之)|千万不|两相|两者|不一|一一|百年大计|半球|半岛|三角洲|四处|(?:七|八|二十)国集团|三位一体|三峡|一带一路|第一时间|同一|某一|这一|那一|每一|任一|另一|一系列|逐一|万物|亿万|千方百计|五花八门';

export const zhNumbers: NumberPattern[] = [
  { pattern: /[A-Za-z]+-?\d+(?:\.\d+)?/, read: () => [] }, // G7, CO2: a name
  { pattern: new RegExp(FIGURES_OF_SPEECH), read: () => [] },
  {
    pattern: /[“"]?十([一二三四五])五[”"]?(?=规划|计划|时期|期间|[”"])/,
    read: ([, n]) => [amount(10 + value(n)), amount(5)],
  },
  { pattern: /(二|一)战/, read: ([, n]) => (n === '二' ? [amount(2)] : []) },
  { pattern: /本世纪(中叶|中期|末|初)/, read: ([, part = '']) => [`century 21${partOf(part)}`] },
  { pattern: /(\d{4})年代/, read: ([, decade]) => [`decade ${decade}`] },
  {
    pattern: /(?:(\d{2}|二十一?)世纪)?(\d0|[二三四五六七八九]十)年代/,
    read: ([, century, decade]) => [`decade ${(value(century ?? '20') - 1) * 100 + value(decade)}`],
  },
  // Dates
  { pattern: /([一二][零〇一二三四五六七八九]{3})年(?!代)/, read: ([, y]) => [`year ${value(y)}`] },
  {
    pattern:
      /(?<![个\d零〇])(十[一二]?|[一二三四五六七八九])月(?:([一二三]?十?[一二三四五六七八九十])日)?(?!亮)/,
    read: ([, m, d]) => [`month ${value(m)}`, ...(d ? [`day ${value(d)}`] : [])],
  },
  { pattern: /([春夏秋冬])[季天]/, read: ([, season = '']) => [`season ${SEASONS[season]}`] },
  {
    pattern: /(\d{4})年(\d{1,2})月(\d{1,2})日/,
    read: ([, y, m, d]) => [`year ${y}`, `month ${m}`, `day ${d}`],
  },
  { pattern: /(\d{4})年(\d{1,2})月/, read: ([, y, m]) => [`year ${y}`, `month ${m}`] },
  { pattern: /(\d{4})年?[—–~～至到-](\d{4})年/, read: ([, a, b]) => [`year ${a}`, `year ${b}`] },
  { pattern: /(\d{4})年(?!代)/, read: ([, y]) => [`year ${y}`] },
  { pattern: /(\d{1,2})月(\d{1,2})日/, read: ([, m, d]) => [`month ${m}`, `day ${d}`] },
  { pattern: /(?<!个)(\d{1,2})月(?!份?以来)/, read: ([, m]) => [`month ${m}`] },
  {
    pattern: new RegExp(`(${NUMERAL})世纪(中叶|中期|中|末期|末|初期|初)?`),
    read: ([, n, part = '']) => [`century ${value(n)}${partOf(part)}`],
  },
  // Shares and ratios
  { pattern: new RegExp(`(\\d+(?:\\.\\d+)?)[%％]`), read: (match) => many(match, '%') },
  { pattern: new RegExp(`百分之(${NUMERAL})`), read: (match) => many(match, '%') },
  {
    pattern: new RegExp(`(${NUMERAL})分之(${NUMERAL})`),
    read: ([, below, above]) => [amount((100 * value(above)) / value(below), '%')],
  },
  fraction,
  { pattern: /(\d+)[:：](\d+)/, read: ([, a, b]) => [`ratio ${a}:${b}`] },
  {
    pattern:
      /([一二两三四五六七八九])成([一二三四五六七八九])?(?=以上|以下|多|左右|的|[，。、；）]|$|[^为立果本分功熟长员就])/,
    read: ([, n, more]) => [amount(10 * value(n) + (more ? value(more) : 0), '%')],
  },
  { pattern: /半数|一半|过半|大半/, read: () => [amount(50, '%')] },
  // Multiples and indefinite quantities
  { pattern: /(?:增加|增长|提高|上升|扩大)了?一倍/, read: () => [amount(2, 'times')] },
  { pattern: /减半/, read: () => [amount(50, '%')] },
  { pattern: /首次|第一次|首度/, read: () => ['first time'] },
  { pattern: new RegExp(`(${NUMERAL})多?倍`), read: (match) => many(match, 'times') },
  { pattern: /翻一?番|加倍|倍增/, read: () => [amount(2, 'times')] },
  {
    pattern: new RegExp(`(?:数|几|好几|(?<!以)上)([十百千万亿]+)(年|${MEASURE})?`),
    read: ([, scale, measure = '']) => [
      `several ${measured(value(scale), measure === '年' ? ['years', 1] : measureOf(measure))}`,
    ],
  },
  // Measures and currencies
  {
    pattern: new RegExp(`(${NUMERAL})[多余]?(?:个|多)?(${MEASURE})`),
    read: ([, n, measure]) => [measured(value(n), measureOf(measure))],
  },
  {
    pattern: new RegExp(`(${HAN_NUMERAL}|\\d{1,3})[多余]?年(?!代|度|初|底|末)`),
    read: (match) => many(match, 'years'),
  },
  { pattern: /一两(?=[个种代次年天])/, read: () => [amount(2)] },
  // Plain numbers
  {
    pattern: /[其再]次(?=[，、])/,
    read: ([word]) => [amount(word.startsWith('其') ? 2 : 3)],
    optional: true,
  },
  { pattern: new RegExp(`第(${NUMERAL})`), read: (match) => plural(many(match)) },
  { pattern: /(\d[\d,]*(?:\.\d+)?[万亿]*)/, read: (match) => many(match) },
  {
    pattern: new RegExp(`(?<=(${ENUMERATION})?)(${HAN_NUMERAL})[多余]?(?=${CLASSIFIER})`, 'u'),
    read: ([, , numeral]) => plural([amount(value(numeral))]),
    // 技术、经济、政治三个系统: the numeral only sums up the list, and the other language may omit it.
    optional: ([, listed, numeral]) =>
      listed !== undefined && value(numeral) === 1 + (listed.match(/[、与和及]/g) ?? []).length,
  },
  { pattern: /双|两/, read: () => [amount(2)], optional: true },
];
