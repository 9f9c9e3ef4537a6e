import type { Locator } from '../../model/locator.ts';
import type { Work } from '../../model/work.ts';
import { readReference } from './read-reference.ts';
import type { ShortForm } from './read-short-form.ts';
import type { Reading } from './reading.ts';
import {
  addToShelf,
  emptyShelf,
  fillUp,
  findByForm,
  findRepeated,
  namesAuthor,
  type Known,
  type Shelf,
} from './same-work.ts';
import { splitNote } from './split-note.ts';
import { withKeys } from './work-keys.ts';

export interface Citations {
  /** In the order of first mention. */
  works: Work[];
  /** Per note: stretches whose texts, joined, are the note, character for character. */
  notes: NotePiece[][];
  /** Per entry of the list: the id of its work. */
  references: string[];
  doubts: CitationDoubt[];
}

/** A stretch of a note; with `work` it is a citation of that work. */
export interface NotePiece {
  text: string;
  work?: string;
  locator?: Locator;
}

/** Where reading was not certain, and what was decided. */
export interface CitationDoubt {
  /** Counted from 0. */
  in: { note: number } | { reference: number };
  /** Into that text. */
  offset: number;
  reason: string;
}

type Place = Pick<CitationDoubt, 'in' | 'offset'>;
type Piece = Omit<NotePiece, 'work'> & { known?: Known };

/** The note, counted from 0, that a note means by a number; undefined where that cannot be told. */
export type NoteByNumber = (note: number, number: number) => number | undefined;

/**
 * What the notes and the list of references of a paper cite. Without `byNumber` the notes are taken to be numbered
 * through.
 */
export function readCitations(
  notes: readonly string[],
  references: readonly string[] = [],
  byNumber?: NoteByNumber,
): Citations {
  const doubts: CitationDoubt[] = [];
  const mentioned = new Map<Known, Place>();
  const mention = (known: Known, place: Place): void => {
    if (!mentioned.has(known)) mentioned.set(known, place);
  };

  // The list first: a note may cite by name and title alone what only the list has in full.
  const listed = emptyShelf();
  const entries = references.map((text, i) => {
    const reading = readReference(text);
    doubts.push(...reading.doubts.map((doubt) => ({ in: { reference: i }, ...doubt })));
    return shelve(listed, reading);
  });

  const shelf = emptyShelf();
  const citedBy: Known[][] = [];
  const pieces = notes.map((text, note): Piece[] => {
    const cited: Known[] = [];
    citedBy.push(cited);
    const parts: Piece[] = [];
    let end = 0;
    for (const citation of splitNote(text)) {
      const { start, end: to, locator } = citation.type === 'reading' ? citation.reading : citation.form;
      const doubt = (reason: string, offset = start): number => doubts.push({ in: { note }, offset, reason });
      let known: Known | undefined;
      if (citation.type === 'short') {
        known = resolve(citation.form, { shelf, listed, citedBy, note, byNumber, doubt });
        if (!known) continue;
      } else {
        const { reading } = citation;
        for (const { offset, reason } of reading.doubts) doubt(reason, offset);
        known = findRepeated(shelf, reading);
        if (!known) {
          known = findRepeated(listed, reading);
          if (known) addToShelf(shelf, known);
        }
        if (known) fillUp(known, reading);
        else {
          if (reading.isShort)
            doubt(
              'It reads like a repeat, but no earlier citation fits; it was entered as a work of its own.',
            );
          known = { work: reading.work, isShort: reading.isShort ?? false };
          addToShelf(shelf, known);
        }
      }
      mention(known, { in: { note }, offset: start });
      cited.push(known);
      if (start > end) parts.push({ text: text.slice(end, start) });
      parts.push({ text: text.slice(start, to), known, ...(locator ? { locator } : {}) });
      end = to;
    }
    if (end < text.length) parts.push({ text: text.slice(end) });
    return parts;
  });
  entries.forEach((known, reference) => mention(known, { in: { reference }, offset: 0 }));

  for (const [{ work }, place] of mentioned)
    if (work.issued === undefined && !(work.type === 'document' && work.note !== undefined))
      doubts.push({ ...place, reason: 'No year is printed; the id says nd.' });
  const order = [...mentioned.keys()];
  const listedAt = new Map(entries.map((known, i) => [known, i]));
  const works = withKeys(
    order.map(({ work }) => work),
    order.map((known, i) => listedAt.get(known) ?? entries.length + i),
  );
  const ids = new Map(order.map((known, i) => [known, works[i]?.id ?? '']));
  return {
    works,
    notes: pieces.map((parts) =>
      parts.map(({ known, text, ...rest }) =>
        known ? { text, work: ids.get(known) ?? '', ...rest } : { text },
      ),
    ),
    references: entries.map((known) => ids.get(known) ?? ''),
    doubts: doubts.sort((a, b) => placeIn(a) - placeIn(b) || a.offset - b.offset),
  };
}

