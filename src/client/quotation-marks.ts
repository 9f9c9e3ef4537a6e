/**
 * Words in quotation marks: outer ones within them become inner ones, and inner ones within those outer ones again. What
 * closes an inner one may also be an apostrophe, which stays. Where the words begin or end within a quotation, the mark that
 * was left out is put back.
 */
export function inMarks(
  words: string,
  [open = '“', close = '”', innerOpen = '‘', innerClose = '’']: string[],
): string {
  let depth = 0;
  let isInner = false;
  let turned = '';
  const signs = [...withoutJoints(words, [open, close, innerOpen, innerClose])];
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

/** Words without what only joins them to those around: marks that end what stands before, or begin what follows. */
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
