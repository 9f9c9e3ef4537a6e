import { amount, fraction, measured, plural, type Measure, type NumberPattern } from './numbers.ts';

/** How numbers, dates and amounts are written in English. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  tn: 1e12,
};
const ORDINALS: Record<string, string> = {
  first: 'one',
  second: 'two',
  third: 'three',
  fifth: 'five',
  eighth: 'eight',
  ninth: 'nine',
  twelfth: 'twelve',
};

/** The value of a numeral in words or digits: seventy-five, twenty-first, two hundred and six, 1.5 trillion, 3,000. */
export function readNumeral(text: string): number | undefined {
  let [total, group] = [0, 0];
  const spaced = text.toLowerCase().replace(/(\d)(?=(?:m|bn|tn|[a-z]{4,})\b)/g, '$1 ');
  for (const written of spaced.split(/[\s-]+/)) {
    if (written === 'and' || written === 'a' || written === '') continue;
    const word = cardinal(written);
    if (/^\d/.test(word)) group += Number(word.replaceAll(',', '').replace(/(?:st|nd|rd|th)$/, ''));
    else if (SMALL.includes(word)) group += SMALL.indexOf(word);
    else if (TENS.includes(word)) group += 10 * TENS.indexOf(word);
    else if (word === 'hundred') group = (group || 1) * 100;
    else if (word in SCALES) {
      total += (group || 1) * (SCALES[word] ?? 1);
      group = 0;
    } else return undefined;
  }
  return total + group;
}

/** seventy-fifth → seventy-five, word by word. */
function cardinal(word: string): string {
  return ORDINALS[word] ?? word.replace(/ieths?$/, 'y').replace(/(?<=[a-z]{2})ths?$/, '');
}

const DIGITS = '\\d[\\d,]*(?:\\.\\d+)?';
const word = (list: string[]): string => list.filter((one) => one !== '_').join('|');
const CARDINAL = `(?:${word(SMALL)}|${word(TENS)})`;
const ORDINAL = `(?:${Object.keys(ORDINALS).join('|')}|(?:${word(SMALL)})th|(?:${word(TENS).replaceAll('y', 'ieth')})|hundredth|thousandth|millionth)`;
const SCALE = '(?:hundred|thousand|million|billion|trillion)';
const WORDS = `${CARDINAL}(?:[ -](?:${CARDINAL}|${SCALE}|and(?= (?:${CARDINAL}))))*`;
const NUMERAL = `(?:${DIGITS}(?:[ -]?(?:${SCALE}|bn|tn|m)\\b)?|${WORDS}|a ${SCALE}|(?:a )?hundred)`;
const ORDINAL_NUMERAL = `(?:\\d+(?:st|nd|rd|th)|(?:${WORDS}[ -])?${ORDINAL})`;

const measures: [pattern: string, measure: Measure][] = [
  ['euros?', ['EUR', 1]],
  ['(?:US |U\\.S\\. )?dollars?', ['USD', 1]],
  ['yuan|renminbi', ['CNY', 1]],
  ['yen', ['JPY', 1]],
  ['pounds sterling', ['GBP', 1]],
  ['cubic met(?:re|er)s?', ['m3', 1]],
  ['square kilomet(?:re|er)s?|km²', ['km2', 1]],
  ['kilomet(?:re|er)s?|km', ['km', 1]],
  ['gigaton(?:ne)?s?|Gt', ['t', 1e9]],
  ['megaton(?:ne)?s?|Mt', ['t', 1e6]],
  ['(?:metric )?ton(?:ne)?s?', ['t', 1]],
  ['kilowatt[- ]hours?|kWh', ['kWh', 1]],
  ['kilowatts?|kW', ['W', 1e3]],
  ['megawatts?|MW', ['W', 1e6]],
  ['gigawatts?|GW', ['W', 1e9]],
  ['percentage points?', ['points', 1]],
  ['(?:° ?C\\b|℃|degrees? Celsius|degrees?)', ['degC', 1]],
];
const MEASURE = measures.map(([pattern]) => pattern).join('|');
const measureOf = (text: string): Measure | undefined =>
  measures.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(text))?.[1];
const currencies: Record<string, string> = {
  '€': 'EUR',
  EUR: 'EUR',
  $: 'USD',
  US$: 'USD',
  USD: 'USD',
  '¥': 'CNY',
  '£': 'GBP',
};

export const MONTHS =
  'January February March April May June July August September October November December'.split(' ');
