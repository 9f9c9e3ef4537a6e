import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { bracesFault, lessThanFault, moduleFault, openBraceFault, type Fault } from './code-faults.ts';

/**
 * Traces an MDX parse error to the character that the editor wrote. MDX itself reports JavaScript errors, at the
 * point where it gave up: the end of a line or the middle of some later marker.
 */
export function faultInMdx(
  source: string,
  { source: origin, reason, line, column }: VFileMessage,
): Fault & { offset: number } {
  const { toOffset } = location(source);
  const given = toOffset({ line: line ?? 1, column: column ?? 1 }) ?? source.length;
  if (origin === 'micromark-extension-mdxjs-esm') {
    const { index = given, 0: keyword = 'import' } =
      [...source.slice(0, given).matchAll(/^(?:import|export)\b/gm)].at(-1) ?? {};
    return { offset: index, ...moduleFault(keyword) };
  }
  if (origin === 'micromark-extension-mdx-expression') {
    const offset = openBrace(source, given) ?? given;
    const { written } = /^(?<written>\{[^{}]*\})/.exec(source.slice(offset))?.groups ?? {};
    const lineBefore = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset);
    return { offset, ...(written === undefined ? openBraceFault : bracesFault(written, lineBefore)) };
  }
  // For an unclosed tag, only the message says where it begins: Expected a closing tag for `<b>` (1:3-1:6)
  const [, tagLine, tagColumn] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  const offset =
    toOffset({ line: Number(tagLine), column: Number(tagColumn) }) ??
    Math.max(0, source.lastIndexOf('<', given));
  return { offset, ...lessThanFault(source.slice(offset)) };
}

/** The brace that is still open where the parser gave up: the outermost one in its paragraph. */
function openBrace(source: string, given: number): number | undefined {
  const [from = 0] = [...source.slice(0, given).matchAll(/\n[ \t>]*\n/g)].map(({ index }) => index).slice(-1);
  const open: number[] = [];
  for (const { index, 0: sign } of source.slice(from, given).matchAll(/\\.|(`+).*?(?<!`)\1(?!`)|[{}]/g)) {
    if (sign === '{') open.push(from + index);
    else if (sign === '}') open.pop();
  }
  return open[0];
}
