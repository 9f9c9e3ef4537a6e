import { scanNote, type NoteText } from './note-text.ts';
import { notUnderstood } from './not-understood.ts';
import { readDatedEntry } from './read-dated-entry.ts';
import { readEnQuoted } from './read-en-citation.ts';
import { readEnPlain } from './read-en-plain.ts';
import { findMarkers, readGbtCitation } from './read-gbt-citation.ts';
import { readZhCitation } from './read-zh-citation.ts';
import { isHostOf } from './split-note.ts';
import type { ParsedCitation } from './parsed-citation.ts';

/** Reads an entry of a list of references: one work, whatever it looks like. */
export function readReference(text: string): ParsedCitation {
  const note = scanNote(text);
  const [marker, next] = findMarkers(note);
  if (marker) {
    const host = next && isHostOf(text, marker, next) ? next : undefined;
    const start = /^\s*/u.exec(text)?.[0].length ?? 0;
    const citation = readGbtCitation(note, start, marker, host, text.length, true);
    if (citation) return citation;
  }
  return withPages(
    readDatedEntry(note) ??
      readMarked(note) ??
      readEnPlain(note, 0, text.length, true) ??
      notUnderstood(note, 0, text.length),
  );
}

/** By the marks round its title. */
function readMarked(note: NoteText): ParsedCitation | undefined {
  const { text } = note;
  const [first] = [...note.closing.keys()]
    .filter((at) => /[《“"]/u.test(text.charAt(at)))
    .sort((a, b) => a - b);
  if (first === undefined) return undefined;
  return readZhCitation(note, first, 0, text.length) ?? readEnQuoted(note, first, 0, text.length, true);
}

/** In a list of references a page is the work's own. */
function withPages(citation: ParsedCitation): ParsedCitation {
  const { locator, work } = citation;
  if (locator?.label === 'page' && work.page === undefined && work.type !== 'book')
    work.page = locator.value.replace(/[–—]/g, '-');
  return citation;
}
