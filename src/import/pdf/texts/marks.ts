import { circledNumber, labelOf, noteFamilies, type NoteFamily } from '../../words/note-families.ts';
import { listFamilies, marksOfFamilies, type PrintedList } from '../../text/lists.ts';
import { ordinal } from '../../words/paper-words.ts';
import type { MappedText } from '../../mapped-text.ts';
import type { SourceMark } from '../../source-document.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import type { PlacedLine } from '../lines/place-lines.ts';

const SIGNS = /[①-⑳㉑-㉟㊱-㊿]/g;

/** How a paper writes its note marks, apart from raised numbers. */
export interface WrittenMarks {
  hasRomans: boolean;
  /** The brackets around the numbers of notes at the feet of pages, and of notes in lists. */
  atFeet: NoteFamily[];
  listed: NoteFamily[];
}

/** Learns how a paper writes its marks from the labels of its notes at the feet of pages and in lists. */
export const learnMarks = (
  hasRomans: boolean,
  notes: { lines: TypeLine[] }[],
  lists: PrintedList[],
): WrittenMarks => ({
  hasRomans,
  atFeet: noteFamilies.filter(
    (family) =>
      isBracketed(family) &&
      notes.filter(({ lines: [first] }) => labelOf(first!.text, family)).length > notes.length / 2,
  ),
  listed: listFamilies(lists).filter(isBracketed),
});

const isBracketed = ({ id }: NoteFamily): boolean => id === 'tortoise' || id === 'square';

/** The note marks in a block: raised numbers, signs that are nothing else, and numbers in the notes’ brackets. */
export function marksIn(
  lines: PlacedLine[],
  content: MappedText,
  { hasRomans, atFeet, listed }: WrittenMarks,
): SourceMark[] {
  const marks: SourceMark[] = [];
  let from = 0;
  const add = (start: number, end: number, label: number): void => {
    const first = content.offsets.indexOf(start, from);
    if (first < 0) return;
    from = first;
    marks.push({ start: first, end: first + (end - start), note: { label } });
  };
  for (const line of lines) {
    const found = [
      ...line.raised.flatMap(({ start, end }) => numbersIn(line.text, start, end, hasRomans)),
      ...[...line.text.matchAll(SIGNS)].map(({ index, 0: sign }) => ({
        start: index,
        end: index + 1,
        label: circledNumber(sign),
      })),
    ].sort((a, b) => a.start - b.start);
    for (const { start, end, label } of found) add(line.start + start, line.start + end, label);
  }
  // A mark in brackets may run over the end of a line.
  const bracketed = [
    ...marksOfFamilies(content.text, atFeet, { isListed: false }),
    ...marksOfFamilies(content.text, listed, { isListed: true }),
  ];
  const isInside = ({ start, end }: SourceMark): boolean =>
    bracketed.some((one) => one.start <= start && one.end >= end);
  return [...marks.filter((mark) => !isInside(mark)), ...bracketed].sort((a, b) => a.start - b.start);
}

/** The numbers in raised text that contains nothing else: 3, or 3, 4, or 3–5, whose dash stands for 4. */
function numbersIn(
  text: string,
  start: number,
  end: number,
  hasRomans: boolean,
): { start: number; end: number; label: number }[] {
  const raised = text.slice(start, end);
  // In this case digits are powers: km².
  if (hasRomans) return /^[ivxl]{1,8}$/.test(raised) ? [{ start, end, label: ordinal(raised)! }] : [];
  if (!/^[\d,，、;\s.]+$|^\d[\d,，、;\s.–-]*\d$/.test(raised)) return [];
  const numbers = [...raised.matchAll(/\d+/g)].map(({ index, 0: digits }) => ({
    start: start + index,
    end: start + index + digits.length,
    label: Number(digits),
  }));
  return numbers.flatMap((number, i) => {
    const before = numbers[i - 1];
    const isRange = before?.label === number.label - 2 && /^[–-]$/.test(text.slice(before.end, number.start));
    return isRange ? [{ start: before.end, end: number.start, label: number.label - 1 }, number] : [number];
  });
}