const MONTH = MONTHS.join('|');
const month = (name: string | undefined): string => `month ${MONTHS.indexOf(name ?? '') + 1}`;

const value = (text: string | undefined): number => readNumeral(text ?? '') ?? Number.NaN;
const YEAR = '(1[5-9]\\d\\d|20\\d\\d|21\\d\\d)(?![\\d,.]*\\d)';
const part = (text: string | undefined): string =>
  text === undefined
    ? ''
    : /^(?:mid|middle)/i.test(text)
      ? ' mid'
      : /^(?:end|close|late)/i.test(text)
        ? ' end'
        : ' early';
const PART = '(mid|middle|end|close|late|early|beginning|start)';
const fractions: Record<string, number> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  tenth: 1 / 10,
};

export const enNumbers: NumberPattern[] = [
  { pattern: /\b[A-Z][A-Za-z]*-?\d+(?:\.\d+)?\b/, read: () => [] }, // G7, CO2: a name
  {
    pattern: /\b(?:one another|no one|any ?one|some ?one|every ?one|at once|once|at one|one or two)\b/i,
    read: ([text]) => (/two/i.test(text) ? [amount(2)] : []),
  },
  { pattern: /\b(?:zero|nil)\b/i, read: () => [] }, // net zero: a name
  { pattern: /\bat first\b|\bfirst of all\b|\bsecond to none\b/i, read: () => [] },
  { pattern: /\bWorld War (II|Two)\b/, read: () => [amount(2)] },
  { pattern: /\b(?:first|second) half\b/i, read: () => [] },
  { pattern: /\btwo or more\b/i, read: () => [amount(2), amount(2)] },
  { pattern: /\bfor the first time\b/i, read: () => ['first time'] },
  { pattern: /\b((?:18|19|20)\d0)s\b/, read: ([, decade]) => [`decade ${decade}`] },
  // Dates
  {
    pattern: /\b(spring|summer|autumn|winter)\b(?!s)/i,
    read: ([, season = '']) => [`season ${season.toLowerCase()}`],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2}) (${MONTH}) ${YEAR}`),
    read: ([, d, m, y]) => [`year ${y}`, month(m), `day ${d}`],
  },
  {
    pattern: new RegExp(`\\b(${MONTH}) (\\d{1,2}), ${YEAR}`),
    read: ([, m, d, y]) => [`year ${y}`, month(m), `day ${d}`],
  },
  { pattern: new RegExp(`\\b(${MONTH})(?: of)? ${YEAR}`), read: ([, m, y]) => [`year ${y}`, month(m)] },
  { pattern: new RegExp(`\\b(\\d{1,2}) (${MONTH})\\b`), read: ([, d, m]) => [month(m), `day ${d}`] },
  {
    pattern: new RegExp(`\\b(${MONTH.replace('|May', '').replace('|March', '')})\\b`),
    read: ([, m]) => [month(m)],
  },
  {
    pattern: new RegExp(`\\b(?:in|of|by|since|from|during|last|that) (May|March)\\b`),
    read: ([, m]) => [month(m)],
  },
  { pattern: new RegExp(`\\b${YEAR}[–—-]${YEAR}`), read: ([, a, b]) => [`year ${a}`, `year ${b}`] },
  {
    pattern: new RegExp(`\\b(?:the )?(?:${PART}(?:[- ]| of the ))?(${ORDINAL_NUMERAL}) century\\b`, 'i'),
    read: ([, where, n]) => [`century ${value(n)}${part(where)}`],
  },
  { pattern: /\bmid-century\b/i, read: () => ['century 21 mid'] },
  // Shares and ratios
  {
    // 50–60 per cent, 1.5 to 2°C: the unit applies to both numbers.
    pattern: new RegExp(
      `\\b(${DIGITS})(?: ?(?:%|per ?cent|percent))?(?:–|-| to | and )(${DIGITS}) ?(%|per ?cent\\b|percent\\b|${MEASURE})`,
      'i',
    ),
    read: ([, from, to, unit = '']) =>
      [from, to].map((one) => measured(value(one), measureOf(unit) ?? ['%', 1])),
  },
  { pattern: /\bhalv(?:e|es|ed|ing)\b/i, read: () => [amount(50, '%')] },
  {
    pattern: new RegExp(`\\b(${NUMERAL})[ -]?(?:%|per ?cent\\b|percent\\b)`, 'i'),
    read: ([, n]) => [amount(value(n), '%')],
  },
  fraction,
  {
    pattern: /\b(\d+)(?::| to )(\d+)\b(?= ratio| by)|\b(\d+):(\d+)\b/,
    read: ([, a, b, c, d]) => [`ratio ${a ?? c}:${b ?? d}`],
  },
  {
    pattern:
      /\b(?:(a|one|two|three|four|nine)[ -])?(third|quarter|fifth|tenth)s\b|\b(a|one)[ -](third|quarter|fifth|tenth)\b(?! of a| part| countr| state| sector)/i,
    read: ([, n, of, m, single]) => [
      amount(100 * (value(n ?? m ?? 'one') || 1) * (fractions[(of ?? single ?? '').toLowerCase()] ?? 0), '%'),
    ],
  },
  { pattern: /\b(?:one |a )?half\b(?! a| an)/i, read: () => [amount(50, '%')] },
  // Multiples and indefinite quantities
  {
    pattern: new RegExp(`\\b(${NUMERAL})(?:[ -]times\\b|[ -]?fold\\b)`, 'i'),
    read: ([, n]) => [amount(value(n), 'times')],
  },
  { pattern: /\b(?:doubl(?:e|es|ed|ing)|twofold)\b/i, read: () => [amount(2, 'times')] },
  { pattern: /\b(?:tripl(?:e|es|ed|ing))\b/i, read: () => [amount(3, 'times')] },
  {
    pattern: new RegExp(
      `\\b(tens of |hundreds of )?(tens|dozens|hundreds|thousands|millions|billions|trillions)(?: of (?:US )?(euros|dollars))?\\b`,
      'i',
    ),
    read: ([, times, scale = '', money]) => {
      const one =
        { tens: 10, dozens: 10 }[scale.toLowerCase()] ?? SCALES[scale.toLowerCase().slice(0, -1)] ?? 1;
      const factor = times === undefined ? 1 : times.toLowerCase().startsWith('tens') ? 10 : 100;
      return [`several ${measured(one * factor, money ? measureOf(money) : undefined)}`];
    },
  },
  // Measures and currencies
  {
    pattern: new RegExp(`(€|US\\$|\\$|¥|£|\\b(?:EUR|USD) ?)(${DIGITS}(?:[ -]?(?:${SCALE}|bn|tn|m)\\b)?)`),
    read: ([, sign = '', n]) => [amount(value(n), currencies[sign.trim()])],
  },
  {
    pattern: new RegExp(`\\b(${NUMERAL})[ -]?(${MEASURE})(?![\\w])`, 'i'),
    read: ([, n, measure = '']) => [measured(value(n), measureOf(measure))],
  },
  { pattern: /\b(?:past|last|a|the) decade\b/i, read: () => [amount(10, 'years')] },
  {
    pattern: /(?<!(?:two|three|four|five|six|seven|several) )\bdecades\b/i,
    read: () => ['several 10 years'],
  },
  {
    pattern: new RegExp(`\\b(${NUMERAL})[ -]decades?\\b`, 'i'),
    read: ([, n]) => [amount(10 * value(n), 'years')],
  },
  { pattern: new RegExp(`\\b(five|ten)-year plan`, 'i'), read: ([, n]) => [amount(value(n))] },
  {
    pattern: new RegExp(`\\b(${NUMERAL})[ -]years?\\b`, 'i'),
    read: ([, n]) => plural([amount(value(n), 'years')]),
  },
  // Plain numbers
  { pattern: new RegExp(`\\b${YEAR}`), read: ([, y]) => [`year ${y}`] },
  {
    pattern: new RegExp(`\\b(secondly|thirdly)\\b`, 'i'),
    read: ([, n]) => [amount(n?.toLowerCase() === 'secondly' ? 2 : 3)],
    optional: true,
  },
  { pattern: new RegExp(`\\b(${ORDINAL_NUMERAL})\\b`, 'i'), read: ([, n]) => plural([amount(value(n))]) },
  {
    pattern: new RegExp(`\\b(${DIGITS}(?:[ -]?(?:${SCALE}|bn|tn)\\b)?)`),
    read: ([, n]) => [amount(value(n))],
  },
  { pattern: new RegExp(`\\b(${WORDS}|a ${SCALE})\\b`, 'i'), read: ([, n]) => plural([amount(value(n))]) },
  {
    pattern: /\b(?:both|twice|two-way|dual|pair|twin|bilateral)\b/i,
    read: () => [amount(2)],
    optional: true,
  },
];
