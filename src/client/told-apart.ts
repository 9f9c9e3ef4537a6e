import type { EditionRecord } from '../exchange/edition-record.ts';
import { letterAt, withLetter } from '../model/year-letter.ts';

type Footnote = EditionRecord['footnotes'][number];

/**
 * Distinguishes references to works with the same author and year in styles that cite in the text: by letters after the
 * year, in the order of the entries; in MLA, which has no year there, by titles.
 */
export function toldApart(cited: { footnote: Footnote; year: number | undefined }[]): Footnote[] {
  const keyOf = ({ style, note }: Footnote): string => `${style} ${textOf(note)}`;
  const alike = Map.groupBy(cited, ({ footnote }) => keyOf(footnote));
  return cited.map(({ footnote, year }) => {
    const { style, note, entries: [own = '', ...others] = [] } = footnote;
    const entries = alike.get(keyOf(footnote))?.map((one) => textOf(one.footnote.entries?.[0] ?? ''));
    const all = [...new Set(entries)].toSorted();
    // A page that is cited by title is already distinct.
    if (all.length < 2 || (style === 'mla' && note.includes('“'))) return footnote;
    if (style === 'mla') {
      const [, title] = /“(.*?)[.,]?”/.exec(textOf(own)) ?? [];
      const named = note.replace(
        /(\([^,)<{]+)((?:<[^>]*>)*)([,)]?)/,
        (_, author: string, tags: string, mark: string) =>
          `${author}, “${title}${mark === ',' ? ',”' : '”'}${tags}${mark === ',' ? '' : mark}`,
      );
      return title === undefined ? footnote : { ...footnote, note: named };
    }
    const letter = letterAt(all.indexOf(textOf(own)));
    const lettered = (text: string): string => withLetter(text, year, letter);
    return { ...footnote, note: lettered(note), entries: [lettered(own), ...others] };
  });
}

const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');
