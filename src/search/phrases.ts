import { otherNumbers } from '../language/en-plurals.ts';
import type { Lots } from './lots.ts';
import type { PlacesOf } from './pagefind.ts';
import type { Ways } from './parse-query.ts';
import { contractedToken, inAddress, isPair, stemOf, tokenOf } from './tokens.ts';
import { isWord, unitsOf, wholeForms, wordsIn, gaps as allGaps, type Gap, type Unit } from './units.ts';

/** By lot, the positions at which a string begins, and whether each match has no signs beyond those in the query. */
export type Places = Map<number, Map<number, boolean>>;

/** The number of units that are looked up at first; then as many again, then twice as many, and so on. */
const UNITS_AT_ONCE = 2;
/** A long string needs more units than that. */
const LONG = 6;

interface Looking extends Ways {
  isLoose: boolean;
  ignoresApostrophes: boolean;
}

/**
 * Finds a folded string in the lots of an edition, if `isLoose` also with signs between its units, and if
 * `ignoresApostrophes` also with apostrophes in its words. The index does not tell which words have apostrophes, and
 * not all units of a long string are looked up, so the `unsure` lots must be read to decide.
 */
export async function occurrencesOf(
  string: string,
  { ignoresApostrophes, ...looking }: Looking,
  { placesOf, chunksFor, often, alone, fewLots }: Lots,
): Promise<{ found: Places; unsure: Set<number> }> {
  const units = wordsIn(string);
  const last = units.length - 1;
  const end = units[last]?.text ?? '';
  // The token of a pair tells of both units and the gaps after them.
  const isPairAt = (i: number): boolean => isPair(units[i]?.text ?? '', units[i + 1]?.text);
  const needed = new Set<number>();
  for (const i of units.keys())
    if (!(needed.has(i - 1) && isPairAt(i - 1))) needed.add(i === last && isPairAt(i - 1) ? i - 1 : i);
  // The end of a query, such as a letter, may be a prefix of tokens in many chunks; then it comes last.
  const chunks = last > 0 && isWord(end) && !looking.isWhole ? chunksFor(stemOf(end)).length : 0;
  const isCostly = chunks > 1;
  // After the first word, by which names are looked up too, long words are the most selective. What follows the first
  // often belongs to the same name: then the end of a long string tells more.
  const fromEnd = needed.size > LONG ? -1 : 1;
  const lengthAt = (i: number): number => (i === 0 ? Infinity : (units[i]?.text.length ?? 0));
  const inOrder = [...needed]
    .filter((i) => !(isCostly && i === last))
    .sort((a, b) => lengthAt(b) - lengthAt(a) || fromEnd * (a - b));
  // Frequent words are the least selective, and have tokens in many chunks. If the string is nowhere, its other words
  // are looked up one by one, and the frequent ones are counted without the index.
  const isFrequent = (i: number): boolean =>
    isWord(units[i]?.text ?? '') && often.includes(units[i]?.text ?? '');
  const waves = [
    ...doubling(inOrder.filter((i) => !isFrequent(i))),
    ...(isCostly && !isFrequent(last) ? [[last]] : []),
    ...doubling(inOrder.filter(isFrequent)),
    ...(isCostly && isFrequent(last) ? [[last]] : []),
  ];
  const hasSigns = unitsOf(string).length > units.length;
  const few = hasSigns ? 2 * fewLots : fewLots;
  let found: Places | undefined;
  let unsure = new Set<number>();
  for (const wave of waves) {
    const left = new Set([...(found?.keys() ?? []), ...unsure]);
    // To read a few lots costs less than to look up more.
    const most = few && few + (wave[0] === last ? chunks : 0);
    if (found && left.size <= Math.max(wave.length, most)) return { found, unsure: left };
    const looked = wave.map(async (i) => {
      const word = units[i]?.text ?? '';
      const inAnyNumber = looking.inAnyNumber && !alone.includes(word);
      return Promise.all([
        placesAt(units, i, { ...looking, inAnyNumber }, placesOf),
        ignoresApostrophes && isWord(word) ? placesOf(contractedToken(word)) : new Map<number, number[]>(),
      ]);
    });
    for (const [places, contracted] of await Promise.all(looked)) {
      const stays = [...unsure].filter((lot) => places.has(lot) || contracted.has(lot));
      unsure = new Set([...stays, ...[...contracted.keys()].filter((lot) => !found || found.has(lot))]);
      found = found ? inBoth(found, places) : places;
    }
  }
  // Only the texts tell which signs they have.
  return hasSigns && found && found.size <= few
    ? { found, unsure: unsure.union(new Set(found.keys())) }
    : { found: found ?? new Map(), unsure };
}

