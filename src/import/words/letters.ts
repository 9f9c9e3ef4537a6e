/** The letters of a text, by which titles and names are compared, whatever type and signs they are set with. */
export const lettersOf = (text: string): string =>
  text.normalize('NFKC').replace(/\P{L}/gu, '').toLowerCase();

/** A text of at most so many characters, cut with an ellipsis if it is longer. */
export const cutAt = (text: string, length: number): string => {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join('').trim()}…`;
};
