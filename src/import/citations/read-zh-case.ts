import { zhCase, zhLeadIn } from './zh-citations.ts';
import { matchAt, type NoteText } from './note-text.ts';
import { dateOf, tidied, withFields, type ParsedCitation } from './parsed-citation.ts';
import { languageOf } from './work-language.ts';

/** Reads the decision of a court, which has a number and no title, from the bracket that holds its year. */
export function readZhCase(
  note: NoteText,
  pos: number,
  low: number,
  high: number,
): ParsedCitation | undefined {
  const { text } = note;
  const behind = matchAt(zhCase.numbered, text, pos);
  if (!behind) return undefined;
  const before = text.slice(Math.max(low, pos - LONGEST_COURT), pos);
  const run = zhCase.court.exec(before)?.[0] ?? '';
  const announced = [...run.matchAll(zhLeadIn)].at(-1);
  const court = run.slice(announced ? announced.index + announced[0].length : 0);
  const end = pos + behind[0].length;
  if (court === '' || end > high) return undefined;
  const start = pos - court.length;
  const title = tidied(text.slice(start, end));
  const work = withFields(
    { type: 'document', language: languageOf(title), title },
    { issued: dateOf(behind[1]) },
  );
  return { start, end, work, isShort: false, warnings: [] };
}

const LONGEST_COURT = 40;
