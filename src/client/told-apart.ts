import type { EditionRecord } from '../model/edition-record.ts';

type Footnote = EditionRecord['footnotes'][number];

/**
 * References in a style that names author and year in the text, to works of one author and year, told apart: by letters
 * behind the year, in the order of the entries, or in MLA, which has no year there, by their titles.
 */
export function toldApart(cited: { footnote: Footnote; year: number | undefined }[]): Footnote[] {
  const alike = Map.groupBy(cited, ({ footnote: { style, note } }) => `${style} ${note}`);
  return cited.map(({ footnote, year }) => {
    const { style, note, entries: [own = '', ...others] = [] } = footnote;
    const all = new Set(
      alike.get(`${style} ${note}`)?.map(({ footnote: { entries } }) => entries?.[0] ?? ''),
    );
    if (all.size < 2) return footnote;
    if (style === 'mla') {
      const [, title] = /“(.*?)[.,]?”/.exec(own.replace(/<[^>]*>/g, '')) ?? [];
      const named = note.replace(
        /(\([^,)<{]+)([,)]?)/,
        (_, author: string, mark: string) => `${author}, “${title}${mark === ',' ? ',”' : `”${mark}`}`,
      );
      return title === undefined ? footnote : { ...footnote, note: named };
    }
    const letter = String.fromCharCode(97 + [...all].toSorted().indexOf(own));
    const lettered = (text: string): string =>
      text.replace(new RegExp(`(?<!\\d)${year}(?!\\d)`), `${year}${letter}`);
    return { ...footnote, note: lettered(note), entries: [lettered(own), ...others] };
  });
}
