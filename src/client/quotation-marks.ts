/**
 * Words in quotation marks: outer ones within them become inner ones, and inner ones within those outer ones again. What
 * closes an inner one may also be an apostrophe, which stays.
 */
export function inMarks(
  words: string,
  [open = '“', close = '”', innerOpen = '‘', innerClose = '’']: string[],
): string {
  let depth = 0;
  let isInner = false;
  let turned = '';
  const signs = [...words];
  for (const [i, sign] of signs.entries()) {
    const next = signs[i + 1] ?? '';
    if (sign === open) {
      depth += 1;
      turned += innerOpen;
    } else if (sign === close) {
      depth = Math.max(0, depth - 1);
      turned += innerClose;
    } else if (depth > 0 && sign === innerOpen) {
      isInner = true;
      turned += open;
    } else if (isInner && sign === innerClose && !/\p{Script=Latin}/u.test(next)) {
      isInner = false;
      turned += close;
    } else turned += sign;
  }
  return open + turned + close;
}
