import { dateFrom } from './dates.ts';
import { cutFields } from './latin-fields.ts';
import { latinNamesOf } from './latin-head.ts';
import { makeWork, schemeless, valuesOf } from './make-work.ts';
import type { NoteText } from './note-text.ts';
import type { ParsedCitation } from './parsed-citation.ts';

/** Title. Names. Journal (2018-03-01) https://…; a date in digits shows the form, names and a year do so too. */
const TITLE_FIRST =
  /^(?:\[?\d+[.\]]\s)?(?<head>[^“”"《》]{4,2400}[.?!]) (?<container>[^()]{2,120}) \((?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?\)|\)(?=\.?(?:\shttps?:|$)))/u;

/** A full stop that ends a title or names, not an initial. */
const STOP = /(?<!\b\p{Lu})\. |(?<=[?!]) /gu;

/** Reads an entry that has its title first and, in brackets after the journal, its date. */
export function readTitleFirst(note: NoteText): ParsedCitation | undefined {
  const match = TITLE_FIRST.exec(note.text);
  if (!match?.groups) return undefined;
  const { head = '', container, month } = match.groups;
  const stop = [...head.matchAll(STOP)].at(-1);
  const names = stop && latinNamesOf(head.slice(stop.index + stop[0].length).replace(/\.$/, ''), false);
  const title = (names ? head.slice(0, stop.index) : head).replace(/\.$/, '');
  const isPerson = latinNamesOf(title, true)?.names.every((name) => 'family' in name) ?? false;
  if (month === undefined && (!names || isPerson)) return undefined;
  const fields = cutFields(note, match[0].length, note.text.length);
  const { value } = valuesOf(fields);
  const [DOI, URL] = [value('doi'), value('url')];
  const work = makeWork(DOI === undefined ? 'webpage' : 'article-journal', title, names?.abridged ?? false, {
    author: names?.names ?? [],
    'container-title': container,
    issued: dateFrom(match.groups),
    DOI,
    URL,
  });
  return { start: 0, end: note.text.length, work, warnings: schemeless(fields) };
}
