import { lettersOf } from '../letters.ts';
import { editorialLine, opensFrontPart, plainHeading } from '../paper-words.ts';
import type { BareSheet } from './furniture.ts';
import { journalIn } from '../masthead.ts';
import { textOfRow } from './furniture.ts';
import { isInCapitals } from '../headings.ts';
import { isAffiliation, isNames } from '../bylines.ts';
import type { BodyType } from './learn-type.ts';
import { isCentred } from './line-shape.ts';
import type { TypeLine } from './page-lines.ts';

export interface FoundTitle {
  lines: TypeLine[];
  /** A subtitle in type of its own, above the authors’ names. */
  subtitle: TypeLine[];
  /** The paper’s own title page, after a library’s cover with the same title. */
  again?: TypeLine[];
  /** False if only its size suggests that it is the title. */
  isSure: boolean;
  /** Another text that is set almost as a title would be. */
  rival?: string;
}

/** The first page of running text; covers and contents have little of it. */
function firstTextSheet(pages: TypeLine[][], type: BodyType): number {
  const at = pages.findIndex((lines) => lines.filter((line) => isFullBody(line, type)).length >= 5);
  return Math.max(at, 0);
}

/** True if a line is set as running text and fills its column. */
export const isFullBody = (line: TypeLine, type: BodyType): boolean =>
  Math.abs(line.size - type.size) < type.size * 0.06 &&
  type.fonts.has(line.font) &&
  line.x1 - line.x0 > (line.right - line.left) * 0.8;

/**
 * Finds the title: the largest type on the first pages, or a line that running heads and the file’s metadata repeat.
 */
export function findTitle(
  pages: TypeLine[][],
  sheets: BareSheet[],
  type: BodyType,
  documentTitle: string | undefined,
): FoundTitle | undefined {
  const first = firstTextSheet(pages, type);
  const heads = sheets.slice(first).flatMap(({ furniture }) => furniture.map(textOfRow));
  const journal = lettersOf(journalIn(heads) ?? '');
  // A name may be beside the title: Marsh · The Law of the Ferry.
  const parts = heads.flatMap((head) => [head, ...head.split(/\s*[·•|]\s*/)]);
  const repeated = [...new Set(parts.map(lettersOf))].filter(
    (head) => head.length >= 5 && (journal === '' || !head.includes(journal)),
  );
  const dated = new Set(heads.flatMap((head) => DATED.exec(head)?.[1] ?? []).map(lettersOf));
  const named = lettersOf(documentTitle ?? '');
  const candidates = pages.slice(0, first + 1 + MAX_PREFACE).flatMap((lines, sheet) => {
    const abstract = lines.findIndex(({ text }) => opensFrontPart(text));
    const height = sheets[sheet]?.height ?? 0;
    const groups = displayGroups(lines, type, repeated);
    const isLargest = (group: TypeLine[]): boolean =>
      groups.every((other) => other === group || other[0]!.size < group[0]!.size * 0.98);
    return groups
      .filter((group) => group[0]!.y < height * 0.7)
      .map((group, order) => {
        const letters = lettersOf(group.map(({ text }) => text).join(''));
        const inHeads = repeated.some((head) => matches(head, letters));
        const inFile = named.length >= 5 && matches(named, letters);
        const isNamed = named.length >= 15 && (letters === named || letters.includes(named));
        const before = abstract >= 0 && lines.indexOf(group[0]!) < abstract;
        const score =
          Math.min(group[0]!.size / type.size, 2) * 3 +
          (inHeads ? 3 : 0) +
          (inFile ? 3 : 0) +
          (isNamed ? 3 : 0) +
          (before ? 2 : 0) +
          (sheet === first ? 1.5 : 0) -
          order * 0.15 -
          Math.abs(first - sheet) * 0.5 -
          (sheet > first && !isNamed ? 20 : 0) -
          (dated.has(letters) ? 6 : 0) -
          (isNoTitle(group.map(({ text }) => text).join(' ')) ? 5 : 0) -
          (journal !== '' && letters.startsWith(journal) ? 5 : 0) -
          (isNames(group.map(({ text }) => text).join(' ')) && !isLargest(group) ? 3 : 0) -
          (letters.length > 100 && /\.$/.test(group.at(-1)!.text) ? 4 : 0) -
          (letters.length < 4 ? 6 : letters.length < 8 ? 1 : 0) -
          (group.length > 6 ? 4 : 0) -
          (letters.length > LONGEST ? 6 : 0) -
          // A subtitle comes after the title.
          (DASHED.test(group[0]!.text) && order > 0 ? 4 : 0);
        return { group, score, isSure: inHeads || inFile, size: group[0]!.size };
      });
  });
  const [best, ...others] = candidates.sort((a, b) => b.score - a.score);
  if (!best) return undefined;
  const rival = others
    .filter(({ score }) => best.score - score < NEAR_SCORE)
    .map(({ group }) => group.map(({ text }) => text).join(' '))
    .find(
      (text) =>
        text.length >= SHORTEST_TITLE &&
        /^[^\p{L}]*(?:\p{Lu}|\p{Lo})/u.test(text) &&
        !/\bvol\b|[.”]$/i.test(text) &&
        !isNames(text) &&
        !isNoTitle(text),
    );
  const plain = isPart(best.group) ? titleOfManuscript(pages.slice(0, first + 1), type) : undefined;
  if (plain) return { lines: plain, subtitle: [], isSure: false };
  const { sheet } = best.group[0]!;
  const lines = withSubtitle(withoutNames(best.group), pages[sheet]!);
  // An abstract may have a page of its own before the text.
  const again = isCover(pages[sheet]!)
    ? pages
        .slice(sheet + 1, first + 1)
        .map((page) => titleAgain(page, lines))
        .find((found) => found !== undefined)
    : undefined;
  const isSure = (best.isSure || best.size > type.size * 1.25) && !DIVIDED.test(lines.at(-1)!.text.trim());
  const subtitle = again ? [] : subtitleBelow(lines.at(-1)!, pages[sheet]!, type);
  return { lines, subtitle, ...(again ? { again } : {}), isSure, ...(rival === undefined ? {} : { rival }) };
}

