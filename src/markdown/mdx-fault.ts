import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { bracesFault, lessThanFault, moduleFault, openBraceFault, type Fault } from './code-faults.ts';

/**
 * What MDX cannot parse, put down to the sign that an editor wrote. MDX itself speaks of JavaScript, and of where it gave up,
 * which is the end of a line or the middle of some later marker.
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
  // Of a tag that nothing closes only the sentence says where it begins: Expected a closing tag for `<b>` (1:3-1:6)
  const [, tagLine, tagColumn] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  const offset =
    toOffset({ line: Number(tagLine), column: Number(tagColumn) }) ??
    Math.max(0, source.lastIndexOf('<', given));
  return { offset, ...lessThanFault(source.slice(offset)) };
}

/** The brace that is open where the parser gave up: the outermost in its paragraph. */
function openBrace(source: string, given: number): number | undefined {
  const [from = 0] = [...source.slice(0, given).matchAll(/\n[ \t>]*\n/g)].map(({ index }) => index).slice(-1);
  const open: number[] = [];
  for (const { index, 0: sign } of source.slice(from, given).matchAll(/\\.|(`+).*?(?<!`)\1(?!`)|[{}]/g)) {
    if (sign === '{') open.push(from + index);
    else if (sign === '}') open.pop();
  }
  return open[0];
}
