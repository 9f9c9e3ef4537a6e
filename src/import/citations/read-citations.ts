import type { LibraryRecord } from '../../cite/read-library.ts';
import type { Locator } from '../../model/locator.ts';
import type { Work } from '../../model/work.ts';
import { citationOf, matchingRecords } from './library.ts';
import { readReference } from './read-reference.ts';
import type { ShortForm } from './read-short-form.ts';
import type { ParsedCitation } from './parsed-citation.ts';
import {
  addToIndex,
  emptyIndex,
  merge,
  findByShortForm,
  findDuplicate,
  namesAuthor,
  type Candidate,
  type WorkIndex,
} from './work-index.ts';
import { splitNote } from './split-note.ts';
import { withKeys } from './work-keys.ts';
import { inLanguageOf } from './work-language.ts';

// A note or entry becomes citations in stages, each with its own type: NoteText (paired marks and URLs), the parts that
// cite (splitNote, readReference), the head, title and fields of each (with tables of fields for Chinese, Latin letters
// and GB/T 7714), the work built from these (ParsedCitation), and finally the deduplicated works of the whole paper
// (WorkIndex).

export interface Citations {
  /** In the order of first mention. */
  works: Work[];
  /** By note: parts whose texts, joined, are exactly the note. */
  notes: NotePiece[][];
  /** By entry of the reference list: the ids of its works. */
  references: string[][];
  warnings: CitationWarning[];
}

/** A part of a note; with `work` it is a citation of that work. */
export interface NotePiece {
  text: string;
  work?: string;
  locator?: Locator | undefined;
}

/** An uncertain decision. */
interface CitationWarning {
  /** An index from 0. */
  in: { note: number } | { reference: number };
  /** The offset in that text. */
  offset: number;
  reason: string;
}

type Place = Pick<CitationWarning, 'in' | 'offset'>;
type Piece = Omit<NotePiece, 'work'> & { candidate?: Candidate };

/** The index of the note to which a number in a note refers; undefined if ambiguous or unknown. */
export type NoteByNumber = (note: number, number: number) => number | undefined;

/**
 * Reads the citations in the notes and the reference list of a paper. Without `byNumber`, notes are assumed to be
 * numbered consecutively. Works that are in the library become its records, and missing ones are reported. `records`
 * are the works of list entries, by index, if the source marks up their fields. `lang` is the paper’s language.
 */
export function readCitations(
  notes: readonly string[],
  references: readonly string[] = [],
  byNumber?: NoteByNumber,
  library: readonly LibraryRecord[] = [],
  records: readonly (LibraryRecord | undefined)[] = [],
  lang = 'en',
): Citations {
  const warnings: CitationWarning[] = [];
  const mentioned = new Map<Candidate, Place>();
  const mention = (candidate: Candidate, place: Place): void => {
    if (!mentioned.has(candidate)) mentioned.set(candidate, place);
  };

  // The list comes first: a note may cite a work by name and title only, if the list gives the details.
  const listed = emptyIndex();
  const entries = references.map((text, i) => {
    const record = records[i];
    const citations = record ? [citationOf(record, text)] : readReference(text);
    for (const warning of citations.flatMap((citation) => citation.warnings))
      warnings.push({ in: { reference: i }, ...warning });
    return citations.map((citation) => dedupe(listed, citation));
  });

  const index = emptyIndex();
  const citedBy: Candidate[][] = [];
  const unread = new Set<number>();
  const pieces = notes.map((text, note): Piece[] => {
    const cited: Candidate[] = [];
    citedBy.push(cited);
    const parts: Piece[] = [];
    let end = 0;
    for (const found of splitNote(text)) {
      const { start, end: to, locator } = found;
      const warning = (reason: string, offset = start): number =>
        warnings.push({ in: { note }, offset, reason });
      let candidate: Candidate | undefined;
      if ('type' in found) {
        candidate = resolve(found, {
          ...{ index, listed, notes, citedBy, unread, note, byNumber },
          warning,
        });
        if (!candidate) continue;
      } else {
        for (const { offset, reason } of found.warnings) warning(reason, offset);
        const inList = findDuplicate(index, found) ? undefined : findDuplicate(listed, found);
        if (inList) addToIndex(index, inList);
        candidate = dedupe(index, found);
        if (candidate.work === found.work && found.isShort)
          warning(
            found.work.type === 'legal_case'
              ? 'The name of the case is not in the note; its place in the reports was entered instead.'
              : 'It looks like a repeated citation, but no earlier one matches; it was entered as a separate work.',
          );
      }
      mention(candidate, { in: { note }, offset: start });
      cited.push(candidate);
      if (start > end) parts.push({ text: text.slice(end, start) });
      parts.push({ text: text.slice(start, to), candidate, locator });
      end = to;
    }
    if (end < text.length) parts.push({ text: text.slice(end) });
    return parts;
  });
  for (const [reference, candidates] of entries.entries())
    for (const candidate of candidates) mention(candidate, { in: { reference }, offset: 0 });

  for (const candidate of mentioned.keys()) candidate.work = inLanguageOf(lang, candidate.work);
  const recordOf = matchingRecords(library);
  for (const [candidate, place] of library.length > 0 ? mentioned : []) {
    const record = recordOf(candidate.work);
    candidate.work = record ?? candidate.work;
    if (!record)
      warnings.push({
        ...place,
        reason: 'The work is not in the library; its details were read from the paper.',
      });
  }
  for (const [{ work }, place] of mentioned)
    if (work.issued === undefined && !(work.type === 'document' && work.note !== undefined))
      warnings.push({ ...place, reason: `No year is printed for “${work.title}”; the id contains nd.` });
  const order = [...mentioned.keys()];
  const listedAt = new Map(entries.flat().map((candidate, i) => [candidate, i]));
  const works = withKeys(
    order.map(({ work }) => work),
    order.map((candidate, i) => listedAt.get(candidate) ?? listedAt.size + i),
  );
  const ids = new Map(order.map((candidate, i) => [candidate, works[i]?.id ?? '']));
  return {
    works,
    notes: pieces.map((parts) =>
      parts.map(({ candidate, text, ...rest }) =>
        candidate ? { text, work: ids.get(candidate) ?? '', ...rest } : { text },
      ),
    ),
    references: entries.map((candidates) => candidates.map((candidate) => ids.get(candidate) ?? '')),
    warnings: warnings.sort((a, b) => placeIn(a) - placeIn(b) || a.offset - b.offset),
  };
}

