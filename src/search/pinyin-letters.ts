/** The letters of a query without tones, written as marks or as numbers. */
export const lettersOf = (query: string): string =>
  query
    .trim()
    .normalize('NFD')
    .replace(/(?<=\p{L}\u0308?)[\u0300\u0301\u0304\u030c1-5]/gu, '')
    .normalize('NFC')
    .toLowerCase();

/** Whether a query of at least three letters, with apostrophes or spaces, can be divided into syllables. */
export const isPinyin = (query: string): boolean => PINYIN.test(lettersOf(query));
const FINAL =
  'a(?:i|o|ng?)?|e(?:i|ng?)?|o(?:u|ng)|i(?:a(?:o|ng?)?|ong|e|u|ng?)?|u(?:a(?:i|ng?)?|o|i|e|ng?)?|[vü](?:e|an|n)?';
const SYLLABLE = `(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:${FINAL})|[bpmfwyl]?o|er)r?`;
const PINYIN = new RegExp(`^(?=[^' ]..)(?:${SYLLABLE}[' ]*)+$`);

/** The initial letters of a syllable, which name its file; without the h of zh, ch and sh, which many do not hear. */
export const beginningOf = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').slice(0, 2);
