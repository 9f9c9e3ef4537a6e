import { gramsOf } from './near.ts';
import type { PlacesOf } from './pagefind.ts';
import { contractedToken, stemOf, tokenOf } from './tokens.ts';
import { isCharacter, isWord, wordsIn, type Gap, type Unit } from './units.ts';

/** By page, the places in it at which a string begins, each with whether no signs divide it that were not asked for. */
export type Places = Map<string, Map<number, boolean>>;

/** So many chunks of an index, nearly, have all that begins with a letter or two. */
const CHUNKS_OF_SHORT = 12;

/** So many units of a string are looked up at once; of a longer one first a few. */
const UNITS_AT_ONCE = 4;

interface Looking {
  isLoose: boolean;
  ignoresApostrophes: boolean;
  mustReadPages: boolean;
  /** What is frequent. */
  frequentStrings: string[];
}

/**
 * Where a folded string stands in the pages of an index; with signs between its units too, if `isLoose`, and with
 * apostrophes in its words, if `isJoined`. Signs that were asked for may be others, an apostrophe may stand where another
 * word is meant, and what of a long string is not looked up may differ: the `unsure` pages have to be read, all if `isRead`.
 */
export async function occurrencesOf(
  string: string,
  { isLoose, ignoresApostrophes, mustReadPages, frequentStrings }: Looking,
  placesOf: PlacesOf,
): Promise<{ found: Places; unsure: Set<string> }> {
  const units = wordsIn(string);
  const last = units.length - 1;
  const [before, end] = [units[last - 1], units[last]];
  // A last character behind another stands wherever the two do. All that begins with a letter or two fills many chunks:
  // behind others, that is looked up only where they are found.
  const isAsked = !(before && end && isCharacter(before.text) && isCharacter(end.text));
  const isShort = isAsked && last > 0 && isWord(end?.text ?? '') && (end?.text.length ?? 0) < 3;
  const others = [...units.keys()].filter((i) => i < last || (isAsked && !isShort));
  // Of what is long, what is looked up for a name and for what is near too tells nearly as much as all.
  const isLong = others.length > UNITS_AT_ONCE;
  const grams = isLong ? gramsOf(string, false) : [];
  const isFirst = (i: number): boolean =>
    !isLong ||
    i === 0 ||
    grams.some((gram) => `${units[i]?.text ?? ''}${units[i + 1]?.text ?? ''}`.startsWith(gram));
  const rest = others.filter((i) => !isFirst(i));
  // What every other record has tells nothing where the rare words of a sentence are nowhere together.
  const isFrequent = (i: number): boolean =>
    isWord(units[i]?.text ?? '') && frequentStrings.includes(units[i]?.text ?? '');
  const [rare, frequent] = [false, true].map((one) =>
    others.filter((i) => isFirst(i) && isFrequent(i) === one),
  );
  const waves = [rare ?? [], frequent ?? [], rest, isShort ? [last] : []].flatMap((some) =>
    isLong ? doubling(some) : [some],
  );
  let found: Places | undefined;
  let unsure = new Set<string>();
  let left = waves.flat().length;
  for (const wave of waves) {
    // Rather than look up four times as many units, or twice as many that tell little, the pages are read.
    const size = unsure.size + (found?.size ?? 0);
    const isRest = wave.some((i) => rest.includes(i));
    const worth = isShort && left === 1 ? CHUNKS_OF_SHORT : left;
    if (found && (size * (isRest ? 2 : 4) <= worth || (mustReadPages && isRest)))
      return { found, unsure: new Set([...found.keys(), ...unsure]) };
    left -= wave.length;
    const looked = wave.map(async (i) => {
      const word = units[i]?.text ?? '';
      return Promise.all([
        placesAt(units, i, isLoose, placesOf),
        ignoresApostrophes && isWord(word) ? placesOf(contractedToken(word)) : new Map<string, number[]>(),
      ]);
    });
    for (const [places, contracted] of await Promise.all(looked)) {
      const stays = [...unsure].filter((page) => places.has(page) || contracted.has(page));
      unsure = new Set([...stays, ...[...contracted.keys()].filter((page) => !found || found.has(page))]);
      found = found ? inBoth(found, places) : places;
    }
  }
  found ??= new Map();
  return { found, unsure: mustReadPages ? new Set([...found.keys(), ...unsure]) : unsure };
}

/** A list in pieces, first of two, each twice as long as the one before. */
const doubling = <T>(list: T[], first = 2): T[][] =>
  list.length > 0 ? [list.slice(0, first), ...doubling(list.slice(first), first * 2)] : [];

/** Where a string may begin for one of its units to stand where it does. */
async function placesAt(units: Unit[], i: number, isLoose: boolean, placesOf: PlacesOf): Promise<Places> {
  const [unit, next] = [units[i], units[i + 1]];
  if (!unit) return new Map();
  const gaps: Gap[] = isLoose && ['plain', 'signs'].includes(unit.gap) ? ['plain', 'signs'] : [unit.gap];
  // A word may go on where the string ends.
  const tokens = next ? gaps.map((gap) => tokenOf(unit.text, next.text, gap)) : [stemOf(unit.text)];
  const places: Places = new Map();
  for (const [which, pages] of (await Promise.all(tokens.map(placesOf))).entries())
    for (const [page, all] of pages) {
      const own = places.get(page) ?? new Map<number, boolean>();
      places.set(page, own);
      for (const at of all) own.set(at - i, !next || gaps[which] === unit.gap);
    }
  return places;
}

const inBoth = (some: Places, others: Places): Places =>
  new Map(
    [...some].flatMap(([page, places]) => {
      const there = others.get(page);
      const both = [...places].flatMap(([at, isLiteral]): [number, boolean][] => {
        const other = there?.get(at);
        return other === undefined ? [] : [[at, isLiteral && other]];
      });
      return both.length > 0 ? [[page, new Map(both)]] : [];
    }),
  );
