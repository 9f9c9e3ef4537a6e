import type { PlacesOf } from './pagefind.ts';
import { isCharacter, isWord, stemOf, tokenOf, unitsOf, type Gap, type Unit } from './tokens.ts';

/** A place in a page at which a string begins. */
export interface Occurrence {
  page: string;
  at: number;
  /** Whether no signs divide it that were not asked for. */
  isLiteral: boolean;
}

/** So many units of a string are looked up at once; what is longer stands mostly nowhere, which the first ones tell. */
const UNITS_AT_ONCE = 8;

/**
 * Where a folded string stands in the pages of an index; with signs between its units too, if `isLoose`. Signs that were
 * asked for may be others. If it `isSparse`, every other unit is looked up, and the rest is left to be read.
 */
export async function occurrencesOf(
  folded: string,
  { isLoose, isSparse = false }: { isLoose: boolean; isSparse?: boolean },
  placesOf: PlacesOf,
): Promise<Occurrence[]> {
  const units = unitsOf(folded);
  const wanted = [...units.keys()].filter((i) => !isSparse || i % 2 === 0 || i >= units.length - 2);
  // All that begins with a letter or two fills many chunks: behind others, that is looked up only where they are found.
  const isShort = isWord(units.at(-1)?.text ?? '') && (units.at(-1)?.text.length ?? 0) < 3;
  const atOnce = isShort && units.length > 1 ? Math.min(UNITS_AT_ONCE, units.length - 1) : UNITS_AT_ONCE;
  let found: Occurrence[] | undefined;
  while (wanted.length > 0 && found?.length !== 0) {
    const places = wanted
      .splice(0, atOnce)
      .map(async (i) => ({ i, all: await placesAt(units, i, isLoose, placesOf) }));
    for (const { i, all } of await Promise.all(places)) {
      if (!all) continue;
      found = found
        ? found.flatMap((one) => {
            const isLiteral = all.get(keyOf(one.page, one.at + i))?.isLiteral;
            return isLiteral === undefined ? [] : [{ ...one, isLiteral: one.isLiteral && isLiteral }];
          })
        : [...all.values()];
    }
  }
  return found ?? [];
}

/** Where a unit stands before the next one; undefined for a last character behind another, which stands wherever the two do. */
async function placesAt(
  units: Unit[],
  i: number,
  isLoose: boolean,
  placesOf: PlacesOf,
): Promise<Map<string, Occurrence> | undefined> {
  const [before, unit, next] = [units[i - 1], units[i], units[i + 1]];
  if (!unit) return undefined;
  if (!next && before && isCharacter(before.text) && isCharacter(unit.text)) return undefined;
  const gaps: Gap[] = isLoose && ['plain', 'signs'].includes(unit.gap) ? ['plain', 'signs'] : [unit.gap];
  // A word may go on where the string ends.
  const tokens = next ? gaps.map((gap) => tokenOf(unit.text, next.text, gap)) : [stemOf(unit.text)];
  const places = new Map<string, Occurrence>();
  for (const [which, pages] of (await Promise.all(tokens.map(placesOf))).entries())
    for (const [page, all] of pages)
      for (const at of all)
        places.set(keyOf(page, at), { page, at, isLiteral: !next || gaps[which] === unit.gap });
  return places;
}

const keyOf = (page: string, at: number): string => `${page} ${at}`;