/** Notes before references. */
const placeIn = (doubt: CitationDoubt): number =>
  'note' in doubt.in ? doubt.in.note : 1e9 + doubt.in.reference;

function shelve(shelf: Shelf, reading: Reading): Known {
  const there = findRepeated(shelf, reading);
  if (there) {
    fillUp(there, reading);
    return there;
  }
  const known = { work: reading.work, isShort: reading.isShort ?? false };
  addToShelf(shelf, known);
  return known;
}

interface Before {
  shelf: Shelf;
  listed: Shelf;
  citedBy: Known[][];
  note: number;
  byNumber: NoteByNumber | undefined;
  doubt: (reason: string) => void;
}

/** The work that a short form points to; undefined, with a doubt, where there is none. */
function resolve(
  form: ShortForm,
  { shelf, listed, citedBy, note, byNumber, doubt }: Before,
): Known | undefined {
  const pointedTo =
    form.number === undefined ? undefined : byNumber ? byNumber(note, form.number) : form.number - 1;
  const there = pointedTo === undefined || pointedTo > note ? [] : (citedBy[pointedTo] ?? []);
  if (form.type === 'same' && form.name === undefined) {
    const here = citedBy[note]?.at(-1);
    if (here) return here;
    let back = note - 1;
    while (back >= 0 && note - back < FARTHEST && citedBy[back]?.length === 0) back--;
    const before = citedBy[back] ?? [];
    const last = before.at(-1);
    if (!last) doubt('It repeats the citation before it, but there is none; it was left as text.');
    else if (back < note - 1)
      doubt('The note before it cites nothing; it was read as the last work cited before that.');
    else if (new Set(before).size > 1)
      doubt('The note before it cites several works; it was read as the last of them.');
    return last;
  }
  if (form.name !== undefined) {
    const numbered = there.find(({ work }) => namesAuthor(work, form.name ?? ''));
    if (numbered) return numbered;
    const inNotes = findByForm(shelf, form);
    const { known, isOnly } = inNotes.known ? inNotes : findByForm(listed, form);
    if (!known && !form.isTentative)
      doubt(
        'It repeats an earlier citation, but no work of that author was cited before; it was left as text.',
      );
    else if (known && !isOnly)
      doubt('Several works of that author were cited before; it was read as the last of them.');
    return known;
  }
  if (form.type === 'note') {
    const number = form.number ?? 0;
    // Circled numbers reach the fiftieth note of a paper only where they begin anew on each page.
    if (there.length === 0 || (form.isCircled && note >= 20 && !byNumber)) {
      doubt(`It points to note ${number}, and which note that is cannot be told; it was left as text.`);
      return undefined;
    }
    if (form.isCircled && !byNumber)
      doubt(
        `It was read as the ${number}. note of the whole paper; where numbers begin anew on each page it is another.`,
      );
    else if (new Set(there).size > 1)
      doubt(`Note ${number} cites several works; it was read as the first of them.`);
    return there[0];
  }
  const { known, isOnly } = findByForm(shelf, form);
  if (!known) doubt('It repeats an earlier citation, but there is none of its kind; it was left as text.');
  else if (!isOnly) doubt('It names no author; it was read as the last work of its kind cited before.');
  return known;
}

/** So many notes back a citation is looked for that ibid. repeats. */
const FARTHEST = 50;
