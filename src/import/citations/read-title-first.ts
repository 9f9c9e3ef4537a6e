import { dateFrom } from './dates.ts';
import { cutFields } from './latin-fields.ts';
import { latinNamesOf } from './latin-head.ts';
import { makeWork, schemeless, valuesOf } from './make-work.ts';
import type { NoteText } from './note-text.ts';
import type { ParsedCitation } from './parsed-citation.ts';

/** Title. Names. Journal (2018-03-01) https://… */
const TITLE_FIRST =
  /^(?:\[?\d+[.\]]\s)?(?<title>[^“”"《》]{4,300}?[^.])(?:\. |(?<=[?!]) )(?<names>(?:[^.()?!]|(?<=\b\p{Lu})\.){4,2000})\. (?<container>[^()]{2,120}) \((?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?\)/u;

/** Reads an entry that has its title first and, in brackets after the journal, a date in digits. */
export function readTitleFirst(note: NoteText): ParsedCitation | undefined {
  const match = TITLE_FIRST.exec(note.text);
  if (!match?.groups) return undefined;
  const { title = '', names: written = '', container } = match.groups;
  const names = latinNamesOf(written, false);
  if (!names) return undefined;
  const fields = cutFields(note, match[0].length, note.text.length);
  const { value } = valuesOf(fields);
  const [DOI, URL] = [value('doi'), value('url')];
  const work = makeWork(DOI === undefined ? 'webpage' : 'article-journal', title, names.abridged, {
    author: names.names,
    'container-title': container,
    issued: dateFrom(match.groups),
    DOI,
    URL,
  });
  return { start: 0, end: note.text.length, work, warnings: schemeless(fields) };
}
