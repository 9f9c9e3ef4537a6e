/** A character that looks like another or is invisible; it stays in the text. */
interface OddCharacter {
  /** Offset in the source, in UTF-16 code units. */
  offset: number;
  character: string;
  kind: string;
}

/**
 * Characters that PDF text layers have in the place of plain ones. The blocks are those of the Unicode Standard
 * (Blocks.txt).
 */
const kinds: [string, RegExp][] = [
  ['Kangxi radical', /[\u2F00-\u2FDF]/u],
  ['CJK radical', /[\u2E80-\u2EFF]/u],
  ['compatibility ideograph', /[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u],
  ['private-use character', /\p{Co}/u],
  ['replacement character', /\uFFFD/u],
  ['no-break space', /[\u00A0\u2007\u202F]/u],
  ['soft hyphen', /\u00AD/u],
  ['character that changes the direction of text', /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u],
  ['zero-width character', /[\u200B-\u200D\u2060\uFEFF]/u],
  ['presentation form', /[\uFB00-\uFB4F]/u],
];
const ODD = new RegExp(kinds.map(([, { source }]) => source).join('|'), 'gu');

/** All odd characters of a text, in order; an initial byte order mark is not odd. */
export const findOddCharacters = (text: string): OddCharacter[] =>
  [...text.matchAll(ODD)]
    .filter(({ index, 0: character }) => !(index === 0 && character === '\uFEFF'))
    .map(({ index, 0: character }) => ({
      offset: index,
      character,
      kind: kinds.find(([, pattern]) => pattern.test(character))?.[0] ?? '',
    }));
