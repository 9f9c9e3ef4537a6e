import {
  captionPatterns,
  exhibitSource,
  ordinal,
  sentenceAboutExhibit,
  withNarrowDigits,
} from '../words/paper-words.ts';
import { isHeadingLike } from '../words/headings.ts';
import type { Line } from '../lines.ts';
import type { ParagraphLayout } from './paragraphs.ts';

/** A figure or table as printed within the text. */
export interface PrintedExhibit<L = Line> {
  kind: 'figure' | 'table';
  number: number;
  caption: L;
  /** Length of `Table 1` in the caption, before the title. */
  captionLength: number;
  /** The lines between caption and source. */
  rows: L[];
  source: L[];
  /** The last line of running text before it. */
  after: L | undefined;
}

/** The most lines below a caption that are searched for the end of the table. */
const MAX_ROWS = 200;

/** Takes figures and tables out of the running text, which continues after them. */
export function takeExhibits(
  lines: Line[],
  layout: ParagraphLayout,
): { text: Line[]; exhibits: PrintedExhibit[] } {
  const text: Line[] = [];
  const exhibits: PrintedExhibit[] = [];
  for (let i = 0; i < lines.length; i++) {
    const caption = readCaption(lines[i]!, layout);
    if (!caption) {
      text.push(lines[i]!);
      continue;
    }
    const end = endOfExhibit(lines, i + 1, caption.kind, layout);
    const below = lines.slice(i + 1, end).filter((line) => line.text !== '');
    const source = below.findIndex((line) => exhibitSource.test(line.text));
    addExhibit(exhibits, {
      ...caption,
      caption: lines[i]!,
      rows: source < 0 ? below : below.slice(0, source),
      source: source < 0 ? [] : below.slice(source),
      after: text.findLast((line) => line.text !== ''),
    });
    i = end - 1;
  }
  return { text, exhibits };
}

/**
 * Adds an exhibit. One with the same number continues an earlier one: a table may run over several pages, and a caption
 * may be in two languages.
 */
export function addExhibit<L, E extends { kind: string; number: number; caption: L; rows: L[]; source: L[] }>(
  exhibits: E[],
  exhibit: E,
): void {
  const same = exhibits.find(({ kind, number }) => kind === exhibit.kind && number === exhibit.number);
  if (same) same.rows.push(exhibit.caption, ...exhibit.rows, ...exhibit.source);
  else exhibits.push(exhibit);
}

type Caption = Pick<PrintedExhibit, 'kind' | 'number' | 'captionLength'>;

const readCaption = ({ text, width }: Line, layout: ParagraphLayout): Caption | undefined =>
  width > layout.width * 0.9 ? undefined : captionIn(text);

/**
 * Reads the caption of a figure or table; undefined if the text ends like a sentence, or is a sentence about an
 * exhibit.
 */
export function captionIn(printed: string): Caption | undefined {
  const text = withNarrowDigits(printed);
  if (/[。，；;,]$/.test(text) || sentenceAboutExhibit.test(text)) return undefined;
  return captionPatterns.flatMap(({ kind, pattern }): Caption[] => {
    const match = pattern.exec(text);
    const number = ordinal(match?.groups?.['number']);
    if (!match || number === undefined) return [];
    const gap = /^[\s.:：．、]*/.exec(text.slice(match[0].length))?.[0].length ?? 0;
    return [{ kind, number, captionLength: match[0].length + gap }];
  })[0];
}

/** Index after the exhibit’s last line. A figure has only a source; a table continues until running text begins. */
function endOfExhibit(
  lines: Line[],
  from: number,
  kind: 'figure' | 'table',
  layout: ParagraphLayout,
): number {
  const last = Math.min(lines.length, from + MAX_ROWS);
  let end = from;
  for (let i = from; i < last; i++) {
    const line = lines[i]!;
    if (line.text === '') continue;
    if (exhibitSource.test(line.text)) return endOfSource(lines, i, layout);
    if (kind === 'figure' || isRunningText(line, layout) || readCaption(line, layout)) break;
    end = i + 1;
  }
  return end;
}

/** A source continues while its lines are full. */
function endOfSource(lines: Line[], from: number, layout: ParagraphLayout): number {
  let end = from;
  while (end < lines.length && (lines[end]!.text === '' || lines[end]!.width >= layout.width * 0.9)) end++;
  return Math.min(end + 1, lines.length);
}

/** The cells of a table are narrow, or have wide gaps between them. */
const isRunningText = (line: Line, layout: ParagraphLayout): boolean =>
  (line.width >= layout.width * 0.85 && !/\S[ \t\u3000]{3,}\S/.test(line.text)) ||
  (isHeadingLike(line.text) && line.width > 8);
