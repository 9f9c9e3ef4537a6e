import type { NoteText } from './note-text.ts';
import { han, matchAt } from './pattern.ts';
import { dateOf, tidied, withFields, type ParsedCitation } from './parsed-citation.ts';
import { languageOf } from './work-language.ts';
import { zhLeadInLength } from './lead-in.ts';

/** Reads a court decision, which has a number but no title, given the bracket with its year. */
export function readZhCase(
  note: NoteText,
  pos: number,
  low: number,
  high: number,
): ParsedCitation | undefined {
  const { text } = note;
  const behind = matchAt(NUMBERED, text, pos);
  if (!behind) return undefined;
  const before = text.slice(Math.max(low, pos - MAX_COURT), pos);
  const run = COURT.exec(before)?.[0] ?? '';
  const court = run.slice(zhLeadInLength(run));
  const end = pos + behind[0].length;
  if (court === '' || end > high) return undefined;
  const start = pos - court.length;
  const title = tidied(text.slice(start, end));
  const work = withFields(
    { type: 'document', language: languageOf(title), title },
    { issued: dateOf(behind.groups?.['year']) },
  );
  return { start, end, work, isShort: false, warnings: [] };
}

const MAX_COURT = 40;
const COURT = /[\p{Script=Han}]{2,30}(?:法院|法庭|仲裁委员会|仲裁院|委员会|局)\s?$/u;
/** （2015）民初字第12号民事判决书. */
const NUMBERED = han(
  '[（(〔［[] ?(?<year>(?:1[89]|20)\\d\\d) ?[）)〕］\\]] ?[\\p{Script=Han}\\d]{1,16}?第? ?\\d{1,6}(?:-\\d{1,3})? ?号(?: [\\p{Script=Han}]{0,8}(?:判决|裁定|决定|调解|裁决|通知|令)书?)?',
);
