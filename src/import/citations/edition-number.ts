/** An edition as CSL has it: its number where it has nothing but a number, else as it is printed. */
export function editionNumber(printed: string | undefined): string | undefined {
  const ordinal = /^\d{1,2}(?=(?:st|nd|rd|th) ed)/i.exec(printed ?? '')?.[0];
  if (ordinal !== undefined) return ordinal;
  const word = /^\p{L}+(?= ed)/iu.exec(printed ?? '')?.[0].toLowerCase() ?? '';
  const number = ordinals.indexOf(word) + 1;
  return number > 0 ? String(number) : printed;
}

/** The number of an edition by its word. */
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
