import { isNames } from '../../words/bylines.ts';
import { isInCapitals } from '../../words/headings.ts';
import { lettersOf } from '../../words/letters.ts';
import { journalIn } from '../../words/issue-lines.ts';
import { opensFrontPart } from '../../words/paper-words.ts';
import { textOfRow, type BareSheet } from '../lines/furniture.ts';
import type { BodyType } from '../lines/learn-type.ts';
import { isCentred } from '../lines/line-shape.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import { DASHED, DIVIDED, isNoTitle, RUBRIC } from './title-words.ts';

/** Lines in large type that may be the title. */
interface TitleCandidate {
  lines: TypeLine[];
  text: string;
  letters: string;
  size: number;
  /** Its size as a multiple of the text’s. */
  largeness: number;
  /** Its position among the candidates of its page. */
  order: number;
  /** The number of pages from the first page of running text; negative before it. */
  distance: number;
  isLargest: boolean;
  isAboveAbstract: boolean;
  /** True if running heads repeat it, or the file’s metadata begin with it or contain all of it. */
  inHeads: boolean;
  inFile: boolean;
  isNamed: boolean;
  /** True if running heads have it before a year, as they have the name of a journal. */
  isDated: boolean;
  opensWithJournal: boolean;
}

/** What speaks for and against a title. A number counts as often as it is large. */
const weights: { is: (one: TitleCandidate) => boolean | number; weight: number }[] = [
  { weight: 3, is: ({ largeness }) => Math.min(largeness, 2) },
  { weight: 3, is: ({ inHeads }) => inHeads },
  { weight: 3, is: ({ inFile }) => inFile },
  { weight: 3, is: ({ isNamed }) => isNamed },
  { weight: 2, is: ({ isAboveAbstract }) => isAboveAbstract },
  { weight: 1.5, is: ({ distance }) => distance === 0 },
  { weight: -0.15, is: ({ order }) => order },
  { weight: -0.5, is: ({ distance }) => Math.abs(distance) },
  // A series may print pages of its own before the paper, which then begins with the title in the metadata.
  { weight: -20, is: ({ distance, isNamed }) => distance > 0 && !isNamed },
  { weight: -6, is: ({ isDated }) => isDated },
  { weight: -5, is: ({ text }) => isNoTitle(text) },
  { weight: -5, is: ({ opensWithJournal }) => opensWithJournal },
  { weight: -3, is: ({ text, isLargest }) => isNames(text) && !isLargest },
  // A long text with a full stop is a sentence.
  { weight: -4, is: ({ letters, lines }) => letters.length > 100 && /\.$/.test(lines.at(-1)!.text) },
  { weight: -6, is: ({ letters }) => letters.length < 4 },
  { weight: -1, is: ({ letters }) => letters.length >= 4 && letters.length < 8 },
  { weight: -4, is: ({ lines }) => lines.length > 6 },
  { weight: -6, is: ({ letters }) => letters.length > LONGEST },
  // A subtitle comes after the title.
  { weight: -4, is: ({ lines, order }) => DASHED.test(lines[0]!.text) && order > 0 },
];

/** The most letters in a title. */
const LONGEST = 350;

export const scoreOf = (one: TitleCandidate): number =>
  weights.reduce((score, { is, weight }) => score + Number(is(one)) * weight, 0);

/**
 * The texts in large type on the first pages, and those that running heads repeat. `first` is the index of the first
 * page of running text.
 */
