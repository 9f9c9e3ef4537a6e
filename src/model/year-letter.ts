/** A reference with a letter after its year, which distinguishes works with the same authors and year. */
export const withLetter = (reference: string, year: number | undefined, letter: string): string =>
  reference.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`), `${year}${letter}`);

/** The letters for works with the same authors and year, in their order. */
export const letterAt = (place: number): string => String.fromCharCode(97 + place);
