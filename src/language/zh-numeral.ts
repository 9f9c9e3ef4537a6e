const DIGITS: Record<string, number> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((digit, i) => [digit, i])),
  〇: 0,
  两: 2,
};
const TENS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const GROUPS: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** The value of a numeral: 七十五, 两千零二十, 三万五千, 1.5万亿, 3000. Undefined if the text is not a numeral. */
export function readNumeral(text: string): number | undefined {
  const mixed = /^(\d[\d,]*(?:\.\d+)?)([十百千万亿]*)$/.exec(text);
  if (mixed?.[1] !== undefined) {
    const scale = [...(mixed[2] ?? '')].reduce(
      (product, character) => product * (TENS[character] ?? GROUPS[character] ?? 1),
      1,
    );
    return Number(mixed[1].replaceAll(',', '')) * scale;
  }
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text))
    return Number([...text].map((character) => DIGITS[character]).join(''));
  let [total, group, digit] = [0, 0, 0];
  for (const character of text) {
    if (character in DIGITS) digit = DIGITS[character] ?? 0;
    else if (character in TENS) {
      group += (digit || 1) * (TENS[character] ?? 1);
      digit = 0;
    } else if (character in GROUPS) {
      // 万亿 multiplies everything before it, whether that is a group or a total.
      const scale = GROUPS[character] ?? 1;
      total = total > 0 && group + digit === 0 ? total * scale : total + (group + digit || 1) * scale;
      [group, digit] = [0, 0];
    } else return undefined;
  }
  return total + group + digit;
}

/** Matches numerals in Han characters. */
export const HAN_NUMERAL = '[零〇一二两三四五六七八九十百千万亿]+';
/** The numeral for an integer from 1 to 9999: 七十五, 两千 is 二千. */
export const numeralOf = (value: number): string =>
  Array.from(String(value), (digit, i) =>
    digit === '0'
      ? '零'
      : `${'一二三四五六七八九'.charAt(Number(digit) - 1)}${'千百十'.charAt(i + 4 - String(value).length)}`,
  )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$|^一(?=十)/g, '');
