import { EN_DATE, dateFrom } from './dates.ts';
import { namesOf } from './latin-head.ts';
import { makeWork } from './make-work.ts';
import type { NoteText } from './note-text.ts';
import { matchAt } from './pattern.ts';
import { titleOf, type ParsedCitation } from './parsed-citation.ts';
import { zhAccessed } from './read-zh-fields.ts';

const PAGE =
  /(?:(?<author>[^“”"《》]{2,120}?)[,，:：]\s*)?[“"](?<title>[^“”"]{3,300})[”"][.,，]?\s*(?=https?:|www\.)/uy;
const ACCESSED = new RegExp(`(?:accessed|visited|retrieved|viewed)(?: on)?:?\\s*(?:${EN_DATE})`, 'iu');

/** Law reviews do not mark titles: Authors, Title, Site, https://example.org/page (last visited Feb. 6, 2023). */
const PLAIN = new RegExp(
  '(?:(?<author>\\p{Lu}[^,“”"]{3,40}(?:, [^,“”"]{4,40})*,? & [^,“”"]{4,40}), )?' +
    '(?<title>\\p{Lu}[^“”"《》;]{4,200}), (?<site>\\p{Lu}[^,“”"《》;]{1,50}), (?=https?:|www\\.)',
  'uy',
);
const BEHIND_PLAIN = /^\s(?:\[https?:\/\/perma\.|\((?:last|archived) )/;
const UPDATED = new RegExp(`\\(last updated (?:${EN_DATE})\\)`, 'iu');

/** True if most words of a text are capitalised, as in the titles of American law reviews. */
function isTitled(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /^\p{L}{4}/u.test(word));
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.8;
}

/** A web page without a date: Author, “Title,” https://example.org/page, accessed 6 February 2023. */
export function readWebPage(note: NoteText, start: number, to: number): ParsedCitation | undefined {
  const { text } = note;
  const quoted = matchAt(PAGE, text, start);
  const match = quoted ?? matchAt(PLAIN, text, start);
  const address = match && note.addresses.get(start + match[0].length);
  if (!match?.groups || !address || address.end > to) return undefined;
  const { author, title = '', site } = match.groups;
  if (!quoted && !(isTitled(title) && BEHIND_PLAIN.test(text.slice(address.end, to)))) return undefined;
  const names = author === undefined ? [] : (namesOf(author, false)?.names ?? [{ literal: author.trim() }]);
  const behind = text.slice(address.end, to);
  const accessed = zhSearch(behind) ?? ACCESSED.exec(behind) ?? undefined;
  const updated = UPDATED.exec(behind);
  const last = accessed ?? updated;
  return {
    start,
    end: last ? address.end + last.index + last[0].length : address.end,
    work: makeWork('webpage', titleOf(title), false, {
      author: names,
      'container-title': site,
      issued: updated?.groups && dateFrom(updated.groups),
      accessed: accessed?.groups && dateFrom(accessed.groups),
      URL: address.url,
    }),
    isShort: false,
    warnings: [],
  };
}

const zhSearch = (text: string): RegExpExecArray | null => new RegExp(zhAccessed.source, 'u').exec(text);
