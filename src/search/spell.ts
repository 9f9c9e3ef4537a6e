import { numeralOf, readNumeral } from '../language/zh-numeral.ts';
import { HAN } from '../model/language.ts';

const MAX_SPELLINGS = 32;

/** The spellings of a folded string, given the characters that each of its characters may stand for. */
export function spellings(folded: string, standsFor: (character: string) => string): string[] {
  let found = [''];
  for (const character of folded)
    found = found
      .flatMap((before) => Array.from(standsFor(character), (one) => before + one))
      .slice(0, MAX_SPELLINGS);
  return found;
}

/**
 * The edition’s characters that a character may stand for: simplified for traditional or vice versa. A character that
 * the edition itself contains stands for others only if `withOwn`.
 */
export const standingFor =
  (variants: string, withOwn: boolean) =>
  (character: string): string => {
    const words = variants.split(' ');
    const isOwn = words.some((word) => word.startsWith(character));
    const others = words.flatMap((word) => (word.indexOf(character) > 0 ? [...word].slice(0, 1) : []));
    const all = isOwn && !withOwn ? '' : others.join('');
    return isOwn || all === '' ? character + all : all;
  };

/** The positions of the most frequent Simplified characters (GB 2312, level 1), which are ordered by pronunciation. */
export const usualCharacters: ReadonlyMap<string, number> = new Map(
  Array.from(
    new TextDecoder('gbk').decode(
      Uint8Array.from({ length: 40 * 94 * 2 }, (_, i) =>
        i % 2 === 0 ? 0xb0 + Math.floor(i / 188) : 0xa1 + ((i >> 1) % 94),
      ),
    ),
    (character, i) => [character, i],
  ),
);

/** Where British and American spelling differ, in words of at least a few letters, with their endings. */
const differences: [where: RegExp, british: string, american: string][] = [
  [/(?<=\p{L}{3}[iy])[sz](?=(?:e[drs]?|ers|ing|ations?|ational)(?!\p{L}))/gu, 's', 'z'],
  [/(?<=\p{L}{2}o)u?r(?=(?:s|ed|ing|al|able|ful|less)?(?!\p{L}))/gu, 'ur', 'r'],
  [/(?<=(?<!\p{L})(?:cent|fib|lit|theat|(?:kilo|centi|milli)met))(?:re|er)(?=s?(?!\p{L}))/gu, 're', 'er'],
  [/(?<=(?<!\p{L})(?:defen|licen|offen|practi|preten))[cs](?=(?:es?|ed|ing)(?!\p{L}))/gu, 'c', 's'],
  [
    /(?<=(?<!\p{L})(?:cance|channe|counse|fue|labe|leve|mode|signa|trave))ll?(?=(?:ed|ers?|ing)(?!\p{L}))/gu,
    'll',
    'l',
  ],
  [/(?<=(?<!\p{L})(?:de)?program)(?:me)?(?=s?(?!\p{L}))/gu, 'me', ''],
  [/(?<=(?<!\p{L})(?:ana|cata|dia|epi|mono|pro)log)(?:ue)?(?=s?(?!\p{L}))/gu, 'ue', ''],
  [/(?<=(?<!\p{L})(?:acknowledg|judg|lodg))e?(?=ments?(?!\p{L}))/gu, 'e', ''],
  [/(?<=(?<!\p{L})gr)[ae](?=y)/gu, 'e', 'a'],
  [/(?<=(?<!\p{L})s)[ck](?=eptic)/gu, 'c', 'k'],
  [/(?<=(?<!\p{L})sul)(?:ph|f)(?=[aiu])/gu, 'ph', 'f'],
  [/(?<=(?<!\p{L})alumin)i?(?=um(?!\p{L}))/gu, 'i', ''],
];

/** The ways to write a percentage. */
const PERCENTAGE = /(?<=\p{Nd}) ?(?:%|per ?cent(?!\p{L}))/gu;
const percentages = ['%', ' per cent', ' percent'];
const DIGIT = '[一二三四五六七八九]';
const HAN_PERCENTAGE = new RegExp(
  `百分之(\\d+(?:\\.\\d+)?|一?百|${DIGIT}?十${DIGIT}?|${DIGIT}(?!${DIGIT}))`,
  'gu',
);
const hasPercentage = (folded: string): boolean => folded.search(PERCENTAGE) >= 0;

/** An amount that ends with the name of a scale: 一万亿, 340亿, 1.7 billion. */
const AMOUNT =
  /(\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千]+) ?(万亿|[万亿]|(?:tr|b|m)illion)(?!\p{Script=Latin})/u;
const scales: Record<string, number> = {
  万亿: 1e12,
  亿: 1e8,
  万: 1e4,
  trillion: 1e12,
  billion: 1e9,
  million: 1e6,
};

/** A folded string with its first amount in other scales and numerals. */
function inOtherScales(folded: string): string[] {
  const [amount = '', number = '', scale = ''] = AMOUNT.exec(folded) ?? [];
  const value = (readNumeral(number) ?? 0) * (scales[scale] ?? 0);
  return Object.entries(scales)
    .map(([name, factor]) => ({ name, n: Number((value / factor).toPrecision(12)) }))
    .filter(({ n }) => n >= 1 && n < 1e5)
    .flatMap(({ name, n }) =>
      HAN.test(name)
        ? [`${n}${name}`, ...(Number.isInteger(n) && n < 1000 ? [numeralOf(n) + name] : [])]
        : [...new Set([`${n} ${name}`, `${n.toLocaleString('en')} ${name}`])],
    )
    .map((other) => folded.replace(amount, other));
}

const inOtherDegrees = (folded: string): string[] => [
  folded.replace(/(?<=\p{Nd})摄氏度/gu, '°c'),
  folded.replace(/°c(?!\p{Script=Latin})/gu, '摄氏度'),
];

/** A folded string with its spelling, percentages, amounts and degrees written otherwise. */
export const otherSpellings = (folded: string): string[] => {
  const spelt = [1, 2].map((which) =>
    differences.reduce((text, one) => text.replace(one[0], which === 1 ? one[1] : one[2]), folded),
  );
  const inFigures = folded.replace(HAN_PERCENTAGE, (whole, number: string) => {
    const figure = readNumeral(number);
    return figure === undefined ? whole : `${figure}%`;
  });
  const forms = [folded, inFigures, ...spelt, ...inOtherScales(folded), ...inOtherDegrees(folded)].flatMap(
    (text) => (hasPercentage(text) ? percentages.map((form) => text.replace(PERCENTAGE, form)) : [text]),
  );
  return [...new Set(forms)].filter((text) => text !== folded);
};
