import { lettersOf } from '../../words/letters.ts';
import { editorialLine, opensFrontPart, plainHeading } from '../../words/paper-words.ts';
import { isAffiliation, isNames } from '../../words/bylines.ts';
import type { BareSheet } from '../lines/furniture.ts';
import type { BodyType } from '../lines/learn-type.ts';
import { isCentred, isFullBody } from '../lines/line-shape.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import { scoreOf, titleCandidates } from './title-score.ts';
import { DASHED, DIVIDED, isNoTitle, RUBRIC } from './title-words.ts';

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
  const [best, ...others] = titleCandidates(pages, sheets, type, first, documentTitle)
    .map((one) => ({ ...one, score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score);
  if (!best) return undefined;
  const plain = isPart(best.text) ? titleOfManuscript(pages.slice(0, first + 1), type) : undefined;
  if (plain) return { lines: plain, subtitle: [], isSure: false };

  const { sheet } = best.lines[0]!;
  const page = pages[sheet]!;
  const lines = withSubtitle(withoutNames(best.lines), page);
  const last = lines.at(-1)!;
  // An abstract may have a page of its own before the text.
  const again = isCover(page)
    ? pages
        .slice(sheet + 1, first + 1)
        .map((other) => titleAgain(other, lines))
        .find((found) => found !== undefined)
    : undefined;
  const isRecognised = best.inHeads || best.inFile || best.size > type.size * 1.25;
  const rival = others.find(({ score, text }) => best.score - score < NEAR_SCORE && mayBeTitle(text))?.text;
  return {
    lines,
    subtitle: again ? [] : subtitleBelow(last, page, type),
    ...(again ? { again } : {}),
    isSure: isRecognised && !DIVIDED.test(last.text.trim()),
    ...(rival === undefined ? {} : { rival }),
  };
}

/** The least lead of a title’s score over that of any other text. */
const NEAR_SCORE = 2;

/** True if nothing in a text shows that it is no title. */
const mayBeTitle = (text: string): boolean =>
  text.length >= SHORTEST_TITLE &&
  /^[^\p{L}]*(?:\p{Lu}|\p{Lo})/u.test(text) &&
  !/\bvol\b|[.”]$/i.test(text) &&
  !isNames(text) &&
  !isNoTitle(text);

/** The first page of running text; covers and contents have little of it. */
function firstTextSheet(pages: TypeLine[][], type: BodyType): number {
  const at = pages.findIndex((lines) => lines.filter((line) => isFullBody(line, type)).length >= 5);
  return Math.max(at, 0);
}

/** True if a text in display type is a rubric, or the heading of an abstract or introduction. */
const isPart = (printed: string): boolean => {
  const text = printed.trim();
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

/** Drops an author’s name above a title in the same type, which is recognised by a note mark. */
function withoutNames(title: TypeLine[]): TypeLine[] {
  const [first, ...rest] = title;
  return first &&
    rest.length > 0 &&
    /^[\p{Lu}][\p{L}.’'-]*(?: [\p{Lu}][\p{L}.’'-]*){1,4}\s?[*∗†]$/u.test(first.text.trim())
    ? rest
    : title;
}

const isSetAlike = (line: TypeLine, before: TypeLine, leading = 0): boolean =>
  Math.abs(line.size - before.size) < before.size * 0.04 &&
  line.font === before.font &&
  line.y - before.y < Math.max(before.size * 2, leading * 1.1);

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
    lettersOf(first.text).length >= SHORTEST_SUBTITLE
    ? between
    : [];
}

/** A line that ends with such a word is not the last one. */
const OPEN_END = /\b(?:an?|the|of|and|or|in|on|to|for|from|with|by|at|as|between)$/i;

/** The most lines and the fewest letters in a subtitle. */
const MAX_SUBTITLE = 3;
const SHORTEST_SUBTITLE = 5;

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
