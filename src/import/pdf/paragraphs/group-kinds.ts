import { isHeadingLike, isInCapitals } from '../../words/headings.ts';
import { frontParts } from '../../words/paper-words.ts';
import { endsSentence } from '../lines/ends-sentence.ts';
import { isEquation, isFormulaLine } from './formula-lines.ts';
import type { BodyType } from '../lines/learn-type.ts';
import { isCentred, isDisplay, isFarIn, isFull, isSetIn, isSmall } from '../lines/line-shape.ts';
import { hasNextNumber, isWordless, MAX_CHARACTERS, MAX_LINES } from '../parts/numbered-headings.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import type { ParagraphSigns } from './paragraph-signs.ts';

/** Lines that belong together. */
export interface LineGroup<L extends TypeLine = TypeLine> {
  kind: 'paragraph' | 'heading' | 'quotation' | 'formula';
  lines: L[];
}

/** A group among its neighbours, of which only the one before it has a kind already. */
interface Candidate {
  lines: TypeLine[];
  first: TypeLine;
  text: string;
  before: LineGroup | undefined;
  /** The last line before the group. */
  previous: TypeLine | undefined;
  after: LineGroup | undefined;
  type: BodyType;
  signs: ParagraphSigns;
  /** True if all lines are in display type, and are not an abstract, keywords or a formula. */
  isDisplayed: boolean;
}

/** The kind of a group: that of the first rule that applies. */
export function kindOf(
  { lines }: LineGroup,
  before: LineGroup | undefined,
  after: LineGroup | undefined,
  type: BodyType,
  signs: ParagraphSigns,
): LineGroup['kind'] {
  const text = lines.map((line) => line.text).join('');
  const candidate: Candidate = {
    lines,
    first: lines[0]!,
    text,
    before,
    previous: before?.lines.at(-1),
    after,
    type,
    signs,
    isDisplayed: lines.every((line) => isDisplay(line, type)) && !isPart(text) && !isWordless(text),
  };
  return rules.find(({ is }) => is(candidate))?.kind ?? 'paragraph';
}

const isFormula = ({ lines }: Candidate): boolean =>
  lines.every((line) => isFormulaLine(line) || isEquation(line.text));

/** True if a text names a box beside the text, whose words follow. */
export const opensBox = (text: string): boolean => /^(?:Box|专栏|專欄)\s?\d{1,2}(?:[.:：]|\s|$)/i.test(text);

/** A heading in display type does not end like a sentence. */
const isDisplayHeading = (group: Candidate): boolean => isBrief(group) && group.isDisplayed && !closes(group);

/** A numbered heading in the type of the text stands alone; the items of a list follow each other. */
const isNumberedHeading = (group: Candidate): boolean =>
  isAlone(group) &&
  isHeadingLike(group.first.text) &&
  !(group.after && hasNextNumber(group.first.text, group.after.lines[0]!.text));

/** In a manuscript nothing but its position shows a heading: at the margin, between indented paragraphs. */
function isMarginHeading(group: Candidate): boolean {
  const { lines, first, text, before, previous, after, type, signs } = group;
  const isAtMargin = first.x1 < first.right - (first.right - first.left) * 0.25 && !isSetIn(first);
  const isBelowEnd = previous !== undefined && (endsSentence(previous.text) || before?.kind === 'heading');
  const isAboveParagraph = after !== undefined && after.lines.length > 1 && isSetIn(after.lines[0]!);
  return (
    signs.indents &&
    lines.length === 1 &&
    isAtMargin &&
    isAboveParagraph &&
    isBelowEnd &&
    !isSmall(first, type) &&
    /^[\p{Lu}\p{Script=Han}]/u.test(text) &&
    !endsSentence(text) &&
    isAlone(group)
  );
}

/** A centred heading without a number is separated from the text before it. */
function isCentredHeading(group: Candidate): boolean {
  const { first, text, previous, after, type, signs } = group;
  const { leading } = signs;
  const gap =
    previous && previous.sheet === first.sheet && first.y > previous.y ? first.y - previous.y : leading * 2;
  return (
    isCentred(first) &&
    (gap > leading * 1.15 || isFarIn(first)) &&
    text.length < 80 &&
    after !== undefined &&
    !isSmall(first, type) &&
    isAlone(group)
  );
}

/** All lines of a quotation are small, or all are indented alike. */
const isQuotation = ({ lines, type }: Candidate): boolean =>
  lines.length >= 2 &&
  (lines.every((line) => isSmall(line, type)) ||
    (lines.every((line) => line.x0 - line.left > line.size * 0.8) &&
      Math.abs(lines[0]!.x0 - lines[1]!.x0) < 2));

/** The rules in the order in which they are tried. */
const rules: { kind: LineGroup['kind']; is: (group: Candidate) => boolean }[] = [
  { kind: 'formula', is: isFormula },
  { kind: 'paragraph', is: ({ text }) => opensBox(text) },
  { kind: 'heading', is: isDisplayHeading },
  { kind: 'heading', is: isNumberedHeading },
  { kind: 'heading', is: isMarginHeading },
  { kind: 'heading', is: isCentredHeading },
  { kind: 'quotation', is: isQuotation },
];

/** True if a text is no longer than a heading. */
const isBrief = ({ lines, text }: Candidate): boolean =>
  lines.length <= MAX_LINES && text.length <= MAX_CHARACTERS && /\p{L}/u.test(text);

/** True if a text ends as no heading does. */
const closes = ({ text }: Candidate): boolean =>
  /[。；;,，、：:]$/.test(text) || (/[.!?]$/.test(text) && text.length > 70);

/**
 * True if a heading in the type of the text may be set so: it is one short line, or each of its lines is centred, or
 * all are in capitals. Nothing before it runs on.
 */
function isAlone(group: Candidate): boolean {
  const { lines, first, text, before, previous, isDisplayed } = group;
  const runsOn =
    previous !== undefined && !endsSentence(previous.text) && before?.kind !== 'heading' && !isDisplayed;
  const isSetAlone =
    (isHeadingLike(first.text) && isInCapitals(text)) ||
    (lines.length === 1 ? !isFull(first) : lines.every(isCentred) && isHeadingLike(first.text));
  return isBrief(group) && isSetAlone && !closes(group) && !runsOn;
}

/** True if a text is a part of the front matter with its opening word. */
const isPart = (text: string): boolean =>
  frontParts.some(({ pattern }) => text.replace(pattern, '').trim().length > 0 && pattern.test(text));
