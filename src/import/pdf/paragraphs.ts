import { countLetters } from '../count-letters.ts';
import { isAffiliation, isNames } from '../front-matter.ts';
import { editorialLine, frontParts, opensPart } from '../paper-words.ts';
import { isHeadingLike, isInCapitals } from '../headings.ts';
import { SMALL, type BodyType } from './learn-type.ts';
import {
  continuesNumbering,
  gapBetween,
  MAX_CHARACTERS,
  MAX_LINES,
  NUMBER_ALONE,
  isWordless,
} from './numbered-headings.ts';
import { withoutRaised, type TypeLine } from './page-lines.ts';

/** Lines that belong together. */
interface LineGroup<L extends TypeLine = TypeLine> {
  kind: 'paragraph' | 'heading' | 'quotation' | 'formula';
  lines: L[];
}

/** The ways in which a paper shows the beginning of a paragraph. */
interface ParagraphSigns {
  /** True if most paragraphs have an indented first line. */
  indents: boolean;
  /** The distance between baselines within paragraphs. */
  leading: number;
  /** The smallest distance that separates paragraphs, if the paper separates them so. */
  apart: number | undefined;
}

export function learnSigns(lines: TypeLine[], { leading }: BodyType): ParagraphSigns {
  const opening = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    return before && endsSentence(before.text) && isShort(before, line) ? [{ line, before }] : [];
  });
  const indents = opening.filter(({ line }) => isSetIn(line)).length > opening.length * 0.4;
  const gaps = opening.flatMap(({ line, before }) => gapBetween(before, line) ?? []).sort((a, b) => a - b);
  // Most paragraphs are farther apart than their lines.
  const least = gaps[Math.floor(gaps.length * FEW_NEAR)] ?? 0;
  const isApart = !indents && least > leading * 1.1;
  return { indents, leading, apart: isApart ? (leading + least) / 2 : undefined };
}

/** The share of paragraphs that may be as near to each other as lines are. */
const FEW_NEAR = 0.3;

/**
 * Groups lines by paragraph, heading or quotation, across columns and pages. `headings` are the lines of known
 * headings.
 */
export function groupLines<L extends TypeLine>(
  lines: L[],
  type: BodyType,
  signs: ParagraphSigns,
  headings: L[][] = [],
): LineGroup<L>[] {
  const groups: LineGroup<L>[] = [];
  const headingOf = new Map(headings.flatMap((own) => own.map((line) => [line, own] as const)));
  lines.forEach((line, i) => {
    const group = groups.at(-1);
    const before = lines[i - 1];
    const [own, last] = [headingOf.get(line), before && headingOf.get(before)];
    const goesOn =
      own || last ? own === last : before && !begins(line, before, group!, lines[i + 1], type, signs);
    if (group && goesOn) group.lines.push(line);
    else groups.push({ kind: own ? 'heading' : 'paragraph', lines: [line] });
  });
  // The kind of a group depends on that of the group before it.
  groups.forEach((group, i) => {
    if (group.kind !== 'heading') group.kind = kindOf(group, groups[i - 1], groups[i + 1], type, signs);
  });
  return groups;
}

/** A divided word continues, wherever its other half is. */
const DIVIDED = /\p{Ll}[-‐\u00AD]$/u;

const isSetIn = ({ x0, left, size }: TypeLine): boolean => x0 - left > size * 0.8 && x0 - left < size * 7;

/** True if a line is indented further than paragraphs ever are. */
const isFarIn = ({ x0, left, size }: TypeLine): boolean => x0 - left >= size * 7;

/** True if an entire line is in display type: larger, or in a font that the running text does not use. */
const isDisplay = (line: TypeLine, type: BodyType): boolean =>
  line.size > type.size * 1.06 ||
  (line.size > type.size * 0.93 && line.font !== '' && !type.fonts.has(line.font) && line.purity > PURE);

/** The minimum share of a line’s letters in a font for the line to be set in that font. */
const PURE = 0.8;

