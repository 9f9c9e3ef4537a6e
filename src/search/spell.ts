const MAX_SPELLINGS = 32;

/** The spellings of a folded string, given the characters that each of its characters may stand for. */
export function spellings(folded: string, standsFor: (character: string) => string): string[] {
  let found = [''];
  for (const character of folded)
    found = found
      .flatMap((before) => Array.from(standsFor(character), (one) => before + one))
      .slice(0, MAX_SPELLINGS);
  return found;
}

/**
 * The edition’s characters that a character may stand for: simplified for traditional or vice versa. A character that
 * the edition itself contains stands for others only if `withOwn`.
 */
export const standingFor =
  (variants: string, withOwn: boolean) =>
  (character: string): string => {
    const words = variants.split(' ');
    const isOwn = words.some((word) => word.startsWith(character));
    const others = words.flatMap((word) => (word.indexOf(character) > 0 ? [...word].slice(0, 1) : []));
    const all = isOwn && !withOwn ? '' : others.join('');
    return isOwn || all === '' ? character + all : all;
  };
