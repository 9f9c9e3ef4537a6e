/** A pattern of a language with letters, which matches only where it is asked to. */
export const latin = (source: string): RegExp => new RegExp(source, 'iuy');

/**
 * A pattern of Chinese, which matches only where it is asked to, so that a note is read in one pass. A space in it
 * stands for any space that a justified line may leave there.
 */
export const han = (source: string): RegExp => new RegExp(justified(source), 'uy');
export const justified = (source: string): string => source.replaceAll(' ', '\\s{0,3}');

/** The match of a sticky pattern right at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}