const isSmall = (line: TypeLine, type: BodyType): boolean => line.size <= type.size * SMALL;

/** The class of a line’s type; a change of class begins a new group. */
const classOf = (line: TypeLine, type: BodyType): 'small' | 'italic' | 'display' | 'text' => {
  if (isSmall(line, type)) return 'small';
  if (!isDisplay(line, type)) return 'text';
  return line.size <= type.size * 1.06 && /ital|obli/i.test(line.font) && !/bold|black|heavy/i.test(line.font)
    ? 'italic'
    : 'display';
};

function begins(
  line: TypeLine,
  before: TypeLine,
  group: LineGroup,
  next: TypeLine | undefined,
  type: BodyType,
  { indents, leading, apart = Infinity }: ParagraphSigns,
): boolean {
  const [lineClass, lastClass] = [classOf(line, type), classOf(before, type)];
  if (opensPart(line.text)) return true;
  if (isAffiliation(line.text) && !isNames(line.text) && isNames(group.lines.map(withoutRaised).join(' ')))
    return true;
  if (editorialLine.test(group.lines[0]!.text) && isShort(before, line)) return true;
  if (DIVIDED.test(before.text) && /^\p{Ll}{2}/u.test(line.text) && lineClass === lastClass) return false;
  const gap = gapBetween(before, line);
  const here = gap !== undefined;
  const wasFormula = isFormulaLine(before);
  const isFormula = isFormulaLine(line) && (wasFormula || !(here && endsBlock(line, group)));
  if (isFormula && wasFormula) return gap === undefined || gap > leading * 3;
  if (isFormula !== wasFormula && (here || isFormula)) return true;
  const wide = gap !== undefined && gap > Math.min(apart, Math.max(leading, before.size * 1.1) * 1.3);
  const isSameDisplay =
    lineClass === 'display' &&
    lastClass === 'display' &&
    line.font === before.font &&
    line.size === before.size;
  const wasCentred = isFarIn(before) && isCentred(before);
  if (isSameDisplay && here && wasCentred && line.x0 < line.left + 2) return true;
  if (isSameDisplay && here && !wide && /^\p{Ll}+\s/u.test(line.text)) return false;
  // A heading in capitals ends where lower-case letters begin.
  if (isHeadingLike(group.lines[0]!.text) && group.lines.every(({ text }) => isInCapitals(text)))
    return wide || !(isInCapitals(line.text) || /,\s*$/.test(before.text));
  if (isHeadingLike(line.text) && isCentred(line) && isShort(before, line) && !here) return true;
  // A title may continue after a colon.
  const isTitle =
    lineClass === 'display' &&
    lastClass === 'display' &&
    /[:：]$/.test(before.text) &&
    line.size === before.size;
  if (isFarIn(line) && isCentred(line) && endsSentence(before.text) && !isTitle) return true;
  const isSecond = here && !wide && isCentred(before) && isCentred(line) && !isHeadingLike(line.text);
  if (isHeadingLike(before.text) && group.lines.length === 1 && isShort(before, line)) return !isSecond;
  if (lineClass !== lastClass) {
    // A line in italics continues its paragraph unless something separates it.
    const isItalic =
      (lineClass === 'italic' && lastClass === 'text') || (lineClass === 'text' && lastClass === 'italic');
    // So does a line in another font at the usual distance, and one in the two fonts of an abstract.
    const isLevel = Math.abs(line.size - before.size) < before.size * 0.04;
    const isMixed = isLevel && Math.min(line.purity, before.purity) <= PURE;
    const isNear = isLevel && gap !== undefined && gap < leading * 1.1;
    // An indented line after a single line may be the first one below a heading.
    const isFirst = isSetIn(line) && group.lines.length === 1;
    return (
      !(isMixed || (!isFirst && (isItalic || isNear))) ||
      // A title in italics may have a colon at the end of a line.
      (endsSentence(before.text) && (!/\p{Script=Latin}:$/u.test(before.text) || isHeadingLike(line.text))) ||
      isShort(before, line) ||
      (isSetIn(line) && !isSetIn(before))
    );
  }
  if (lineClass === 'display') {
    if (Math.abs(line.size - before.size) > before.size * 0.04) return true;
    // Lines may be far apart throughout the paper.
    const isFar = gap !== undefined && gap > Math.max(before.size, line.size) * 2.3;
    if (isFar && (gap > leading * 1.15 || isShort(before, line))) return true;
    if (isHeadingLike(line.text) && (endsSentence(before.text) || isShort(before, line))) return true;
    return isHeadingLike(line.text) && isHeadingLike(before.text) && !isFull(before);
  }
  if (isHeadingLike(line.text) && !isFull(line) && endsSentence(before.text)) return true;
  if (wide && (endsSentence(before.text) || isShort(before, line) || opensPart(group.lines[0]!.text)))
    return true;
  const runsOn = !endsSentence(before.text) && !isShort(before, line);
  if (BULLET.test(line.text) || (!runsOn && (opensItem(line, next) || isNextItem(line, group)))) return true;
  if (hangs(group, line) && here) {
    // A hanging line often has the same indent as the first line of a paragraph.
    const opens = next !== undefined && next.x0 < line.x0 - 2 && !ITEM.test(next.text) && !runsOn;
    // An item may contain several paragraphs.
    const isEnded = !BULLET.test(group.lines[0]!.text) && endsSentence(before.text) && isShort(before, line);
    return wide || line.x0 < group.lines[0]!.x0 + 2 || opens || isEnded;
  }
  if (isSetIn(line)) {
    // All lines of a quotation have the same indent, also on the next page.
    const deeper = line.x0 - line.left - (before.x0 - before.left);
    const likeBefore = Math.abs(deeper) < 2 && (here || (isSetIn(before) && runsOn));
    // The first line of an indented block may have a deeper indent.
    if (deeper < -2 && here && runsOn) return false;
    // The opening word of an abstract may hang before its lines.
    const hangs = group.lines.length === 1 && opensPart(before.text);
    if (!likeBefore)
      return endsSentence(before.text) || isShort(before, line) || (!hangs && (!isFull(before) || indents));
    if (!runsOn && isSetIn(before) && group.lines.length === 1 && next && Math.abs(next.x0 - line.x0) > 2)
      return true;
    return endsSentence(before.text) && isShort(before, line);
  }
  if (isSetIn(before) && group.lines.length > 2 && here && endsQuotation(group, line)) return true;
  // If paragraphs are indented and lines ragged, a line at the margin continues unless the one before left much room.
  const room = before.right - before.x1;
  if (indents && here && room < (before.right - before.left) * 0.35) return false;
  return endsSentence(before.text) && isShort(before, line);
}