export function titleCandidates(
  pages: TypeLine[][],
  sheets: BareSheet[],
  type: BodyType,
  first: number,
  documentTitle = '',
): TitleCandidate[] {
  const heads = sheets.slice(first).flatMap(({ furniture }) => furniture.map(textOfRow));
  const journal = lettersOf(journalIn(heads) ?? '');
  // A name may be beside the title: Marsh · The Law of the Ferry.
  const parts = heads.flatMap((head) => [head, ...head.split(/\s*[·•|]\s*/)]);
  const repeated = [...new Set(parts.map(lettersOf))].filter(
    (head) => head.length >= 5 && (journal === '' || !head.includes(journal)),
  );
  const dated = new Set(heads.flatMap((head) => DATED.exec(head)?.[1] ?? []).map(lettersOf));
  const named = lettersOf(documentTitle);
  return pages.slice(0, first + 1 + MAX_PREFACE).flatMap((lines, sheet) => {
    const abstract = lines.findIndex(({ text }) => opensFrontPart(text));
    const height = sheets[sheet]?.height ?? 0;
    const groups = displayGroups(lines, type, repeated);
    return groups
      .filter((group) => group[0]!.y < height * 0.7)
      .map((group, order) => {
        const letters = lettersOf(group.map(({ text }) => text).join(''));
        const { size } = group[0]!;
        return {
          lines: group,
          text: group.map(({ text }) => text).join(' '),
          letters,
          size,
          largeness: size / type.size,
          order,
          distance: sheet - first,
          isLargest: groups.every((other) => other === group || other[0]!.size < size * 0.98),
          isAboveAbstract: abstract >= 0 && lines.indexOf(group[0]!) < abstract,
          inHeads: repeated.some((head) => matches(head, letters)),
          inFile: named.length >= 5 && matches(named, letters),
          isNamed: named.length >= 15 && letters.includes(named),
          isDated: dated.has(letters),
          opensWithJournal: journal !== '' && letters.startsWith(journal),
        };
      });
  });
}

/** The most pages that a series may print before its paper. */
const MAX_PREFACE = 3;

/** The name of a journal before its year; years from – to belong to a title. */
const DATED = /^(\P{N}{5,60}?)[\s,.]*\(?(?:19|20)\d\d\b(?!\s?[–-]\s?\d{4})/u;

/**
 * True if the texts are the same, or one is the beginning of the other, since running heads shorten titles. A text that
 * is just a small part of a running head is not a match: it may share a word with the rubric.
 */
const matches = (head: string, letters: string): boolean =>
  letters.length >= 4 &&
  ((head.includes(letters) && letters.length > head.length * 0.6) ||
    letters.includes(head) ||
    opensBehindName(head, letters) ||
    (head.length >= 8 && letters.startsWith(head.slice(0, /\p{Script=Han}/u.test(head) ? 8 : 12))));

/** True if a running head consists of an author’s name and the beginning of the title. */
function opensBehindName(head: string, letters: string): boolean {
  for (let from = 3; from < head.length * 0.5; from++)
    if (head.length - from >= SHORTEST_PART && letters.startsWith(head.slice(from))) return true;
  return false;
}
const SHORTEST_PART = 15;

/** Groups consecutive lines in the same type, other than that of the running text unless running heads repeat them. */
function displayGroups(lines: TypeLine[], type: BodyType, repeated: string[]): TypeLine[][] {
  const groups: TypeLine[][] = [];
  for (const line of lines) {
    // Ornaments spell a journal’s name letter by letter.
    if (/^\P{L}*[A-Za-z]?\P{L}*$/u.test(line.text)) continue;
    const isPlain =
      line.size < type.size * 1.08 &&
      type.fonts.has(line.font) &&
      !(isInCapitals(line.text) && (isCentred(line) || lettersOf(line.text).length >= LONG_CAPITALS));
    if (line.size < type.size * 0.93 || (isPlain && !repeated.includes(lettersOf(line.text)))) continue;
    const group = groups.findLast((lines) => !lines.every((one) => isBeside(one, line)));
    const last = group?.at(-1);
    const isLarge = line.size > type.size * 1.2;
    const joins =
      last &&
      !RUBRIC.test(last.text.trim()) &&
      // A title in capitals ends where lower case begins, usually with a name.
      (isLarge || isInCapitals(last.text) === isInCapitals(line.text) || DIVIDED.test(last.text)) &&
      // A divided word continues, even if its small capitals change the size.
      (Math.abs(last.size - line.size) < line.size * 0.04 || DIVIDED.test(last.text)) &&
      (last.font === line.font || isLarge || isInCapitals(line.text)) &&
      line.y > last.y &&
      // The lines of a manuscript are far apart.
      line.y - last.y < Math.max(line.size * 2.4, type.leading * 1.1) &&
      lines.slice(lines.indexOf(last) + 1, lines.indexOf(line)).every((one) => isBeside(one, line));
    if (joins) group!.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** The fewest letters of a line in capitals that may be a title in any position. */
const LONG_CAPITALS = 20;

/** True if a line is smaller than another and beside it. */
const isBeside = (line: TypeLine, other: TypeLine): boolean =>
  line.size < other.size && (line.x1 < other.x0 || line.x0 > other.x1);
