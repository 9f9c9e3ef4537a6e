import { HAN } from '../../model/language.ts';
import { hasField, type Field, type FieldType } from './fields.ts';
import type { NoteText } from './note-text.ts';
import { matchAt } from './pattern.ts';
import { authorsBefore } from './read-zh-authors.ts';
import { readDetails } from './read-zh-details.ts';
import { titleOf, type ParsedCitation } from './parsed-citation.ts';
import { workOfZh } from './work-of-zh.ts';
import { zhAnnounces, zhNextLeadIn, zhQuotedIn } from './lead-in.ts';

/** Reads the citation whose title is between the marks that open at `titleStart`, within low and high. */
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
  if (isQuoted && !/^[，,]/u.test(note.text.slice(close + 1))) return undefined;
  const { fields, end } = readDetails(note, close + 1, high);
  // Without an author, only a page of the web is cited by a title in quotation marks.
  if (isQuoted && who === undefined && !(HAN.test(title) && hasField(fields, 'url'))) return undefined;
  const reign = who
    ? undefined
    : REIGN.exec(note.text.slice(Math.max(low, titleStart - MAX_REIGN), titleStart))?.groups?.['reign'];
  const start = who?.start ?? titleStart - (reign?.length ?? 0);
  if (reign !== undefined && !hasField(fields, 'edition'))
    fields.push({ type: 'edition', value: reign, start, end: titleStart });
  const before = note.text.slice(Math.max(low, start - MAX_LEAD_IN), start);
  const repeats = REPEATS.test(before);
  const announced = zhAnnounces.test(before) || repeats;
  const gap = matchAt(BEHIND, note.text, end)?.[0].length ?? 0;
  // True if the next work is the one that quotes it.
  const isQuotedIn = matchAt(zhQuotedIn, note.text, end + gap) !== undefined;
  const isAtHead = announced || before.trim() === '' || /[：:；;。]\s*$/u.test(before);
  if (isQuoted && who === undefined && !isAtHead) return undefined;
  const isKnown = isCitation(fields, {
    hasAuthor: who !== undefined,
    isAtHead,
    isAnnounced: announced,
    pointsBack: repeats || isQuotedIn || hasField(fields, 'back'),
    fillsPart: isAlone(note.text, end, high),
  });
  if (!isKnown) return undefined;
  const citation = workOfZh(title, who?.credits, fields, start, end);
  return isQuotedIn ? { ...citation, isShort: false } : citation;
}

/** The most characters before a title that are searched for a reign or a lead-in. */
const MAX_REIGN = 5;
const MAX_LEAD_IN = 40;

/** True if a citation ends its part of the note, or another citation is announced after it. */
function isAlone(text: string, from: number, high: number): boolean {
  let end = high;
  while (end > from && /[\s.，,)）]/u.test(text.charAt(end - 1))) end--;
  const gap = matchAt(BEHIND, text, from)?.[0].length ?? 0;
  return from >= end || matchAt(zhNextLeadIn, text, from + gap) !== undefined;
}

/** A remark in brackets, and the punctuation between citations. */
const BEHIND = /(?:\s?[(（][^()（）]{1,24}[)）])?[\s，,]*/uy;

interface Surroundings {
  hasAuthor: boolean;
  /** True if only a lead-in precedes it in its sentence. */
  isAtHead: boolean;
  isAnnounced: boolean;
  pointsBack: boolean;
  /** True if nothing follows it in its part of the note. */
  fillsPart: boolean;
}

/** True if a title is cited, not merely mentioned: the fewer details are printed, the more the context must show it. */
function isCitation(
  fields: Field[],
  { hasAuthor, isAtHead, isAnnounced, pointsBack, fillsPart }: Surroundings,
): boolean {
  const has = (...types: FieldType[]): boolean => hasField(fields, ...types);
  if (has('url')) return true;
  if (has('container') && has('issue', 'volume', 'date', 'page')) return true;
  if (has('archive') && (hasAuthor || isAtHead)) return true;
  if (has('publisher') && (hasAuthor || isAtHead || has('date'))) return true;
  if (hasAuthor)
    return (
      pointsBack ||
      fillsPart ||
      has('date', 'genre', 'pages', 'page', 'container', 'credits', 'containerCredits')
    );
  if (!isAtHead) return false;
  if (pointsBack || has('pages')) return true;
  if (has('date') && (fillsPart || has('text', 'genre'))) return true;
  return (fillsPart && has('text', 'article')) || (isAnnounced && (fillsPart || has('article')));
}

/** The reign in which a gazetteer was compiled precedes its title: 光绪《某县志》. */
const REIGN =
  /(?<!\p{Script=Han})(?:参见|详见|见)?(?<reign>洪武|永乐|成化|弘治|正德|嘉靖|隆庆|万历|天启|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国)$/u;

/** Words before a title that mean “as cited before”. */
const REPEATS = /(?:同前|前引|前揭|上引|前注)\s*$/u;
