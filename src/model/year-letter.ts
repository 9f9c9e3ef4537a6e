/** A reference with a letter after its year, which distinguishes works with the same authors and year. */
export const withLetter = (reference: string, year: number | undefined, letter: string): string =>
  year === undefined
    ? reference
    : reference.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`), `${year}${letter}`);

/** The letters for up to 26 works with the same authors and year, in their order. */
export const letterAt = (place: number): string => String.fromCharCode(97 + place);