/** Sorts notes before references. */
const placeIn = (warning: CitationWarning): number =>
  'note' in warning.in ? warning.in.note : 1e9 + warning.in.reference;

/** The work that a citation repeats, completed with new details; otherwise a new work, which is added to the index. */
function dedupe(index: WorkIndex, citation: ParsedCitation): Candidate {
  const known = findDuplicate(index, citation);
  if (known) merge(known, citation);
  const candidate = known ?? { work: citation.work, isShort: citation.isShort ?? false };
  if (!known) addToIndex(index, candidate);
  return candidate;
}

interface Before {
  index: WorkIndex;
  listed: WorkIndex;
  notes: readonly string[];
  citedBy: Candidate[][];
  /** The notes whose ibid. was left as text. */
  unread: Set<number>;
  note: number;
  byNumber: NoteByNumber | undefined;
  warning: (reason: string) => void;
}

/** The work that a short form refers to; undefined, with a warning, if there is none. */
function resolve(form: ShortForm, before: Before): Candidate | undefined {
  const { index, listed, citedBy, note, byNumber, warning } = before;
  const { type, name, number } = form;
  if (type === 'same' && name === undefined) return citedBy[note]?.at(-1) ?? lastCited(form.start, before);
  const pointedTo = number === undefined ? undefined : byNumber ? byNumber(note, number) : number - 1;
  const there = pointedTo === undefined || pointedTo > note ? [] : (citedBy[pointedTo] ?? []);
  const by = form.reporter !== undefined ? 'reporter' : name !== undefined ? 'author' : 'kind';
  if (by === 'kind' && type === 'note') return firstIn(there, form, before);
  const numbered = by === 'author' && there.find(({ work }) => namesAuthor(work, name ?? ''));
  if (numbered) return numbered;
  const inNotes = findByShortForm(index, form);
  const { candidate, isOnly } =
    by !== 'author' || inNotes.candidate ? inNotes : findByShortForm(listed, form);
  if (candidate && !isOnly) warning(SEVERAL[by]);
  if (!candidate && (by !== 'author' || !form.isTentative)) warning(NONE[by]);
  return candidate;
}

const NONE = {
  reporter: 'It cites a decision that was not cited before; it was left as text.',
  author: 'It repeats an earlier citation, but no work by that author was cited before; it was left as text.',
  kind: 'It repeats an earlier citation, but there is none of this kind; it was left as text.',
};
const SEVERAL = {
  reporter: 'Several decisions in that volume were cited before; it was read as the last of them.',
  author: 'Several works by that author were cited before; it was read as the last of them.',
  kind: 'It names no author; it was read as the last work of this kind cited before.',
};

/** The last work cited before a short form in the next note that says “the same”. */
function lastCited(start: number, { notes, citedBy, unread, note, warning }: Before): Candidate | undefined {
  const [ahead, own] = [notes[note]!.slice(0, start), notes[note]!.slice(start)];
  let back = note - 1;
  while (back >= 0 && note - back < MAX_NOTES_BACK && citedBy[back]?.length === 0) back--;
  const works = citedBy[back] ?? [];
  if (works.length === 0)
    warning('It repeats the previous citation, but there is none; it was left as text.');
  else if (
    notes.slice(back + 1, note).some((text) => CITES.test(text)) ||
    (/^id\b/i.test(own) && CITES.test(ahead))
  ) {
    // One warning is enough for all that follow each other.
    if (!unread.has(note - 1) && !unread.has(note))
      warning('It may repeat something that was not understood; it was left as text.');
    unread.add(note);
    return undefined;
  } else if (back < note - 1)
    warning('The previous note cites nothing; it was read as the last work cited before that.');
  else if (new Set(works).size > 1)
    warning('The previous note cites several works; it was read as the last of them.');
  return works.at(-1);
}

/** The first of the works cited `there`, in the note that a short form names by its number. */
function firstIn(there: Candidate[], form: ShortForm, { note, byNumber, warning }: Before) {
  const { number = 0, isCircled } = form;
  // Circled numbers only get as far as the fiftieth note of a paper if they restart on each page.
  const isUnclear = there.length === 0 || (isCircled && note >= 20 && !byNumber);
  if (isUnclear)
    warning(`It refers to note ${number}, but it is unclear which note that is; it was left as text.`);
  else if (isCircled && !byNumber)
    warning(
      `It was read as note ${number} of the whole paper; if numbers restart on each page, it is another note.`,
    );
  else if (new Set(there).size > 1)
    warning(`Note ${number} cites several works; it was read as the first of them.`);
  return isUnclear ? undefined : there[0];
}

const CITES = /[\d§]/;

/** The maximum number of notes back in which the antecedent of ibid. is sought. */
const MAX_NOTES_BACK = 50;
