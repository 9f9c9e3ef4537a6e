/** Words in -s of which the form without it is another word, or none. */
const NOT_PLURAL = /^(?:arms|customs|goods|means|news)$|(?:ss|us|is)$/;
const SIBILANT = /(?:s|x|z|ch|sh)$/;

/** The plurals or singulars that an English word in lower-case letters may have, as far as its ending tells. */
export function otherNumbers(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [];
  const [stem, shorter] = [word.slice(0, -1), word.slice(0, -2)];
  if (word.endsWith('sis')) return [`${shorter}es`];
  if (word.endsWith('s') && word.length > 3 && !NOT_PLURAL.test(word)) {
    if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
    return word.endsWith('es') && SIBILANT.test(shorter) ? [stem, shorter, `${shorter}is`] : [stem];
  }
  if (/[^aeiou]y$/.test(word)) return [`${stem}ies`];
  return [word + (SIBILANT.test(word) ? 'es' : 's')];
}
