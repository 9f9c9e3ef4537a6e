import { EN_DATE, dateFrom } from './dates.ts';
import { latinNamesOf } from './latin-head.ts';
import { makeWork, schemeAdded } from './make-work.ts';
import type { NoteText } from './note-text.ts';
import { matchAt } from './pattern.ts';
import { titleOf, type ParsedCitation } from './parsed-citation.ts';
import { zhAccessed } from './read-zh-fields.ts';

const PAGE =
  /(?:(?<author>[^“”"《》]{2,120}?)[,，:：]\s*)?[“"](?<title>[^“”"]{3,300})[”"][.,，]?\s*(?=https?:|www\.)/uy;
const ACCESSED = new RegExp(`(?:accessed|visited|retrieved|viewed)(?: on)?:?\\s*(?:${EN_DATE})`, 'iu');

const DATED = new RegExp(EN_DATE, 'iu');
/** A Chinese date of access, anywhere in a text. */
const ZH_ACCESSED = new RegExp(zhAccessed.source, 'u');

/** Law reviews do not mark titles: Authors, Title, Site (May 4, 2022), https://example.org/page (last visited …). */
const PLAIN = new RegExp(
  '(?:(?<author>\\p{Lu}[^,“”"]{3,40}(?:, [^,“”"]{4,40})*,? & [^,“”"]{4,40}), )?' +
    '(?<title>[\\p{Lu}\\d][^“”"《》;]{4,200}), (?<site>\\p{Lu}[^,“”"《》;()]{1,80})(?: \\((?<on>[^()]{4,60})\\))?(?: \\[hereinafter [^\\]]{2,80}\\])?, (?=https?:|www\\.)',
  'uy',
);
/** Where posts have authors and no titles. */
const POSTS = /^(?:Twitter|X|Facebook|Instagram)\b/i;
/** A person, and a title of several words. */
const ONE_AHEAD = /^(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}), (?=(?:\S+ ){3})/u;
const BEHIND_PLAIN = /^\s(?:\[https?:\/\/perma\.|\((?:last|archived) )/;
const ARCHIVED = /^\s\[https?:\/\/perma\.[^\]]{1,60}\]/;
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
  const { site, on } = match.groups;
  const dated = on === undefined ? undefined : DATED.exec(on);
  const isPlain = BEHIND_PLAIN.test(text.slice(address.end, to)) || dated?.index === 0;
  const { title: whole = '' } = match.groups;
  if (!quoted && (!isTitled(whole) || !isPlain || POSTS.test(site ?? ''))) return undefined;
  const ahead = quoted || match.groups['author'] ? undefined : ONE_AHEAD.exec(whole)?.[1];
  const author = match.groups['author'] ?? ahead;
  const title = ahead === undefined ? whole : whole.slice(ahead.length + 2);
  const names =
    author === undefined ? [] : (latinNamesOf(author, false)?.names ?? [{ literal: author.trim() }]);
  const behind = text.slice(address.end, to);
  const accessed = ZH_ACCESSED.exec(behind) ?? ACCESSED.exec(behind) ?? undefined;
  const updated = UPDATED.exec(behind);
  const last = accessed ?? updated;
  const issued = dated ?? updated;
  return {
    start,
    end:
      address.end + Math.max(last ? last.index + last[0].length : 0, ARCHIVED.exec(behind)?.[0].length ?? 0),
    work: makeWork('webpage', titleOf(title), false, {
      author: names,
      'container-title': site,
      issued: issued?.groups && dateFrom(issued.groups),
      accessed: accessed?.groups && dateFrom(accessed.groups),
      URL: address.url,
    }),
    isShort: false,
    warnings: address.hasScheme ? [] : [schemeAdded(address.start)],
  };
}
