import type { NoteText } from './note-text.ts';
import { hasRole, isPersonAlone, namesAuthors, readCredits, type Credits } from './read-zh-names.ts';
import { zhLeadInLength, zhOpening } from './lead-in.ts';
import { zhAndOthers, zhInstitution, zhNation } from './read-han-names.ts';
import { zhTelling } from './read-zh-names.ts';

/** Characters before a title in which its authors are looked for. */
const MAX_AUTHORS = 160;

/** Who is named before a title, back to the comma, lead-in or sentence before. */
export function authorsBefore(
  note: NoteText,
  titleStart: number,
  low: number,
): { start: number; credits: Credits } | undefined {
  const { text } = note;
  let end = titleStart;
  while (end > low && /\s/u.test(text.charAt(end - 1))) end--;
  const separator = text.charAt(end - 1);
  if (!/[：:，,]/u.test(separator) || end <= low) return authorsWithoutSeparator(note, end, low);
  end--;
  const bound = Math.max(low, end - MAX_AUTHORS);
  let from = end;
  while (from > bound && !isEdge(note, from - 1, end)) from--;
  let start = behindLeadIn(text, from, end);
  // Before a comma, and for names set apart by commas, nothing but names may stand back to the edge of the sentence.
  if (start === from && /[，,]/u.test(text.charAt(from - 1))) {
    let [edge, names] = [from, arePersons(text.slice(from, end))];
    while (names && edge > bound && /[，,]/u.test(text.charAt(edge - 1))) {
      let next = edge - 1;
      while (next > bound && !isEdge(note, next - 1, end)) next--;
      const head = behindLeadIn(text, next, edge - 1);
      names = arePersons(text.slice(head, edge - 1));
      edge = head;
      if (head > next) break;
    }
    if (names && !/[，,]/u.test(text.charAt(edge - 1))) start = edge;
  }
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  const written = text.slice(start, end);
  if (/[，,]/u.test(separator)) {
    if (!arePersons(written) || /[，,]/u.test(text.charAt(start - 1))) return undefined;
  } else if (!namesAuthors(written)) return undefined;
  return { start, credits: readCredits(written) };
}

const arePersons = (written: string): boolean =>
  written !== '' &&
  (written.split(/[、，,]/u).every(isPersonAlone) || (hasRole(written) && namesAuthors(written)));

const isEdge = (note: NoteText, at: number, end: number): boolean =>
  /[，,。；;：:！？!?》”\n]/u.test(note.text.charAt(at)) || (note.closing.get(at) ?? 0) > end;

function behindLeadIn(text: string, from: number, end: number): number {
  const stretch = text.slice(from, end);
  const head = zhLeadInLength(stretch);
  const opening = zhOpening.exec(stretch.slice(head));
  const clause = CLAUSE.exec(stretch.slice(head + (opening?.[0].length ?? 0)));
  if (clause) return from + head + (opening?.[0].length ?? 0) + clause[0].length;
  return (
    from +
    (head < stretch.length ? head : 0) +
    (opening?.[0] !== stretch.slice(head) ? (opening?.[0].length ?? 0) : 0)
  );
}

/** A person or body right before the title, where nothing else stands before it in the sentence. */
function authorsWithoutSeparator(
  note: NoteText,
  end: number,
  low: number,
): { start: number; credits: Credits } | undefined {
  const { text } = note;
  const bound = Math.max(low, end - MAX_AUTHORS);
  let from = end;
  while (from > bound && !isEdge(note, from - 1, end)) from--;
  if (from > low && !/[；;。：:]/u.test(text.charAt(from - 1))) return undefined;
  let start = behindLeadIn(text, from, end);
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  const written = text.slice(start, end);
  if (!namesAuthors(written) || zhTelling.test(written)) return undefined;
  const names = written.split(/[、，,]/u).map((name) => name.replace(zhAndOthers, ''));
  const areBodies = names.every((name) => name.length > 3 && zhInstitution.test(name));
  // One word of two characters may be any word.
  const isList = names.length > 1 || zhAndOthers.test(written) || zhNation.test(written);
  return areBodies || (isList && arePersons(written)) ? { start, credits: readCredits(written) } : undefined;
}

/** A clause that ends in the author: 工务局的意见为某某：. */
const CLAUSE = /^\p{Script=Han}{2,}的\p{Script=Han}{2,10}[为是](?=\p{Script=Han}{2,}$)/u;