/** The least lead of a title’s score over that of any other text. */
const NEAR_SCORE = 2;

/** True if a display line is a rubric, or the heading of an abstract or introduction. */
const isPart = (lines: TypeLine[]): boolean => {
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .trim();
  return plainHeading.test(text) || RUBRIC.test(text) || opensFrontPart(text);
};

/** The title of a manuscript, in the type of its text: the first centred lines. */
function titleOfManuscript(pages: TypeLine[][], type: BodyType): TypeLine[] | undefined {
  const page = pages.find((lines) => lines.some((line) => isCentred(line)));
  const from = page?.findIndex(
    (line) =>
      isCentred(line) &&
      lettersOf(line.text).length >= SHORTEST_TITLE &&
      !isNoTitle(line.text) &&
      !isNames(line.text),
  );
  if (!page || from === undefined || from < 0) return undefined;
  // A line is followed by another one of the title only if it has no room for its first word.
  const goesOn = (last: TypeLine | undefined, line: TypeLine | undefined): boolean =>
    last !== undefined &&
    line !== undefined &&
    last.x1 - last.x0 > (last.right - last.left) * FULL_TITLE &&
    isSetAlike(line, last, type.leading) &&
    !isNames(line.text) &&
    !isNoTitle(last.text);
  let [start, end] = [from, from + 1];
  while (goesOn(page[start - 1], page[start]) && end - start < MAX_LINES) start--;
  while (goesOn(page[end - 1], page[end]) && end - start < MAX_LINES) end++;
  return page.slice(start, end);
}

const SHORTEST_TITLE = 10;
/** The minimum share of the column that a line of a title fills if the title continues. */
const FULL_TITLE = 0.7;

/** The most letters in a title. */
const LONGEST = 350;

/** True if a page is a library’s cover with the source of its copy. */
const isCover = (lines: TypeLine[]): boolean => lines.some(({ text }) => COVER.test(text));

const COVER =
  /Follow this and additional works at|Recommended Citation|Suggested Citation|brought to you for free|To cite this (?:article|version)|in cooperation with:|HAL Id:|Stable URL:|This version is available at/i;

/** The lines near the beginning of a page with exactly the title’s letters. */
function titleAgain(page: TypeLine[], title: TypeLine[]): TypeLine[] | undefined {
  const letters = lettersOf(title.map(({ text }) => text).join(''));
  for (let from = 0; from < Math.min(page.length, MAX_ABOVE); from++)
    for (let to = from + 1; to <= from + MAX_LINES; to++) {
      const lines = page.slice(from, to);
      if (lettersOf(lines.map(({ text }) => text).join('')) === letters) return lines;
    }
  return undefined;
}

/** The most lines above a repeated title, and the most lines of the title. */
const MAX_ABOVE = 6;
const MAX_LINES = 6;

/**
 * The most pages of text that a series may print before its paper; the paper then begins with the title in the file’s
 * metadata.
 */
const MAX_PREFACE = 3;

