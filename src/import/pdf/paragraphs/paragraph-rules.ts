import { isAffiliation, isNames } from '../../words/bylines.ts';
import { isHeadingLike, isInCapitals } from '../../words/headings.ts';
import { editorialLine, opensPart } from '../../words/paper-words.ts';
import type { Junction } from './junction.ts';
import { isCentred, isFarIn, isFull, isSetIn, PURE } from '../lines/line-shape.ts';
import { BULLET, hangs, isNextItem, ITEM, opensItem } from './list-items.ts';
import { withoutRaised } from '../lines/page-lines.ts';

/** Whether a line begins a paragraph or heading, or continues the one before it; undefined if a rule cannot tell. */
type Verdict = 'begins' | 'continues' | undefined;
type Rule = (at: Junction) => Verdict;

const beginsIf = (is: boolean): Verdict => (is ? 'begins' : undefined);
const continuesIf = (is: boolean): Verdict => (is ? 'continues' : undefined);
const either = (begins: boolean): Verdict => (begins ? 'begins' : 'continues');

/** An abstract, the keywords and notices begin with words of their own. */
const atPart: Rule = ({ line }) => beginsIf(opensPart(line.text));

/** The institution of authors is below their names. */
const atAffiliation: Rule = ({ line, group }) =>
  beginsIf(isAffiliation(line.text) && !isNames(line.text) && isNames(group.map(withoutRaised).join(' ')));

/** A notice of the journal ends with its first short line. */
const belowNotice: Rule = ({ group, isShort }) => beginsIf(isShort && editorialLine.test(group[0]!.text));

/** A divided word continues, wherever its other half is. */
const inDividedWord: Rule = ({ line, before, lineClass, lastClass }) =>
  continuesIf(
    /\p{Ll}[-‐\u00AD]$/u.test(before.text) && /^\p{Ll}{2}/u.test(line.text) && lineClass === lastClass,
  );

/** The lines of a formula are near each other. */
const inFormula: Rule = ({ isFormula, wasFormula, gap, signs }) =>
  isFormula && wasFormula ? either(gap === undefined || gap > signs.leading * 3) : undefined;

/** A formula is set off from the text around it. */
const besideFormula: Rule = ({ isFormula, wasFormula, isBelow }) =>
  beginsIf(isFormula !== wasFormula && (isBelow || isFormula));

/** A line at the margin is not part of the centred heading above it, though its type is the same. */
const belowCentredHeading: Rule = (at) =>
  beginsIf(
    isSameDisplay(at) &&
      at.isBelow &&
      isFarIn(at.before) &&
      isCentred(at.before) &&
      at.line.x0 < at.line.left + 2,
  );

/** A heading continues with a lower-case word. */
const inHeading: Rule = (at) =>
  continuesIf(isSameDisplay(at) && at.isBelow && !at.isWide && /^\p{Ll}+\s/u.test(at.line.text));

const isSameDisplay = ({ line, before, lineClass, lastClass }: Junction): boolean =>
  lineClass === 'display' &&
  lastClass === 'display' &&
  line.font === before.font &&
  line.size === before.size;

/** A heading in capitals ends where lower-case letters begin. */
const inCapitals: Rule = ({ line, before, group, isWide }) =>
  isHeadingLike(group[0]!.text) && group.every(({ text }) => isInCapitals(text))
    ? either(isWide || !(isInCapitals(line.text) || /,\s*$/.test(before.text)))
    : undefined;

/** A centred heading may be at the top of a column. */
const atCentredHeading: Rule = ({ line, isShort, isBelow }) =>
  beginsIf(isHeadingLike(line.text) && isCentred(line) && isShort && !isBelow);

/** A centred line begins after a sentence, unless it is that of a title after a colon. */
const atCentredLine: Rule = ({ line, before, lineClass, lastClass, isEnded }) => {
  const isTitle =
    lineClass === 'display' &&
    lastClass === 'display' &&
    /[:：]$/.test(before.text) &&
    line.size === before.size;
  return beginsIf(isFarIn(line) && isCentred(line) && isEnded && !isTitle);
};

/** A heading is a single short line, unless both it and the line below are centred. */
const belowHeading: Rule = ({ line, before, group, isShort, isBelow, isWide }) => {
  if (!isHeadingLike(before.text) || group.length > 1 || !isShort) return undefined;
  const isSecond = isBelow && !isWide && isCentred(before) && isCentred(line) && !isHeadingLike(line.text);
  return either(!isSecond);
};

/** A change of type begins a paragraph, unless it may be within a sentence and nothing separates the lines. */
const atChangeOfType: Rule = ({ line, before, group, signs, gap, ...at }) => {
  const { lineClass, lastClass, isEnded, isShort } = at;
  if (lineClass === lastClass) return undefined;
  // A title in italics may have a colon at the end of a line.
  const isAfterSentence = isEnded && (!/\p{Script=Latin}:$/u.test(before.text) || isHeadingLike(line.text));
  if (isAfterSentence || isShort || (isSetIn(line) && !isSetIn(before))) return 'begins';
  const isItalic =
    (lineClass === 'italic' && lastClass === 'text') || (lineClass === 'text' && lastClass === 'italic');
  // A line in another font may be at the usual distance, and one may be in the two fonts of an abstract.
  const isLevel = Math.abs(line.size - before.size) < before.size * 0.04;
  const isMixed = isLevel && Math.min(line.purity, before.purity) <= PURE;
  const isNear = isLevel && gap !== undefined && gap < signs.leading * 1.1;
  // An indented line after a single line may be the first one below a heading.
  const isFirst = isSetIn(line) && group.length === 1;
  return either(!(isMixed || (!isFirst && (isItalic || isNear))));
};