/** Divides a list into pieces, each as long as all before it. */
const doubling = <T>(list: T[], size = UNITS_AT_ONCE, done = size): T[][] =>
  list.length > 0 ? [list.slice(0, size), ...doubling(list.slice(size), done, done * 2)] : [];

/** The positions where a string would begin, given the occurrences of its unit `i`. */
async function placesAt(
  units: Unit[],
  i: number,
  { isLoose, isWhole, inAnyNumber, inAddresses }: Omit<Looking, 'ignoresApostrophes'>,
  placesOf: PlacesOf,
): Promise<Places> {
  const [unit, next, afterNext] = units.slice(i, i + 3);
  if (!unit) return new Map();
  const gapsLike = ({ gap }: Unit): Gap[] =>
    isLoose && ['plain', 'signs'].includes(gap) ? ['plain', 'signs'] : [gap];
  // What follows the string does not matter, and it may end within a word unless that must be whole.
  const inside = !next ? [] : afterNext && isPair(unit.text, next.text) ? [unit, next] : [unit];
  const prefixes = inside.reduce(
    (before, one) =>
      before.flatMap(({ gaps, isLiteral }) =>
        gapsLike(one).map((gap) => ({ gaps: [...gaps, gap], isLiteral: isLiteral && gap === one.gap })),
      ),
    [{ gaps: [] as Gap[], isLiteral: true }],
  );
  /** The tokens of a word in the unit’s place, and whether each stands for a literal match. */
  const tokensOf = (word: string): [token: string, isLiteral: boolean][] =>
    next
      ? prefixes.map(({ gaps, isLiteral }) => [tokenOf(word, next.text, ...gaps), isLiteral])
      : allGaps.map((gap) => [tokenOf(word, undefined, gap), true]);
  const isEnd = !next && !(isWhole && isWord(unit.text));
  const own = isEnd
    ? [[stemOf(unit.text), true] as const]
    : (next ? [unit.text] : wholeForms(unit.text)).flatMap(tokensOf);
  const inOtherNumber = (isLoose && inAnyNumber ? otherNumbers(unit.text) : [])
    .filter((word) => !(isEnd && word.startsWith(unit.text)))
    .flatMap(tokensOf)
    .map(([token]) => [token, false] as const);
  const looked = [...own, ...inOtherNumber]
    .flatMap(([token, isLiteral]) =>
      [token, ...(inAddresses ? [inAddress(token)] : [])].map((one) => [one, isLiteral] as const),
    )
    .map(async ([token, isLiteral]) => ({ isLiteral, found: await placesOf(token) }));
  const places: Places = new Map();
  for (const { isLiteral, found } of await Promise.all(looked))
    for (const [lot, all] of found) {
      const positions = places.get(lot) ?? new Map<number, boolean>();
      places.set(lot, positions);
      for (const at of all) positions.set(at - i, isLiteral || positions.get(at - i) === true);
    }
  return places;
}

const inBoth = (some: Places, others: Places): Places =>
  new Map(
    [...some].flatMap(([lot, places]) => {
      const otherPositions = others.get(lot);
      const both = [...places].flatMap(([at, isLiteral]): [number, boolean][] => {
        const other = otherPositions?.get(at);
        return other === undefined ? [] : [[at, isLiteral && other]];
      });
      return both.length > 0 ? [[lot, new Map(both)]] : [];
    }),
  );
