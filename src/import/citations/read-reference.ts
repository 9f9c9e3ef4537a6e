import { scanNote, type NoteText } from './note-text.ts';
import { notUnderstood } from './not-understood.ts';
import { readDatedHan, readLatinEntry } from './read-latin.ts';
import { readTitleFirst } from './read-title-first.ts';
import { readZhCitation } from './read-zh-citation.ts';
import { readGbtEntries } from './split-note.ts';
import type { ParsedCitation } from './parsed-citation.ts';
import { fromZhChicago } from './zh-chicago.ts';

/** Reads an entry of a reference list in any style: at least one work, or several if markers separate them. */
export function readReference(text: string): [ParsedCitation, ...ParsedCitation[]] {
  const note = scanNote(fromZhChicago(text));
  const [first, ...more] = readGbtEntries(note, true);
  if (first) return [first, ...more];
  return [
    withPages(
      readDatedHan(note) ??
        readMarked(note) ??
        readTitleFirst(note) ??
        readLatinEntry(note) ??
        notUnderstood(scanNote(text), 0, text.length),
    ),
  ];
}

/** Reads an entry by the marks around its title. */
function readMarked(note: NoteText): ParsedCitation | undefined {
  const first = note.text.indexOf('《');
  return first === -1 ? undefined : readZhCitation(note, first, 0, note.text.length);
}

/** In a reference list, a page is the work’s extent, not a locator. */
function withPages(citation: ParsedCitation): ParsedCitation {
  const { locator, work } = citation;
  if (locator?.label === 'page' && work.page === undefined && work.type !== 'book')
    work.page = locator.value.replace(/[–—]/g, '-');
  return citation;
}
