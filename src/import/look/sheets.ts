import type { PaperText } from '../import-paper.ts';
import type { Doubt } from '../write/ledger.ts';
import { divideLines, type Line } from '../lines.ts';
import type { Paper } from '../paper.ts';
import type { PageLayout } from '../source-document.ts';
import type { ImportedPart } from './made.ts';
import type { Words } from './words.ts';

/** A page of the file, or a group of lines if the text has no pages. */
export interface Sheet {
  /** The page number in the file, from 1. */
  number: number;
  start: number;
  end: number;
  lines: Line[];
  layout: PageLayout | undefined;
}

/** The data needed to draw a page. */
export interface Context {
  source: PaperText;
  paper: Paper;
  made: ImportedPart[];
  /** For each character of the source, the number in `made` of its owner, from 1; 0 without an owner. */
  owners: Uint32Array;
  doubts: Doubt[];
  original: string | undefined;
  words: Words;
}

/** The number of lines in a group if the text has no pages. */
const LINES_TOGETHER = 50;

export function divideSheets({ text, document }: PaperText, { sheets }: Paper): Sheet[] {
  const lines = divideLines(text).filter((line) => line.text !== '');
  const starts =
    sheets.starts.length > 1
      ? sheets.starts
      : lines.filter((_, i) => i % LINES_TOGETHER === 0).map(({ start }) => start);
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? text.length + 1;
    return {
      number: i + sheets.first,
      start,
      end,
      lines: lines.filter((line) => line.start >= start && line.start < end),
      layout: document?.layout?.[i],
    };
  });
}

/** The owner of the character at an offset, or of the next character that has one. */
export function ownerNear({ owners, made }: Context, offset: number, end: number): ImportedPart | undefined {
  for (let at = offset; at < Math.min(end, owners.length); at++) {
    const owner = owners[at];
    if (owner) return made[owner - 1];
  }
  return undefined;
}

/** The doubts on a page, with their indices among all. */
export const doubtsOn = ({ start, end }: Sheet, doubts: Doubt[]): { doubt: Doubt; i: number }[] =>
  doubts.map((doubt, i) => ({ doubt, i })).filter(({ doubt: { offset } }) => offset >= start && offset < end);
