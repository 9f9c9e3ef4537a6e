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
  /** How many inner marks are open that no outer ones are around. */
  let opened = 0;
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
    } else {
      if (depth === 0 && sign === innerOpen) opened += 1;
      if (depth === 0 && sign === innerClose && !/\p{Script=Latin}/u.test(next)) {
        if (opened > 0) opened -= 1;
        else if (HAN.test(signs[i - 1] ?? '')) turned = innerOpen + turned;
      }
      turned += sign;
    }
  }
  return open + turned + (isInner ? close : '') + innerClose.repeat(depth + opened) + close;
}

/**
 * Words set off as a block, without marks around them. If they are from within quotation marks, inner marks become
 * outer ones; otherwise, if they begin or end within a quotation, the missing mark is added.
 */
export function inBlock(
  words: string,
  [open = '“', close = '”', innerOpen = '‘', innerClose = '’']: string[],
  isWithin: boolean,
): string {
  const bare = withoutJoints(words, [open, close, innerOpen, innerClose]);
  let depth = 0;
  let unopened = '';
  const [begin, end] = isWithin ? [innerOpen, innerClose] : [open, close];
  const turned = [...bare]
    .map((sign, i, all) => {
      if (sign === begin) {
        depth += 1;
        return open;
      }
      // In Latin script, a closing inner mark may be an apostrophe.
      if (sign !== end || (isWithin && (depth === 0 || /\p{Script=Latin}/u.test(all[i + 1] ?? ''))))
        return sign;
      if (depth === 0) unopened += open;
      else depth -= 1;
      return close;
    })
    .join('');
  return unopened + turned + close.repeat(depth);
}

/**
 * Removes punctuation that only connects the words to their context: marks that end the text before, or begin the text
 * after.
 */
function withoutJoints(
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
