import { unpacked, type Entry } from './entries.ts';
import type { Lots } from './lots.ts';
import { matchParts, searchable } from './match.ts';
import { NONE, type Count } from './matches.ts';
import { waysOf, type Part } from './parse-query.ts';
import type { Often } from './record.ts';
import { occurrencesOf, type Places } from './phrases.ts';
import { pairOf, signToken, stemOf } from './tokens.ts';
import { joinedForms, unitsOf, wordsIn } from './units.ts';

type Counts = Map<Entry, Count>;

/** The number of query parts that are looked up at once. */
const PARTS_AT_ONCE = 3;

/** Counts the parts of queries in the records of an edition. */
export function countsIn(ofEdition: Lots) {
  const { edition, often, lots, placesOf, chunksFor, json, recordsIn, entryAt } = ofEdition;
  const entries = lots.flat();

  /** The counts of a very frequent string in each record; undefined if the part is not such a string. */
  async function frequentCounts({
    literal: [string = '', ...others],
    alike,
    isWhole,
  }: Part): Promise<Counts | undefined> {
    const isOne = others.length === 0 && alike.every((other) => other === string);
    // The files count words that only begin with the string too.
    if (isWhole || !isOne || !often.includes(string)) return undefined;
    const { [edition]: stored } = await json<Often>(`often/${stemOf(string)}.json`);
    const [all, onlyAlike] = [unpacked(stored?.counts ?? ''), unpacked(stored?.alike ?? '')];
    const counted = entries.map((entry, i): [Entry, Count] => {
      const [count = 0, without = 0] = [all[i], onlyAlike[i]];
      const literal = count - without;
      return [entry, { count: alike.length > 0 ? count : literal, literal }];
    });
    return new Map(counted.filter(([, { count }]) => count > 0));
  }

  /** The files needed to look up a string. */
  function filesFor(string: string): (string | number)[] {
    if (often.includes(string)) return [stemOf(string)];
    const [unit, next] = wordsIn(string);
    return unit ? chunksFor(next ? pairOf(unit.text, next.text) : stemOf(unit.text)) : [];
  }

  /** The records that contain a part of a query. Only a text tells its signs, and which words have apostrophes. */
  async function countsOf(part: Part): Promise<Counts> {
    const frequent = await frequentCounts(part);
    if (frequent) return frequent;
    const { literal, alike } = part;
    const strings = [...new Set([...literal, ...alike])];
    const looking = { ...waysOf(part), isLoose: alike.length > 0 };
    const found = await Promise.all(
      strings.map(async (string) => {
        // A word written with an apostrophe is found with it as two words.
        const isJoined = strings.some((other) => other !== string && joinedForms(other).includes(string));
        const ignoresApostrophes = alike.includes(string) && !isJoined;
        const one = await occurrencesOf(string, { ...looking, ignoresApostrophes }, ofEdition);
        const signs = unitsOf(string).filter(({ isSign }) => isSign);
        const hasWords = signs.length < unitsOf(string).length;
        // If other signs will do, too, any between the words of many lots are taken for those of the query.
        if (signs.length === 0 || (hasWords && (looking.isLoose || one.found.size === 0))) return one;
        const withSigns = await Promise.all(signs.map(({ text }) => placesOf(signToken(text))));
        const mayHave = [...((hasWords ? one.found : withSigns[0])?.keys() ?? [])];
        const read = mayHave.filter((lot) => withSigns.every((some) => some.has(lot)));
        return { found: new Map() as Places, unsure: one.unsure.union(new Set(read)) };
      }),
    );
    const unsure = new Set(found.flatMap((one) => [...one.unsure]));
    const counts: Counts = new Map();
    for (const [i, one] of found.entries())
      for (const [lot, places] of one.found)
        for (const [at, isLiteral] of unsure.has(lot) ? [] : places) {
          const entry = entryAt(lot, at);
          const { count, literal: before } = (entry && counts.get(entry)) ?? NONE;
          const isSame = isLiteral && literal.includes(strings[i] ?? '');
          if (entry) counts.set(entry, { count: count + 1, literal: before + Number(isSame) });
        }
    for (const [entry, count] of await countsInLots([...unsure], [part])) counts.set(entry, count);
    return counts;
  }

  /** The records of some lots whose texts contain all parts. */
  async function countsInLots(read: number[], parts: Part[]): Promise<Counts> {
    const counted = read.map(async (lot) =>
      (await recordsIn(lot)).flatMap(({ text }, place): [Entry, Count][] => {
        const [entry, spans] = [lots[lot]?.[place], matchParts(searchable(text), parts)];
        const literal = spans?.filter(({ isAlike }) => !isAlike) ?? [];
        const isLiteral = parts.every((_, i) => literal.some(({ part }) => part === i));
        return entry && spans
          ? [[entry, { count: spans.length, literal: isLiteral ? literal.length : 0 }]]
          : [];
      }),
    );
    return new Map((await Promise.all(counted)).flat());
  }

  /** The records that contain all parts and none of the excluded ones. */
  async function countsOfAll(parts: Part[], not: Part[]): Promise<Counts> {
    // The first part is looked up for names anyway, and the longest are the most selective. If they occur nowhere
    // together, skip the rest.
    const lengthOf = ({ literal: [string = ''] }: Part): number => string.length;
    const left = [...parts.slice(0, 1), ...parts.slice(1).sort((a, b) => lengthOf(b) - lengthOf(a))];
    const all: Counts[] = [];
    let common: Entry[] = [];
    while (left.length > 0 && (all.length === 0 || common.length > 0)) {
      const some = left.splice(0, all.length === 0 ? 1 : PARTS_AT_ONCE);
      all.push(...(await Promise.all(some.map(countsOf))));
      common = [...(all[0]?.keys() ?? [])].filter((entry) => all.every((counts) => counts.has(entry)));
      // Reading the texts takes fewer requests than looking up the other parts, and those that match are shown anyway.
      const lotsLeft = new Set(common.map(({ lot }) => lot));
      if (lotsLeft.size >= left.length) continue;
      all.splice(0, all.length, await countsInLots([...lotsLeft], parts));
      common = [...(all[0]?.keys() ?? [])];
      break;
    }
    const excluded = common.length > 0 ? await Promise.all(not.map(countsOf)) : [];
    return new Map(
      common
        .filter((entry) => !excluded.some((counts) => counts.has(entry)))
        .map((entry) => {
          const each = all.flatMap((counts) => counts.get(entry) ?? []);
          const sum = (of: keyof Count): number => each.reduce((n, count) => n + count[of], 0);
          const isLiteral = each.every(({ literal }) => literal > 0);
          return [entry, { count: sum('count'), literal: isLiteral ? sum('literal') : 0 }];
        }),
    );
  }

  return { filesFor, countsOf, countsOfAll, countsInLots };
}
