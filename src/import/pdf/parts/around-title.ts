import { HAN } from '../../../model/language.ts';
import { isAffiliation, isNames } from '../../words/bylines.ts';
import { isNoTitle } from './title-words.ts';
import type { TypeLine } from '../lines/page-lines.ts';

/**
 * The lines above a title that name the authors rather than the journal; none if Chinese names are below the title, or
 * names that a running head repeats.
 */
export function namesAbove(lines: TypeLine[], title: TypeLine, heads: TypeLine[]): TypeLine[] {
  const from = lines.indexOf(title);
  const isInHeads = ({ text }: TypeLine): boolean =>
    heads.some((head) => head.text.toLowerCase().includes(text.trim().toLowerCase()));
  const areNames = (some: TypeLine[]): boolean =>
    some.every(({ size, text }) => size <= title.size && !isNoTitle(text)) &&
    isNames(some.map(({ text }) => text).join(' '));
  const isFamilyInHeads = ({ text }: TypeLine): boolean => {
    const family = text
      .trim()
      .split(/\s+/)
      .at(-1)!
      .replace(/[^\p{L}]+$/u, '');
    return family.length >= SHORTEST_FAMILY && heads.some((head) => wordsOf(head.text).includes(family));
  };
  if (
    lines
      .slice(from + 1, from + 1 + MAX_BELOW)
      .some((line) => areNames([line]) && (HAN.test(line.text) || isInHeads(line) || isFamilyInHeads(line)))
  )
    return [];
  // Their affiliation may be between the names and the title.
  const last = lines.slice(0, from).findLastIndex(({ text }) => isAffiliation(text));
  const first = lines.slice(0, Math.max(last, 0)).findLastIndex(({ text }) => !isAffiliation(text)) + 1;
  const isAbove = last >= 0 && from - last <= MAX_ABOVE && last - first < MAX_ABOVE;
  const until = isAbove ? first : from;
  const before = lines.slice(Math.max(0, until - MAX_ABOVE - MORE_ABOVE), until);
  const end =
    before.findLastIndex(
      (line, i) =>
        i >= before.length - MAX_ABOVE &&
        (areNames([line]) || (i > 0 && areNames([before[i - 1]!]) && areNames(before.slice(i - 1, i + 1)))) &&
        !isInHeads(line),
    ) + 1;
  const start = before.findIndex(
    (_, i) => i < end && areNames(before.slice(i, end)) && isAlike(before.slice(i, end)),
  );
  return end === 0 ? [] : before.slice(start, end);
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}’'-]+/u);

/** The fewest letters of a family name that no other word of a running head repeats by chance. */
const SHORTEST_FAMILY = 4;

const isAlike = ([first, ...more]: TypeLine[]): boolean =>
  more.every(({ size, font }) => size === first!.size && font === first!.font);

/**
 * The numbers of lines above and below a title that are searched for its authors’ names; more may precede those above.
 */
const MAX_ABOVE = 2;
const MORE_ABOVE = 2;
const MAX_BELOW = 6;

/** The lines at the foot of a page with the licence of the paper. */
export function licenceAtFoot(lines: TypeLine[]): TypeLine[] {
  const from = lines.findLastIndex(({ text }) => LICENCE.test(text));
  return from > 0 && lines.length - from <= MAX_LICENCE ? lines.slice(from) : [];
}

const LICENCE =
  /^(?:©|\(c\)|copyright)?.{0,60}(?:This (?:article|work|paper) is (?:licen[sc]ed|published|distributed|made available) under|This is an open[- ]access article)/i;
const MAX_LICENCE = 5;
