/** A sticky pattern for languages in Latin script. */
export const latin = (source: string): RegExp => new RegExp(source, 'iuy');

/**
 * A sticky pattern for Chinese, so that a note is read in one pass. A space in it matches any space that justification
 * may have left.
 */
export const han = (source: string): RegExp => new RegExp(justified(source), 'uy');
export const justified = (source: string): string => source.replaceAll(' ', '\\s{0,3}');

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}
