import { isNames } from '../../words/bylines.ts';
import { sliceMapped } from '../../mapped-text.ts';
import type { SourceBlock } from '../../source-document.ts';
import type { Opened } from '../parts/begin-at-title.ts';
import type { BodyType } from '../lines/learn-type.ts';
import { marksIn, type WrittenMarks } from './marks.ts';
import { NUMBER_ALONE } from '../parts/numbered-headings.ts';
import { withoutRaised, type TypeLine } from '../lines/page-lines.ts';
import { hasFormula } from '../paragraphs/formula-lines.ts';
import { opensBox } from '../paragraphs/group-kinds.ts';
import { isCentred } from '../lines/line-shape.ts';
import { groupLines } from '../paragraphs/group-lines.ts';
import type { PlacedLine } from '../lines/place-lines.ts';
import type { Reading } from '../reading.ts';

/** The paragraphs and headings of the running text; `headings` are the lines of known headings. */
export function textBlocks(
  running: PlacedLine[],
  headings: PlacedLine[][],
  type: BodyType,
  written: WrittenMarks,
  { unwrapLines, warn }: Reading,
): SourceBlock[] {
  const groups = groupLines(running, type, headings).map(({ kind, lines }) => ({
    kind,
    lines,
    raw: rawOf(lines),
    first: lines[0]!,
  }));
  groups.forEach(({ kind, raw, first }, i) => {
    if (kind === 'formula' && groups[i - 1]?.kind !== 'formula' && hasFormula(raw))
      warn(first.start, 'a formula is read as text; its signs may be in a different order');
    if (opensBox(raw))
      warn(first.start, 'the words of a box are read as text; they may be at another place on the page', {
        is: 'left out',
      });
  });
  return groups.map(({ kind, lines, raw, first }) => {
    const content = unwrapLines(lines);
    const block = { content, marks: marksIn(lines, content, written), raw };
    return kind === 'heading'
      ? { kind, level: { size: first.size, font: first.font, isCentred: isCentred(first) }, ...block }
      : { kind, ...block };
  });
}

/**
 * The text of lines with its gaps; between words in Latin letters, and after a number, a line break is one too. Names
 * on lines of their own, of which one has a mark, are separated by commas.
 */
const rawOf = (lines: TypeLine[]): string => {
  const plain = lines.map(withoutRaised);
  const areNames =
    lines.length > 1 &&
    lines.some(({ raised }) => raised.length > 0) &&
    plain.every((line) => /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}\s*$/u.test(line) && isNames(line));
  if (areNames) return plain.map((line) => line.trim()).join(', ');
  return plain.reduce(
    (text, line) =>
      `${text}${(/[\p{Script=Latin}.,]$/u.test(text) && /^\p{Script=Latin}/u.test(line)) || NUMBER_ALONE.test(text) ? ' ' : ''}${line}`,
    '',
  );
};

/** The title, the subtitle, and the names above them. */
export function titleBlocks(
  { title, namesAbove }: Opened,
  written: WrittenMarks,
  { at, unwrapLines, omitted, warn }: Reading,
): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  if (namesAbove.length > 0) {
    const raw = namesAbove.map(({ text }) => text).join(' ');
    blocks.unshift({ kind: 'paragraph', content: unwrapLines(at(namesAbove)), marks: [], raw });
  }
  if (!title) return blocks;
  const subtitle = at(title.subtitle);
  if (subtitle.length > 0) blocks.unshift({ kind: 'subtitle', content: unwrapLines(subtitle), marks: [] });
  const lines = at(title.lines);
  const whole = unwrapLines(lines);
  // The mark of a note on the paper is not part of its title.
  const sign = marksIn(lines, whole, written).find(({ end }) => end === whole.text.length);
  const content = sliceMapped(whole, 0, sign?.start);
  if (sign) omitted.push({ kind: 'note mark', content: sliceMapped(whole, sign.start) });
  blocks.unshift({ kind: 'title', content, marks: [], raw: content.text });
  if (!title.isSure || title.rival !== undefined)
    warn(
      lines[0]!.start,
      title.rival === undefined
        ? 'only its type suggests that this is the title'
        : `the title may be another text in large type: ${title.rival}`,
      { title: title.rival ?? content.text },
    );
  return blocks;
}
