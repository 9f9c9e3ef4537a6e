import { scanNote, stepOver, type NoteText } from './note-text.ts';
import { matchAt } from './pattern.ts';
import { isStop } from './latin-fields.ts';
import { readAuthorDate } from './read-author-date.ts';
import { readLatinCase, readShortCase } from './read-latin-case.ts';
import { readLatinPlain, readLatinQuoted } from './read-latin.ts';
import { findMarkers, readGbtCitation, type Marker } from './read-gbt-citation.ts';
import { readLatinRepeat, readShortForm, type ShortForm } from './read-short-form.ts';
import { readZhCase } from './read-zh-case.ts';
import { readWebPage } from './read-web-page.ts';
import { readZhCitation } from './read-zh-citation.ts';
import { namesAuthors } from './read-zh-names.ts';
import { looksLikeName } from '../words/read-latin-names.ts';
import type { ParsedCitation } from './parsed-citation.ts';
import { notUnderstood } from './not-understood.ts';
import { enAnnounced, enBegins, enBetween, enLeadInLength, zhLeadInLength, zhOwnText } from './lead-in.ts';

/** A citation of its own; one with a `type` only refers to an earlier one. */
type Citation = ParsedCitation | ShortForm;

/** The citations of a note in order, without overlaps; the text between them is lead-in and comment. */
export function splitNote(text: string): Citation[] {
  const note = scanNote(text);
  const citations: Citation[] = [];
  let cursor = 0;
  for (const citation of readGbtEntries(note, false)) {
    scanRegion(note, cursor, citation.start, citations);
    citations.push(citation);
    cursor = citation.end;
  }
  scanRegion(note, cursor, text.length, citations);
  return citations;
}

/** The entries of a text with GB/T 7714 markers. */
export function readGbtEntries(note: NoteText, isReference: boolean): ParsedCitation[] {
  const { text } = note;
  const citations: ParsedCitation[] = [];
  const markers = findMarkers(note);
  let cursor = 0;
  for (const [i, marker] of markers.entries()) {
    if (marker.start < cursor) continue;
    const next = markers[i + 1];
    const host = next && isHostOf(text, marker, next) ? next : undefined;
    const following = markers[i + (host ? 2 : 1)];
    // An entry of a list begins with its names, whatever they look like.
    const start = isReference && cursor === 0 ? text.search(/\S|$/u) : entryStart(text, cursor, marker.start);
    const citation = readGbtCitation(note, start, marker, host, following?.start ?? text.length, isReference);
    if (!citation) continue;
    citations.push(citation);
    cursor = citation.end;
  }
  return citations;
}

/** True if the next marker belongs to the book that contains the work before it, after [C]//. */
const isHostOf = (text: string, marker: Marker, next: Marker): boolean =>
  next.start - marker.end < MAX_HOST &&
  (/^\s*(?:\/\/|∥|／／)/u.test(text.slice(marker.end, next.start)) ||
    (marker.kind === 'A' && next.kind === 'C'));

/** The most characters between the marker of a work and that of the book that contains it. */
const MAX_HOST = 300;

/** The start of an entry whose marker is known: after the previous entry, sentence or lead-in. */
function entryStart(text: string, from: number, marker: number): number {
  let start = from + (/.*[;；\n]/su.exec(text.slice(from, marker))?.[0].length ?? 0);
  const [before, last] = [...text.slice(start, marker).matchAll(/[^。]+。?/gu)].slice(-2);
  if (before && last) {
    const names = before[0].replace(/。$/u, '');
    const areNames = !/[.．]/u.test(last[0]) && (namesAuthors(names) || looksLikeName(names));
    start += (areNames ? before : last).index;
  }
  const stretch = text.slice(start, marker);
  const stop = stretch.search(/(?<=\p{L}{2})[.．]\s/u);
  const head = stop === -1 ? stretch.slice(0, 30) : stretch.slice(0, stop);
  start += Math.max(zhLeadInLength(head), enLeadInLength(head));
  return start + (/^[\s.,，。；;:：．]*/u.exec(text.slice(start, marker))?.[0].length ?? 0);
}

function scanRegion(note: NoteText, from: number, to: number, citations: Citation[]): void {
  let start = from;
  let pos = from;
  while (pos < to) {
    if (/[；;。！？\n]/u.test(note.text.charAt(pos))) {
      scanPart(note, start, pos, citations);
      start = pos = pos + 1;
    } else pos = stepOver(note, pos);
  }
  scanPart(note, start, Math.min(pos, to), citations);
}

const OPENS_SHORT_FORM = /[同前上见注註iIoOlLsSan]/u;

