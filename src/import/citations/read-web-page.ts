import { EN_DATE, dateFrom } from './dates.ts';
import { latinNamesOf } from './latin-head.ts';
import { makeWork } from './make-work.ts';
import type { NoteText } from './note-text.ts';
import { titleOf, type ParsedCitation } from './parsed-citation.ts';
import { zhAccessed } from './read-zh-fields.ts';

const PAGE =
  /(?:(?<author>[^“”"《》]{2,120}?)[,，:：]\s*)?[“"](?<title>[^“”"]{3,300})[”"][.,，]?\s*(?=https?:|www\.)/uy;
const ACCESSED = new RegExp(`(?:accessed|visited|retrieved|viewed)(?: on)?:?\\s*(?:${EN_DATE})`, 'iu');

/** A web page without a date: Author, “Title,” https://example.org/page, accessed 6 February 2023. */
export function readWebPage(note: NoteText, start: number, to: number): ParsedCitation | undefined {
  const { text } = note;
  PAGE.lastIndex = start;
  const match = PAGE.exec(text);
  const address = match && note.addresses.get(start + match[0].length);
  if (!match?.groups || !address || address.end > to) return undefined;
  const { author, title = '' } = match.groups;
  const names =
    author === undefined ? [] : (latinNamesOf(author, false)?.names ?? [{ literal: author.trim() }]);
  const behind = text.slice(address.end, to);
  const accessed = zhSearch(behind) ?? ACCESSED.exec(behind) ?? undefined;
  return {
    start,
    end: accessed ? address.end + accessed.index + accessed[0].length : address.end,
    work: makeWork('webpage', titleOf(title), false, {
      author: names,
      accessed: accessed?.groups && dateFrom(accessed.groups),
      URL: address.url,
    }),
    isShort: false,
    warnings: [],
  };
}

const zhSearch = (text: string): RegExpExecArray | null => new RegExp(zhAccessed.source, 'u').exec(text);