/**
 * True if a few characters end the full lines of an indented block; an equation would be centred, or have its signs.
 */
const endsBlock = (line: TypeLine, { lines }: LineGroup): boolean =>
  lines.length > 1 &&
  !MATHS.test(line.text) &&
  lines.slice(-2).every(({ x0 }) => Math.abs(line.x0 - x0) < 2) &&
  !endsSentence(lines.at(-1)!.text);

const MATHS = /[=＝≈≤≥∑∏∫√±×÷∈∂\uE000-\uF8FF]|[α-ωΑ-Ω]/u;

/** True if a line is part of an equation: signs and single letters, indented. */
function isFormulaLine({ text, x0, x1, left, right, size }: TypeLine): boolean {
  if (x0 - left < size * 1.5 || x1 - x0 > (right - left) * 0.85 || isHeadingLike(text)) return false;
  if (NUMBER_ALONE.test(text.trim())) return false;
  const words = text.match(/\p{Script=Latin}{4,}|\p{Script=Han}{3,}/gu)?.length ?? 0;
  const { letters } = countLetters(text);
  const isMath = MATHS.test(text);
  // A Chinese word or name is just as short.
  const isScrap = letters <= 4 && !/\p{Script=Han}{2}/u.test(text);
  return words <= 1 && (isMath || isScrap || isSymbols(text)) && !/^[\d\s.]+$|^\d+[)）]。?$/.test(text);
}