/** The name of a journal before its year; years from – to belong to a title. */
const DATED = /^(\P{N}{5,60}?)[\s,.]*\(?(?:19|20)\d\d\b(?!\s?[–-]\s?\d{4})/u;

/** True if a text begins a part, is a line of a table of contents or a numbered heading, or names a journal. */
export const isNoTitle = (text: string): boolean =>
  opensFrontPart(text) ||
  plainHeading.test(text.trim()) ||
  /\.{5}|…{3}|\. \. \. \./.test(text) ||
  /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.．、\s]|[IVX]+\.|[一二三四五六七八九十]、)/.test(text) ||
  RUBRIC.test(text.trim()) ||
  (text.length < 60 &&
    /\b(?:(?:working|discussion) papers?|review|journal|quarterly|proceedings|bulletin|zeitschrift|issn|vol\.)\b|学报|期刊/i.test(
      text,
    ));

/** Rubrics of papers in journals. */
const RUBRIC =
  /^(?:(?:original|research|review|regular|special|feature)\s)?(?:articles?(?: & essays)?|research|(?:original )?contributions?|(?:forum|debate)(?: section)?|papers?|essays?|(?:student |case )?notes?|case stud(?:y|ies)|comments?|commentar(?:y|ies)|reflections?|responses?|repl(?:y|ies)|tributes?|lectures?|book reviews?|review essays?|book presentation|foreword|preface|afterword|editorial|issue|forum|symposium|dossier|report|(?:discussion|working) papers?(?: \d+)?|chapter (?:\d+|[IVXL]+)[.:]?)$|^(?:[专專]\s*[论論題题稿]|特\s*稿|[笔筆]\s*[谈談]|[书書]\s*[评評]|短\s*[论論]|[论論]\s*(?:文|[坛壇])|研究[综綜]述|[学學][术術][动動前][态態沿]|[争爭][鸣鳴])$/i;

/** Drops an author’s name above a title in the same type, which is recognised by a note mark. */
function withoutNames(title: TypeLine[]): TypeLine[] {
  const [first, ...rest] = title;
  return first &&
    rest.length > 0 &&
    /^[\p{Lu}][\p{L}.’'-]*(?: [\p{Lu}][\p{L}.’'-]*){1,4}\s?[*∗†]$/u.test(first.text.trim())
    ? rest
    : title;
}

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

const DIVIDED = /\p{L}[-‐]$/u;

const isSetAlike = (line: TypeLine, before: TypeLine, leading = 0): boolean =>
  Math.abs(line.size - before.size) < before.size * 0.04 &&
  line.font === before.font &&
  line.y - before.y < Math.max(before.size * 2, leading * 1.1);

const DASHED = /^[—–―─-]{1,3}\s?\S/;

/** The lines between the title and the authors’ names that are larger than the text and alike. */
function subtitleBelow(title: TypeLine, lines: TypeLine[], type: BodyType): TypeLine[] {
  const below = lines.slice(lines.indexOf(title) + 1).slice(0, MAX_SUBTITLE + 1);
  const end = below.findIndex(({ text }, i) => isNames(text) && !OPEN_END.test(below[i - 1]?.text ?? ''));
  const between = below.slice(0, Math.max(end, 0));
  const [first] = between;
  const isPlain = (text: string): boolean =>
    isNoTitle(text) || isAffiliation(text) || editorialLine.test(text);
  return first &&
    between.every(
      (line, i) =>
        line.size > type.size * 1.15 &&
        line.size <= title.size * 1.02 &&
        !isPlain(line.text) &&
        (i === 0 ? line.y - title.y < title.size * 2.5 : isSetAlike(line, between[i - 1]!)),
    ) &&
    lettersOf(first.text).length >= SHORTEST_PART / 3
    ? between
    : [];
}

/** A line that ends with such a word is not the last one. */
const OPEN_END = /\b(?:an?|the|of|and|or|in|on|to|for|from|with|by|at|as|between)$/i;

const MAX_SUBTITLE = 3;

/** Adds a subtitle, which follows below, after a dash, or after a colon at the end of the title. */
function withSubtitle(title: TypeLine[], lines: TypeLine[]): TypeLine[] {
  const titleLines = [...title];
  for (;;) {
    const last = titleLines.at(-1)!;
    const next = lines[lines.indexOf(last) + 1];
    const isSubtitle =
      next &&
      next.y > last.y &&
      (DASHED.test(next.text) ||
        /[:：]$/.test(last.text.trim()) ||
        // The second line of a subtitle has the type of its first.
        (titleLines.length > title.length && isSetAlike(next, last)));
    if (!isSubtitle || titleLines.length > 8) return titleLines;
    titleLines.push(next);
  }
}
