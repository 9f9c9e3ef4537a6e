/**
 * The styles in which references can be printed; `gbt` is the edition of GB/T 7714 in force. Within every style, each
 * work is printed in its own language.
 */
export const citationStyles = [
  'journal',
  'gbt',
  'gbt-2015',
  'gbt-author-date',
  'chicago',
  'chicago-author-date',
  'apa',
  'mla',
] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** Whether a style is one of GB/T 7714, which treats works in all languages alike. */
export const isGbt = (style: CitationStyle): boolean => style.startsWith('gbt');

export const isChicago = (style: CitationStyle): boolean => style.startsWith('chicago');

/**
 * Whether a style is for texts in English: its words and punctuation are English whatever the language of the page, and
 * it romanises Chinese characters.
 */
export const isEnglish = (style: CitationStyle): boolean =>
  isChicago(style) || style === 'apa' || style === 'mla';

/** Whether a style cites author and year or page in the text and has a list of references; the others use notes. */
export const isInText = (style: CitationStyle): boolean =>
  style.endsWith('author-date') || style === 'apa' || style === 'mla';
