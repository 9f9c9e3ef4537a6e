import { HAN } from './language.ts';

/**
 * Puts words in quotation marks. Outer marks within them become inner ones, and inner marks within those become outer
 * ones. A closing inner mark may also be an apostrophe, which stays. If the words begin or end within a quotation, the
 * missing mark is added.
 */
export function inMarks(
  words: string,
  [open = '“', close = '”', innerOpen = '‘', innerClose = '’']: string[],
): string {
  const bare = withoutJoints(words, [open, close, innerOpen, innerClose]);
  // German closes with the mark that opens in English and Chinese: „…“.
  if (/„[^„”]*“/.test(bare) && open === '“') return open + bare + close;
  let depth = 0;
  let isInner = false;
  let turned = '';
  const signs = [...bare];
  for (const [i, sign] of signs.entries()) {
    const next = signs[i + 1] ?? '';
    if (sign === open) {
      depth += 1;
      turned += innerOpen;
    } else if (sign === close) {
      if (depth === 0) turned = innerOpen + turned;
      else depth -= 1;
      turned += innerClose;
    } else if (depth > 0 && sign === innerOpen) {
      isInner = true;
      turned += open;
    } else if (isInner && sign === innerClose && !/\p{Script=Latin}/u.test(next)) {
      isInner = false;
      turned += close;
    } else turned += sign;
  }
  return open + turned + (isInner ? close : '') + innerClose.repeat(depth) + close;
}

/**
 * Removes punctuation that only connects the words to their context: marks that end the text before, or begin the text
 * after.
 */
export function withoutJoints(
  words: string,
  [open = '“', close = '”', innerOpen = '‘', innerClose = '’']: string[],
): string {
  const [opening, closing] = [
    [open, innerOpen],
    [close, innerClose],
  ];
  const before = `^(?:[\\s,，、;；:：.。!！?？)）\\]】》〉]|(?:${closing.join('|')})(?!\\p{Script=Latin}))+`;
  const behind = `(?:[\\s,，、;；:：(（[【《〈]|${opening.join('|')})+$`;
  return words.replace(new RegExp(before, 'u'), '').replace(new RegExp(behind, 'u'), '');
}

/**
 * Divides a text that has Han characters into the full-width marks that it begins with, the rest, and those that it
 * ends with: half of each such mark is blank.
 */
export function apartFromMarks(text: string): [opening: string, rest: string, closing: string] {
  const [, opening = '', rest = '', closing = ''] =
    /^([“‘《〈「『（]*)(.*?)([”’》〉」』）]*)$/su.exec(text) ?? [];
  return HAN.test(rest) ? [opening, rest, closing] : ['', text, ''];
}
