/**
 * The name of an entry with its paragraph, as in “April 2021 (para. 4.0.2)”, within the parentheses of a style that
 * cites in the text: in brackets or, in GB/T, after a comma.
 */
export function entryIn(style: string, name: string): string {
  // MLA has the day first, as the pages do.
  const dated = style === 'mla' ? name : name.replace(/\b(\d{1,2}) (\p{Lu}\p{Ll}+) (\d{4})\b/gu, '$2 $1, $3');
  return bracketed(style, dated);
}

function bracketed(style: string, name: string): string {
  const [, before = '', paragraph = '', close] = /^(.*?) ?[(（]([^()（）]*)([)）])$/su.exec(name) ?? [];
  if (close === undefined) return name;
  if (style === 'gbt-author-date') return before + (close === '）' ? '，' : ', ') + paragraph;
  if (style === 'mla') return `${before} [${paragraph.replace(/^para\. /, 'par. ')}]`;
  return style === 'apa' || style === 'chicago-author-date' ? `${before} [${paragraph}]` : name;
}
