import type { NoteText } from './note-text.ts';
import {
  hasRole,
  isPersonAlone,
  namesAuthors,
  readCredits,
  zhReportingWords,
  type Credits,
} from './read-zh-names.ts';
import { zhLeadInLength, zhOpening } from './lead-in.ts';
import { zhAndOthers, zhInstitution, zhNation } from '../words/read-han-names.ts';

const MAX_AUTHORS = 160;

/** The authors named before a title, back to the previous comma, lead-in or sentence. */
export function authorsBefore(
  note: NoteText,
  titleStart: number,
  low: number,
): { start: number; credits: Credits } | undefined {
  const { text } = note;
  let end = titleStart;
  while (end > low && /\s/u.test(text.charAt(end - 1))) end--;
  const separator = end > low ? (/[：:，,]/u.exec(text.charAt(end - 1))?.[0] ?? '') : '';
  if (separator !== '') end--;
  const bound = Math.max(low, end - MAX_AUTHORS);
  /** The start of the clause that ends at an offset, and the start of the rest after its lead-in. */
  const clauseBefore = (to: number): { edge: number; start: number } => {
    let edge = to;
    while (edge > bound && !isEdge(note, edge - 1, end)) edge--;
    return { edge, start: behindLeadIn(text, edge, to) };
  };
  const isListed = (at: number): boolean => /[，,]/u.test(text.charAt(at - 1));

  const clause = clauseBefore(end);
  let { start } = clause;
  if (separator === '' && clause.edge > low && !/[；;。：:]/u.test(text.charAt(clause.edge - 1)))
    return undefined;
  // Names separated by commas: nothing but names may precede, back to the beginning of the sentence.
  if (separator !== '' && start === clause.edge && isListed(start)) {
    let first = start;
    let areNames = arePersons(text.slice(start, end));
    while (areNames && first > bound && isListed(first)) {
      const before = clauseBefore(first - 1);
      areNames = arePersons(text.slice(before.start, first - 1));
      first = before.start;
      if (before.start > before.edge) break;
    }
    if (areNames && !isListed(first)) start = first;
  }
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  const written = text.slice(start, end);
  const areAuthors =
    separator === ''
      ? areSurelyAuthors(written)
      : isComma(separator)
        ? arePersons(written) && !isListed(start)
        : namesAuthors(written);
  return areAuthors ? { start, credits: readCredits(written) } : undefined;
}

const isComma = (mark: string): boolean => /[，,]/u.test(mark);

const arePersons = (written: string): boolean =>
  written !== '' &&
  (written.split(/[、，,]/u).every(isPersonAlone) || (hasRole(written) && namesAuthors(written)));

/**
 * For names that no punctuation separates from the title: institutions, or several persons; a single word may be any
 * word.
 */
function areSurelyAuthors(written: string): boolean {
  if (!namesAuthors(written) || zhReportingWords.test(written)) return false;
  const names = written.split(/[、，,]/u).map((name) => name.replace(zhAndOthers, ''));
  const isList = names.length > 1 || zhAndOthers.test(written) || zhNation.test(written);
  return (
    names.every((name) => name.length > 3 && zhInstitution.test(name)) || (isList && arePersons(written))
  );
}

const isEdge = (note: NoteText, at: number, end: number): boolean =>
  /[，,。；;：:！？!?》”\n]/u.test(note.text.charAt(at)) || (note.closing.get(at) ?? 0) > end;

function behindLeadIn(text: string, from: number, end: number): number {
  const stretch = text.slice(from, end);
  const announced = zhLeadInLength(stretch) % stretch.length || 0;
  const rest = stretch.slice(announced);
  const opening = zhOpening.exec(rest)?.[0] ?? '';
  const clause = CLAUSE.exec(rest.slice(opening.length))?.[0] ?? '';
  return from + announced + (opening === rest ? 0 : opening.length) + clause.length;
}

/** A clause that ends with the author: 工务局的意见为某某：. */
const CLAUSE = /^\p{Script=Han}{2,}的\p{Script=Han}{2,10}[为是](?=\p{Script=Han}{2,}$)/u;
