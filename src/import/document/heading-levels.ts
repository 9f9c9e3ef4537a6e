import { readAllNumbers, readNumbers, type PrintedHeading } from '../words/headings.ts';
import { headingNumberings, plainHeading } from '../words/paper-words.ts';
import type { OutlineLevel, SetHeading } from '../source-document.ts';

type Heading = SetHeading & { text: string };

/** A heading with its number, if it has one that continues its numbering. */
type Counted = Heading & { printed: PrintedHeading | undefined };

/**
 * Gives each heading its level. Headings with the same kind of number have the same level, in the order in which
 * numberings nest. Headings without a number have the level of numbered ones in the same type, or else are ordered by
 * their type. The 0 of an introduction is no number.
 */
export function levelHeadings(headings: Heading[]): OutlineLevel[] {
  const counted = count(headings);
  const levels = levelsOfNumberings(counted);
  const unnumbered = levelsOfTypes(counted.filter(({ printed }) => printed === undefined));
  // The ancestors of the next heading in the outline, as the levels of their kinds.
  const open: number[] = [];
  return counted.map((heading) => {
    const { printed } = heading;
    const zero = printed ? undefined : readNumbers(heading.text).find(({ number }) => number === 0);
    const level = printed
      ? levels.get(printed.numbering)!
      : zero
        ? (levels.get(zero.numbering) ?? 1)
        : levels.size === 0
          ? unnumbered.get(heading)!
          : besideNumbered(heading, counted, levels, open.at(-1) ?? 0);
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    open.push(level);
    return {
      level: open.length,
      length: (printed ?? zero)?.length ?? 0,
      numbering: printed ? 'numbered' : 'plain',
    };
  });
}

/** Reads the numbers of headings: a number continues its numbering or starts it again. */
function count(headings: Heading[]): Counted[] {
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    const numbers = readAllNumbers(heading.text);
    const due = numbers.find(({ numbering, number }) => {
      const last = counts.get(numbering);
      return last === undefined
        ? number === 1 || (number === 2 && OUTER.has(numbering))
        : number === last + 1 || number === last + 2;
    });
    const printed = due ?? numbers.find(({ number, numbering }) => number === 1 && counts.has(numbering));
    if (printed) counts.set(printed.numbering, printed.number);
    return { ...heading, printed };
  });
}

/** Numberings of chapters, whose first heading may have been missed. */
const OUTER = new Set(['roman', 'han-comma', 'chapter', 'part']);

/** The usual nesting order of numberings. */
const NESTING = [
  ...headingNumberings
    .map(({ id }) => id)
    .slice(0, headingNumberings.findIndex(({ id }) => id === 'han-bracket') + 1),
  'letter',
  'digit',
  'decimal-2',
  'decimal-3',
  'digit-bracket',
  'small letter',
  'small roman',
];

/**
 * Levels by numbering: a numbering that continues across another is above it; otherwise they nest in the usual order.
 */
function levelsOfNumberings(counted: Counted[]): Map<string, number> {
  const numbered = counted.flatMap(({ printed }) => (printed ? [printed] : []));
  const numberings = [...new Set(numbered.map(({ numbering }) => numbering))];
  /** How often the outer numbering continues with the inner one in between. */
  const timesAcross = (outer: string, inner: string): number => {
    let [times, last, seen] = [0, 0, false];
    for (const { numbering, number } of numbered) {
      if (numbering === inner) seen = true;
      if (numbering !== outer) continue;
      if (seen && last > 0 && number > last) times++;
      [last, seen] = [number, false];
    }
    return times;
  };
  const timesOuter = (one: string): number =>
    numberings.filter((other) => other !== one && timesAcross(one, other) > timesAcross(other, one)).length;
  const order = numberings.sort(
    (a, b) =>
      timesAcross(b, a) - timesAcross(a, b) ||
      timesOuter(b) - timesOuter(a) ||
      NESTING.indexOf(a) - NESTING.indexOf(b),
  );
  return new Map(order.map((numbering, i) => [numbering, i + 1]));
}

const typeOf = ({ size, font, text }: Heading): string =>
  `${Math.round(size * 2)} ${font} ${text === text.toUpperCase() ? 'capitals' : ''}`;

/**
 * Levels by type: larger type is above smaller; among equal sizes, the first to occur is on top. In one type, centred
 * headings are above others.
 */
function levelsOfTypes(headings: Heading[]): Map<Heading, number> {
  const types = Map.groupBy(headings, typeOf);
  const order = [...types.values()].sort(([a], [b]) =>
    Math.abs(a!.size - b!.size) < a!.size * 0.03 ? 0 : b!.size - a!.size,
  );
  const levels = order.flatMap((own) => {
    const centred = own.filter(({ isCentred }) => isCentred);
    const others = own.filter(({ isCentred }) => !isCentred);
    return centred.length > 1 && others.length > 1 ? [centred, others] : [own];
  });
  return new Map(levels.flatMap((own, i) => own.map((heading) => [heading, i + 1] as const)));
}

/** The level of a heading without a number among numbered headings. */
function besideNumbered(
  heading: Heading,
  counted: Counted[],
  levels: Map<string, number>,
  current: number,
): number {
  if (plainHeading.test(heading.text.trim())) return 1;
  const alike = counted.filter((one) => one.printed && typeOf(one) === typeOf(heading));
  const beside = [...new Set(alike.map(({ printed }) => levels.get(printed!.numbering)!))].sort(
    (a, b) => a - b,
  );
  if (beside.length > 0)
    return beside.includes(current) ? current : (beside.find((level) => level > current) ?? beside.at(-1)!);
  const numbered = counted.filter(({ printed }) => printed);
  const smaller = numbered.filter(({ size }) => size < heading.size * 0.97);
  const outermost = Math.min(...smaller.map(({ printed }) => levels.get(printed!.numbering)!));
  return Number.isFinite(outermost) ? outermost : Math.max(...levels.values()) + 1;
}