/** Reads every citation between two semicolons or full stops, from left to right. */
function scanPart(note: NoteText, from: number, to: number, citations: Citation[]): void {
  const before = citations.length;
  const closers: number[] = [];
  let low = from;
  let pos = from;
  while (pos < to) {
    while ((closers.at(-1) ?? Infinity) < pos) closers.pop();
    const found = citationAt(note, pos, low, Math.min(closers.at(-1) ?? to, to), to);
    const close = note.closing.get(pos);
    if (found) {
      scanPlain(note, low, found.start, citations);
      citations.push(found);
      low = pos = Math.max(found.end, pos + 1);
    } else if (close !== undefined && /[(（]/u.test(note.text.charAt(pos))) {
      closers.push(close);
      pos++;
    } else pos = stepOver(note, pos);
  }
  scanPlain(note, low, to, citations);
  if (citations.length === before) {
    const odd = readNotUnderstood(note, from, to);
    if (odd) citations.push(odd);
  }
}

/**
 * The citation whose title, short form, year or number is at an offset. It lies between `low` and `to`, and within the
 * brackets that end at `high`.
 */
function citationAt(
  note: NoteText,
  pos: number,
  low: number,
  high: number,
  to: number,
): Citation | undefined {
  const char = note.text.charAt(pos);
  const isClosed = note.closing.has(pos);
  if (isClosed && /[《“"‘]/u.test(char)) {
    const citation =
      (char === '‘' ? undefined : readZhCitation(note, pos, low, high)) ??
      (char === '《' ? undefined : readLatinQuoted(note, pos, low, high));
    return citation && citation.start >= low && citation.end <= to ? citation : undefined;
  }
  if (OPENS_SHORT_FORM.test(char)) return readShortForm(note, pos, low, high);
  if (/[12]/.test(char) && !/\d/.test(note.text.charAt(pos - 1))) return readAuthorDate(note, pos, low, to);
  return isClosed && /[(（〔[［]/u.test(char) ? readZhCase(note, pos, low, high) : undefined;
}

/** Reads citations whose titles have no marks. */
function scanPlain(note: NoteText, from: number, to: number, citations: Citation[]): void {
  const { text } = note;
  let pos = from;
  let isStart = true;
  while (pos < to) {
    if (isStart) {
      pos = behindLeadIn(text, pos, to);
      if (/\d/.test(text.slice(pos, Math.min(to, pos + 500)))) {
        const found =
          readLatinRepeat(note, pos, to) ??
          readShortCase(note, pos, to) ??
          readLatinCase(note, pos, to) ??
          readLatinPlain(note, pos, to);
        if (found) {
          citations.push(found);
          pos = Math.max(found.end, pos + 1);
          isStart = false;
          continue;
        }
      } else return;
    }
    const char = text.charAt(pos);
    // A sentence, or Latin text after Chinese, may begin a citation.
    isStart =
      (char === '.' && isStop(text, pos)) ||
      endsQuoted(note, pos) ||
      (/[\s,]/.test(char) &&
        matchAt(enAnnounced, text, pos + 1) !== undefined &&
        !isSurname(text, pos + 1)) ||
      (/[\p{Script=Han}，：,:]/u.test(char) &&
        /^[，：,:]?\s?\p{Lu}/u.test(text.slice(pos + 1, pos + 4)) &&
        (/\p{Script=Han}/u.test(char) || /\p{Script=Han}/u.test(text.charAt(pos - 1))));
    pos = isStart ? pos + 1 : stepOver(note, pos);
  }
}

/** True at the end of a quoted sentence: “They sank.” Anna Reed, … */
const endsQuoted = ({ text }: NoteText, pos: number): boolean =>
  /^[.?!]” \p{Lu}/u.test(text.slice(pos - 2, pos + 2));

/** True for a capitalised word directly after another, or after an initial: Anna W. See. */
const isSurname = (text: string, pos: number): boolean =>
  /^\p{Lu}/u.test(text.slice(pos, pos + 1)) &&
  /\p{Lu}(?:\p{Ll}*|\.) $/u.test(text.slice(Math.max(0, pos - 20), pos));

function behindLeadIn(text: string, from: number, to: number): number {
  return Math.min(to, from + (matchAt(enBetween, text, from)?.[0].length ?? 0));
}

/** A citation that is announced or has a URL, although nothing in it was understood. */
function readNotUnderstood(note: NoteText, from: number, to: number): ParsedCitation | undefined {
  const { text } = note;
  const stretch = text.slice(from, Math.min(to, from + 2000));
  const hasAddress =
    /https?:|www\./i.test(stretch) &&
    [...stretch.matchAll(/https?:|www\./gi)].some(({ index }) => note.addresses.has(from + index));
  const head = Math.max(zhLeadInLength(stretch), enBegins.exec(stretch)?.[0].length ?? 0);
  const rest = stretch.slice(head);
  const tellsWork = /[《“"]/u.test(rest) || /(?:1[6-9]|20)\d\d/.test(rest);
  // Japanese is not supported, but its title marks together with a year show a citation.
  const isJapanese = /『[^『』]+』/u.test(rest) && /\d{4}/.test(rest);
  if (!hasAddress && !isJapanese && !(head > 0 && tellsWork)) return undefined;
  if (
    !hasAddress &&
    (zhOwnText.test(rest) || /\b(?:above|below|section|chapter|table|figure|infra|supra)\b|^id\./i.test(rest))
  )
    return undefined;
  const start = from + head + (/^\s*/u.exec(rest)?.[0].length ?? 0);
  return start < to ? (readWebPage(note, start, to) ?? notUnderstood(note, start, to)) : undefined;
}
