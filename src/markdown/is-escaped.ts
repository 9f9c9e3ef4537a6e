/**
 * Whether the character at `index` of a text node is escaped by a backslash in the file. `source` is the node’s range
 * of the file; a character reference (CommonMark 0.31, §6.2, entities) yields one character or two.
 */
export function isEscaped(value: string, source: string, index: number): boolean {
  let at = 0;
  for (let i = 0; i < index; i++) {
    if (source[at] === '\\' && source[at + 1] === value[i] && ASCII_PUNCTUATION.test(value[i] ?? '')) at += 2;
    else if (source[at] === '&' && value[i] !== '&') at = source.indexOf(';', at) + 1;
    else at++;
  }
  return source[at] === '\\' && source[at + 1] === value[index];
}

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;
