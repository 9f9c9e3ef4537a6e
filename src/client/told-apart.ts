import type { EditionRecord } from '../exchange/edition-record.ts';
import { HAN } from '../model/language.ts';
import { letterAt, withLetter } from '../model/year-letter.ts';

type Footnote = EditionRecord['footnotes'][number];

/**
 * Distinguishes references to works with the same author and year in styles that cite in the text: by letters after the
 * year, in the order of the entries; in MLA, which has no year there, by titles.
 */
export function toldApart(cited: { footnote: Footnote; year: number | undefined }[]): Footnote[] {
  const alike = Map.groupBy(cited, ({ footnote }) => headOf(footnote));
  return cited.map(({ footnote, year }) => {
    const { style, note, entries: [own = '', ...others] = [] } = footnote;
    const head = headOf(footnote);
    const entries = alike.get(head)?.map((one) => textOf(one.footnote.entries?.[0] ?? ''));
    const all = [...new Set(entries)].toSorted();
    if (head === '' || all.length < 2) return footnote;
    // Other works may be cited before it.
    const text = textOf(own);
    const author = text.slice(0, text.search(/[.,(]/));
    const at = Math.max(0, note.lastIndexOf(author));
    const behind = (change: (one: string) => string): string => note.slice(0, at) + change(note.slice(at));
    if (style !== 'mla') {
      const letter = letterAt(all.indexOf(text));
      const lettered = (one: string): string => withLetter(one, year, letter);
      return { ...footnote, note: behind(lettered), entries: [lettered(own), ...others] };
    }
    const title = titleIn(text.slice(author.length));
    // A page that is cited by title is already distinct.
    if (title === undefined || /^[^,]*, “/.test(textOf(note.slice(at)))) return footnote;
    const named = (one: string): string =>
      one.replace(
        /^(\(?[^,)<{]+)((?:<[^>]*>)*)([,)]?)/,
        (_, said: string, tags: string, mark: string) =>
          `${said}, ${mark === ',' ? title.replace(/”?$/, ',$&') : title}${tags}${mark === ',' ? '' : mark}`,
      );
    return { ...footnote, note: behind(named) };
  });
}

/** The author and year with which the first entry begins, or the author in MLA. */
function headOf({ style, entries: [own] = [] }: Footnote): string {
  const pattern = style === 'mla' ? /^.*?\.(?= )/ : /^.*?\d{4}(?!\d)/;
  const [head = ''] = (own === undefined ? undefined : pattern.exec(textOf(own))) ?? [];
  return head && `${style} ${head}`;
}

/** The short title of an entry of MLA’s, behind its author: in quotation marks, or of a book before any subtitle. */
function titleIn(behindAuthor: string): string | undefined {
  const text = behindAuthor.replace(/^\. /, '');
  const [, quoted] = /^“(.*?)[.,]?”/.exec(text) ?? [];
  if (quoted !== undefined) return `“${quoted}”`;
  const [, whole] = /^(?:(?:The|An?) )?(.+?)(?=[:：.]| \[)/.exec(text) ?? [];
  return whole === undefined || HAN.test(whole) ? whole : `<i>${whole}</i>`;
}

const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');