/** True for symbols without a word, among them a single Greek letter or one in brackets after another: f(x). */
const isSymbols = (text: string): boolean =>
  !/\p{Script=Han}|\p{Ll}{3}|\p{Lu}{4}/u.test(text) &&
  /(?<!\p{L})(?=\p{L})[\u0100-\uFFFF](?!\p{L})|\p{L}\s?\(\p{Ll}(?!\p{L})/u.test(text);

/** True for signs that only formulas have; a scrap without them may be set like one. */
export const hasFormula = (text: string): boolean => MATHS.test(text) || isSymbols(text);

/** True if a text names a box beside the text, whose words follow. */
export const opensBox = (text: string): boolean => /^(?:Box|专栏|專欄)\s?\d{1,2}(?:[.:：]|\s|$)/i.test(text);

/** True if a text is an equation wherever it is: an equals sign, with hardly any words. */
function isEquation(text: string): boolean {
  const sides = text.split(/[=＝≈≤≥]/);
  const words = text.match(/\p{Script=Latin}{5,}|\p{Script=Han}{2,}/gu)?.length ?? 0;
  return (
    sides.length > 1 &&
    sides.every((side) => side.trim() !== '') &&
    words <= ((text.match(/[+＋×]/g)?.length ?? 0) > 1 ? 4 : 2) &&
    /[+＋×∑∏Σ∫βδεφπ]|[(（]\s?\d+\s?[)）]$/u.test(text)
  );
}

const BULLET = /^[•‣◦▪■●◆►✓\uF0A7\uF0B7\uF0D8\uFFFD]\s*\S/u;

/** A dash or number before a list item; it counts if the item’s other lines hang. */
const ITEM = /^(?:[-–—]|[(（]?(?:\d{1,2}|[a-z])[)）]|(?:\d{1,2}|[a-z])[.．](?!\d))\s?\S/;

/** True if a line begins a list item whose next line hangs. */
const opensItem = (line: TypeLine, next: TypeLine | undefined): boolean =>
  next !== undefined && ITEM.test(line.text) && hangsBelow(next, line);

/** True if a line has the number after that of the item before it. */
const isNextItem = (line: TypeLine, { lines: [first] }: LineGroup): boolean =>
  ITEM.test(line.text) && Math.abs(line.x0 - first!.x0) < 2 && continuesNumbering(first!.text, line.text);

const hangsBelow = (line: TypeLine, first: TypeLine): boolean =>
  line.sheet === first.sheet &&
  line.y > first.y &&
  line.x0 - first.x0 > first.size * 0.5 &&
  line.x0 - first.x0 < first.size * 4;

/** True if a group is a list item whose lines, including the given one, hang below its bullet or number. */
const hangs = ({ lines: [first, second] }: LineGroup, line: TypeLine): boolean =>
  first !== undefined &&
  (BULLET.test(first.text) || (ITEM.test(first.text) && hangsBelow(second ?? line, first)));

/** True if an entire group is indented, so that a line at the margin ends it. */
const endsQuotation = (group: LineGroup, line: TypeLine): boolean =>
  group.lines.every((one) => isSetIn(one)) && !isSetIn(line);

/** True if a text is a part of the front matter with its opening word. */
const isPart = (text: string): boolean =>
  frontParts.some(({ pattern }) => text.replace(pattern, '').trim().length > 0 && pattern.test(text));

/** True if a sentence may end so; closing marks and note marks may follow. */
export const endsSentence = (text: string): boolean =>
  !ABBREVIATED.test(text) &&
  /[。．.!?！？:：；;…\uE000-\uF8FF][”’"')）》」』\]】]*(?:\s?[①-⓿❶-❿㉑-㊿]|\s?[\d,–\-\s]{1,7}|\s?〔\d+〕|\s?[[［][\d,\-– ]+[\]］]|[*∗†‡])*$/u.test(
    text.slice(-40),
  );

/** A full stop after these does not end a sentence: a name or number follows. */
const ABBREVIATED =
  /(?:^|[\s(“"])(?:vs?|cf|[Ss]ee, e\.g|Mrs?|Ms|Drs?|Profs?|St|Nos?|Arts?|Figs?|pp?|[Vv]ol|§)\.$/;

/** True if a line reaches the edge of its column. */
const isFull = ({ x1, right, size }: TypeLine): boolean => x1 > right - size * 1.2;

export const isCentred = ({ x0, x1, left, right, size }: TypeLine): boolean =>
  x0 - left > size * 1.5 && Math.abs(x0 - left - (right - x1)) < size * 1.5;

/** True if a line leaves room in which the next line’s first word would have fitted. */
function isShort(line: TypeLine, next: TypeLine): boolean {
  const room = line.right - line.x1;
  const [word = ''] = /^(?:[\p{Script=Latin}\d'’.,;:()-]+|.[、。，：；！？”》）]*)/u.exec(next.text) ?? [];
  const perCharacter = (next.x1 - next.x0) / Math.max(next.text.length, 1);
  return room > Math.max(perCharacter * word.length + line.size * 0.5, line.size * 1.6);
}

function kindOf(
  group: LineGroup,
  before: LineGroup | undefined,
  after: LineGroup | undefined,
  type: BodyType,
  { leading, indents }: ParagraphSigns,
): LineGroup['kind'] {
  const { lines } = group;
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const text = lines.map((line) => line.text).join('');
  const isApart = lines.every((line) => isDisplay(line, type)) && !isPart(text) && !isWordless(text);
  if (lines.every((line) => isFormulaLine(line) || isEquation(line.text))) return 'formula';
  if (opensBox(text)) return 'paragraph';
  if (lines.length <= MAX_LINES && text.length <= MAX_CHARACTERS && /\p{L}/u.test(text)) {
    const closes = /[。；;,，、：:]$/.test(text) || (/[.!?]$/.test(text) && text.length > 70);
    const previous = before?.lines.at(-1);
    const runsOn =
      previous !== undefined && !endsSentence(previous.text) && before?.kind !== 'heading' && !isApart;
    if (isApart && !closes) return 'heading';
    // In a heading of several lines each is centred, or all are in capitals.
    const alone =
      ((isHeadingLike(first.text) && isInCapitals(text)) ||
        (lines.length === 1 ? !isFull(last) : lines.every(isCentred) && isHeadingLike(first.text))) &&
      !closes &&
      !runsOn;
    const gap =
      previous && previous.sheet === first.sheet && first.y > previous.y ? first.y - previous.y : leading * 2;
    if (
      alone &&
      isHeadingLike(first.text) &&
      !(after && continuesNumbering(first.text, after.lines[0]!.text))
    )
      return 'heading';
    // In a manuscript nothing but its position shows a heading: at the margin, between indented paragraphs.
    const next = after?.lines[0];
    const isAtMargin = first.x1 < first.right - (first.right - first.left) * 0.25 && !isSetIn(first);
    if (
      alone &&
      indents &&
      lines.length === 1 &&
      isAtMargin &&
      next &&
      isSetIn(next) &&
      after.lines.length > 1 &&
      first.size > type.size * SMALL &&
      /^[\p{Lu}\p{Script=Han}]/u.test(text) &&
      !endsSentence(text) &&
      previous &&
      (endsSentence(previous.text) || before?.kind === 'heading')
    )
      return 'heading';
    if (
      alone &&
      isCentred(first) &&
      (gap > leading * 1.15 || isFarIn(first)) &&
      text.length < 80 &&
      after &&
      first.size > type.size * SMALL
    )
      return 'heading';
  }
  if (
    lines.length >= 2 &&
    (lines.every((line) => isSmall(line, type)) ||
      (lines.every((line) => line.x0 - line.left > line.size * 0.8) &&
        lines.length >= 2 &&
        Math.abs(lines[0]!.x0 - lines[1]!.x0) < 2))
  )
    return 'quotation';
  return 'paragraph';
}