/** Within display type, another size, a wide gap or a new number begins a heading. */
const inDisplay: Rule = ({ line, before, signs, gap, lineClass, isEnded, isShort }) => {
  if (lineClass !== 'display') return undefined;
  if (Math.abs(line.size - before.size) > before.size * 0.04) return 'begins';
  // Lines may be far apart throughout the paper.
  const isFar = gap !== undefined && gap > Math.max(before.size, line.size) * 2.3;
  if (isFar && (gap > signs.leading * 1.15 || isShort)) return 'begins';
  return either(
    isHeadingLike(line.text) && (isEnded || isShort || (isHeadingLike(before.text) && !isFull(before))),
  );
};

/** A heading in the type of the text is a short line after a sentence. */
const atHeading: Rule = ({ line, isEnded }) => beginsIf(isHeadingLike(line.text) && !isFull(line) && isEnded);

/** A wide gap separates paragraphs, unless it is within a sentence. */
const belowGap: Rule = ({ group, isWide, isEnded, isShort }) =>
  beginsIf(isWide && (isEnded || isShort || opensPart(group[0]!.text)));

/** An item of a list begins with a bullet, or with a number that its lines or the item before it confirm. */
const atItem: Rule = ({ line, next, group, runsOn }) =>
  beginsIf(BULLET.test(line.text) || (!runsOn && (opensItem(line, next) || isNextItem(line, group))));

/** The lines of an item hang below its bullet or number; an item may contain several paragraphs. */
const inItem: Rule = ({ line, next, group, isBelow, isWide, isEnded, isShort, runsOn }) => {
  if (!isBelow || !hangs(group, line)) return undefined;
  const isOut = line.x0 < group[0]!.x0 + 2;
  // A hanging line often has the same indent as the first line of a paragraph.
  const opens = next !== undefined && next.x0 < line.x0 - 2 && !ITEM.test(next.text) && !runsOn;
  return either(isWide || isOut || opens || (!BULLET.test(group[0]!.text) && isEnded && isShort));
};

/** An indented line begins a paragraph or a quotation, unless it is within a quotation. */
const atIndent: Rule = ({ line, before, next, group, signs, isBelow, isEnded, isShort, runsOn }) => {
  if (!isSetIn(line)) return undefined;
  const deeper = line.x0 - line.left - (before.x0 - before.left);
  // The first line of an indented block may have a deeper indent.
  if (deeper < -2 && isBelow && runsOn) return 'continues';
  // All lines of a quotation have the same indent, also on the next page.
  const isInBlock = Math.abs(deeper) < 2 && (isBelow || (isSetIn(before) && runsOn));
  if (!isInBlock) {
    // The opening word of an abstract may hang before its lines.
    const isBesideWord = group.length === 1 && opensPart(before.text);
    return either(!runsOn || (!isBesideWord && (!isFull(before) || signs.indents)));
  }
  const isUnlikeNext = next !== undefined && Math.abs(next.x0 - line.x0) > 2;
  if (!runsOn && isSetIn(before) && group.length === 1 && isUnlikeNext) return 'begins';
  return either(isEnded && isShort);
};

/** A line at the margin ends a quotation. */
const belowQuotation: Rule = ({ line, before, group, isBelow }) =>
  beginsIf(
    isSetIn(before) && group.length > 2 && isBelow && group.every((one) => isSetIn(one)) && !isSetIn(line),
  );

/** If paragraphs are indented and lines ragged, a line at the margin continues unless there is much room before it. */
const atMargin: Rule = ({ before, signs, isBelow }) =>
  continuesIf(signs.indents && isBelow && before.right - before.x1 < (before.right - before.left) * 0.35);

/** The rules in the order in which they are tried. */
const rules: Rule[] = [
  atPart,
  atAffiliation,
  belowNotice,
  inDividedWord,
  inFormula,
  besideFormula,
  belowCentredHeading,
  inHeading,
  inCapitals,
  atCentredHeading,
  atCentredLine,
  belowHeading,
  atChangeOfType,
  inDisplay,
  // From here on, the lines are in the same type, and not in display type.
  atHeading,
  belowGap,
  atItem,
  inItem,
  atIndent,
  belowQuotation,
  atMargin,
];

/** True if a line begins a paragraph or heading: the first rule that can tell decides. */
export function begins(at: Junction): boolean {
  for (const rule of rules) {
    const verdict = rule(at);
    if (verdict) return verdict === 'begins';
  }
  return at.isEnded && at.isShort;
}
