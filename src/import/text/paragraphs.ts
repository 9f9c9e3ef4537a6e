import { HAN } from '../../model/language.ts';
import { opensFrontPart, opensPart } from '../words/paper-words.ts';
import { isHeadingLike } from '../words/headings.ts';
import { columns, type Line } from '../lines.ts';
import { blanksDivide } from './note-areas.ts';

/** The way in which a paper shows the beginnings or ends of its paragraphs. */
export interface ParagraphLayout {
  type: 'whole line' | 'indent' | 'trailing space' | 'blank line' | 'short line';
  /** The column that a full line reaches. */
  width: number;
}

/**
 * Learns from the lines of running text how they show paragraphs: every line is one; the first line is indented; a
 * space follows the last line; a blank line follows it; or the last line is merely short.
 */
export function learnParagraphLayout(lines: Line[]): ParagraphLayout {
  const written = lines.filter(({ text }) => text !== '');
  const share = (count: number): number => count / Math.max(written.length, 1);
  const width = fullWidth(written);
  if (width > MAX_LINE_WIDTH) return { type: 'whole line', width };
  const setIn = written.filter(({ indent }) => indent >= 2 && indent <= 8).length;
  const flush = written.filter(({ indent }) => indent <= 1).length;
  const trailing = written.filter(endsInSpace).length;
  if (setIn >= 3 && share(setIn) < 0.7 && share(flush) > 0.2) return { type: 'indent', width };
  if (trailing >= 2 && share(trailing) < 0.8) return { type: 'trailing space', width };
  const layout = { type: 'short line', width } as const;
  const ends = written.flatMap((line, i) => {
    const next = written[i + 1];
    return next && isTerminal(line.text) && !isFull(line, next, layout)
      ? [next.number - line.number > 1]
      : [];
  });
  const spaced = ends.filter(Boolean).length > ends.length / 2 && blanksDivide(lines);
  return spaced ? { ...layout, type: 'blank line' } : layout;
}

const MAX_LINE_WIDTH = 200;

/** Groups the lines of running text, including blank lines, by paragraph or heading. */
export function groupParagraphs(lines: Line[], layout: ParagraphLayout): Line[][] {
  const groups: Line[][] = [];
  let before: Line | undefined;
  let titleLines = 0;
  // Before the first full line, every line is an element of its own: title, names.
  let inTitle = true;
  for (const line of lines) {
    if (line.text === '') continue;
    const group = groups.at(-1);
    inTitle &&= line.indent + line.width < layout.width * 0.85 && !opensFrontPart(line.text);
    const goesOn =
      before && !inTitle && group && !begins(line, before, group, layout) && groups.length > titleLines;
    if (group && goesOn) group.push(line);
    else groups.push([line]);
    if (inTitle) titleLines = groups.length;
    before = line;
  }
  return groups;
}

function begins(line: Line, before: Line, group: Line[], layout: ParagraphLayout): boolean {
  const blank = line.number - before.number > 1;
  if (opensPart(line.text)) return true;
  // A part with an opening word ends with a line that is not full.
  if (opensPart(group[0]!.text)) {
    const isMarked = layout.type === 'trailing space' || layout.type === 'indent';
    if (!isMarked && !isFull(before, line, layout) && !isHyphenated(before)) return true;
    // It also ends where the script changes.
    if (HAN.test(line.text) && !group.some(({ text }) => HAN.test(text))) return true;
  }
  // Only a heading that fills its line continues on the next.
  if (isHeadingLike(group[0]!.text) && group.length < 3 && !isTerminal(before.text)) {
    if (layout.type === 'trailing space' ? endsInSpace(before) : !isFull(before, line, layout)) return true;
  }
  if (isTerminal(before.text) && isHeadingLike(line.text) && line.width < layout.width * 0.8) return true;
  switch (layout.type) {
    case 'whole line':
      return true;
    case 'indent':
      return line.indent >= 2;
    case 'trailing space':
      return endsInSpace(before);
    case 'blank line':
      return blank && (isTerminal(before.text) || !isFull(before, line, layout));
    case 'short line':
      return !isFull(before, line, layout) && isTerminal(before.text);
  }
}

const isHyphenated = ({ text }: Line): boolean => text.endsWith('-');

/** A space also remains where a line breaks after a word in Latin letters. */
const endsInSpace = ({ trailing, text }: Line): boolean => trailing && !/[A-Za-z0-9,]$/.test(text);

/** True if a sentence, or the lead-in of a list, may end so; note marks may follow. */
const isTerminal = (text: string): boolean =>
  /[。．.!?！？:：；;…][”’"')）》」』\]】]*(?:[①-⓿❶-❿㉑-㊿¹²³⁰-⁹]|〔\d+〕|\[[\d,\-– ]+\])*$/u.test(
    text.slice(-30),
  );

/**
 * True if the next word would not have fitted on the line. Punctuation that may not begin a line leaves a column or two
 * free.
 */
function isFull({ width, indent }: Line, next: Line, layout: ParagraphLayout): boolean {
  const [word = ''] = /^(?:[A-Za-z0-9'’.,;:-]+|.[、。，：；！？”）》]*)/u.exec(next.text.slice(0, 40)) ?? [];
  return indent + width + Math.max(columns(word), 2) + 2 > layout.width;
}

/** The column that nine in ten lines do not exceed. */
function fullWidth(lines: Line[]): number {
  const widths = lines.map(({ width, indent }) => width + indent).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 80;
}
