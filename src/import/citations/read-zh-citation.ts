import { zhAnnounces, zhNextLeadIn, zhQuotedIn, zhReign, zhRepeats } from './zh-citations.ts';
import { matchAt, type NoteText } from './note-text.ts';
import { authorsBefore } from './read-zh-authors.ts';
import { readDetails, type Found } from './read-zh-fields.ts';
import { titleOf, type ParsedCitation } from './parsed-citation.ts';
import { workOfZh } from './work-of-zh.ts';

/** Reads the citation whose title stands between the marks that open at `titleStart`; it lies between low and high. */
export function readZhCitation(
  note: NoteText,
  titleStart: number,
  low: number,
  high: number,
): ParsedCitation | undefined {
  const close = note.closing.get(titleStart);
  if (close === undefined || close >= high || close === titleStart + 1) return undefined;
  const title = titleOf(note.text.slice(titleStart + 1, close));
  if (!/[\p{L}\p{N}]/u.test(title)) return undefined;
  const isQuoted = note.text.charAt(titleStart) !== '《';
  const who = authorsBefore(note, titleStart, low);
  if (isQuoted && (who === undefined || !/^[，,]/u.test(note.text.slice(close + 1)))) return undefined;
  const found = readDetails(note, close + 1, high);
  const reign = who
    ? undefined
    : zhReign.exec(note.text.slice(Math.max(low, titleStart - 5), titleStart))?.[1];
  const start = who?.start ?? titleStart - (reign?.length ?? 0);
  if (reign !== undefined) found.edition ??= reign;
  const before = note.text.slice(Math.max(low, start - 40), start);
  const repeats = zhRepeats.test(before);
  if (repeats) found.back = true;
  const announced = zhAnnounces.test(before) || repeats;
  const gap = matchAt(BEHIND, note.text, found.end)?.[0].length ?? 0;
  // Another work is named as the one that quotes it.
  const quoted = matchAt(zhQuotedIn, note.text, found.end + gap) !== undefined;
  if (quoted) found.back = true;
  const atHead = announced || before.trim() === '' || /[：:；;。]\s*$/u.test(before);
  if (!isCitation(found, who !== undefined, atHead, announced, isAlone(note.text, found.end, high)))
    return undefined;
  const reading = workOfZh(title, who?.credits, found, start);
  return quoted ? { ...reading, isShort: false } : reading;
}

/** Whether a citation ends its part of the note, or another is announced behind it. */
function isAlone(text: string, from: number, high: number): boolean {
  let end = high;
  while (end > from && /[\s.，,)）]/u.test(text.charAt(end - 1))) end--;
  const gap = matchAt(BEHIND, text, from)?.[0].length ?? 0;
  return from >= end || matchAt(zhNextLeadIn, text, from + gap) !== undefined;
}

/** A remark in brackets, and what parts a citation from the next. */
const BEHIND = /(?:\s?[(（][^()（）]{1,24}[)）])?[\s，,]*/uy;

function isCitation(
  { page, ...found }: Found,
  hasAuthor: boolean,
  atHead: boolean,
  announced: boolean,
  fillsPart: boolean,
): boolean {
  const printed =
    (found.container !== undefined && (found.issue ?? found.volume ?? found.issued ?? page) !== undefined) ||
    (found.archive !== undefined && (hasAuthor || atHead)) ||
    (found.publisher !== undefined && (hasAuthor || atHead || found.issued !== undefined)) ||
    found.url !== undefined;
  if (printed) return true;
  const some = found.issued ?? found.genre ?? found.pages ?? page ?? found.container;
  if (hasAuthor) return some !== undefined || found.back || found.credited || fillsPart;
  if (atHead)
    return (
      (found.issued !== undefined && (found.free.length > 0 || found.genre !== undefined || fillsPart)) ||
      found.pages !== undefined ||
      found.back ||
      (fillsPart && (found.free.length > 0 || found.article !== undefined)) ||
      (announced && (fillsPart || found.article !== undefined))
    );
  return false;
}
