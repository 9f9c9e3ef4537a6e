import { HAN } from '../model/language.ts';
import { editorialLine, frontParts } from './paper-words.ts';
import { isHeadingLike } from './headings.ts';
import { columns, type Line } from './lines.ts';
import { blanksDivide } from './note-areas.ts';

/** The way in which a paper shows where its paragraphs begin or end. */
export interface ParagraphLayout {
  type: 'whole line' | 'indent' | 'trailing space' | 'blank line' | 'short line';
  /** Columns that a full line reaches to. */
  width: number;
}

/**
 * Learns from the lines of the running text which of these they show: they are paragraphs; the first line is set in; a space stands behind
 * the last line; a blank line follows it; or no more than that it is short.
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

/** Columns of the widest printed line. */
const MAX_LINE_WIDTH = 200;

/** Puts lines of running text, which may hold blank ones, together by paragraph or heading. */
export function groupParagraphs(lines: Line[], layout: ParagraphLayout): Line[][] {
  const groups: Line[][] = [];
  let before: Line | undefined;
  let titleLines = 0;
  // Before the first line that is full, every line says something of its own: title, names.
  let inTitle = true;
  for (const line of lines) {
    if (line.text === '') continue;
    const group = groups.at(-1);
    inTitle &&=
      line.indent + line.width < layout.width * 0.85 &&
      !frontParts.some(({ pattern }) => pattern.test(line.text));
    const goesOn =
      before && !inTitle && group && !begins(line, before, group, layout) && groups.length > titleLines;
    if (group && goesOn) group.push(line);
    else groups.push([line]);
    if (inTitle) titleLines = groups.length;
    before = line;
  }
  return groups;
}

/** True if a line opens the abstract, the keywords, or what the journal says of the paper. */
const opensPart = (text: string): boolean =>
  editorialLine.test(text) || frontParts.some(({ pattern }) => pattern.test(text));

function begins(line: Line, before: Line, group: Line[], layout: ParagraphLayout): boolean {
  const blank = line.number - before.number > 1;
  if (opensPart(line.text)) return true;
  // What opens a part of its own and does not fill its line says all that it has to say.
  if (opensPart(group[0]!.text)) {
    const told = layout.type === 'trailing space' || layout.type === 'indent';
    if (!told && !isFull(before, line, layout) && !isHyphenated(before)) return true;
    // So does what is in another script.
    if (HAN.test(line.text) && !group.some(({ text }) => HAN.test(text))) return true;
  }
  // A heading that fills its line may run on; no other does.
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

/** A word of Latin letters that the line breaks after leaves a space behind, too. */
const endsInSpace = ({ trailing, text }: Line): boolean => trailing && !/[A-Za-z0-9,]$/.test(text);

/** True if a sentence, or what leads in a list, may end so; marks of notes may follow. */
const isTerminal = (text: string): boolean =>
  /[。．.!?！？:：；;…][”’"')）》」』\]】]*(?:[①-⓿❶-❿㉑-㊿¹²³⁰-⁹]|〔\d+〕|\[[\d,\-– ]+\])*$/u.test(
    text.slice(-30),
  );

/** True if the next word would not have fitted on the line; punctuation that may not begin a line leaves a column or two free. */
function isFull({ width, indent }: Line, next: Line, layout: ParagraphLayout): boolean {
  const [word = ''] = /^(?:[A-Za-z0-9'’.,;:-]+|.[、。，：；！？”）》]*)/u.exec(next.text.slice(0, 40)) ?? [];
  return indent + width + Math.max(columns(word), 2) + 2 > layout.width;
}

/** Columns that nine of ten lines do not pass. */
function fullWidth(lines: Line[]): number {
  const widths = lines.map(({ width, indent }) => width + indent).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.9)] ?? 80;
}
