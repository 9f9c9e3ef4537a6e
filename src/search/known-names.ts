import { unpacked, type Entry } from './entries.ts';
import { matchParts, searchable, type Span } from './match.ts';
import type { Part } from './parse-query.ts';
import type { SearchSource } from './source.ts';
import { foldQuery, joinedForms } from './units.ts';

/** A term, case or actor that a question names, with all its names. */
export interface KnownName {
  /** The name in the question, folded. */
  name: string;
  /** The terms, cases and actors of that name. */
  items: Entry[];
  /** How to find its names in a text. */
  part: Part;
  /** How often each record has one of its names, at most three times. */
  times: Map<Entry, number>;
}

const partOf = (names: string[]): Part => {
  const literal = names.map(foldQuery);
  return { literal, alike: literal.flatMap(joinedForms), isWhole: true };
};

/** The names in a question, of those that overlap the longest, and what else it has. */
export async function namesIn(
  source: SearchSource,
  query: string,
): Promise<{ known: KnownName[]; rest: string }> {
  const text = searchable(query);
  const { entries } = source;
  const found = (await source.names()).flatMap(([item, places, ...names]) =>
    names.flatMap((name) =>
      (matchParts(text, [partOf([name])]) ?? []).map((span) => ({ ...span, item, places, names })),
    ),
  );
  const longest: Span[] = [];
  for (const span of found.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!longest.some(({ start, end }) => span.start < end && start < span.end)) longest.push(span);
  const known = longest.map(({ start, end }): KnownName => {
    const same = found.filter((one) => one.start === start && one.end === end);
    const times = new Map<Entry, number>();
    for (const { places } of same) {
      let at = 0;
      for (const one of unpacked(places)) {
        at += Math.ceil(one / 3) - 1;
        const entry = entries[at];
        if (entry) times.set(entry, Math.max(times.get(entry) ?? 0, ((one - 1) % 3) + 1));
      }
    }
    return {
      name: foldQuery(query.slice(start, end)),
      items: same.flatMap(({ item }) => entries[item] ?? []),
      part: partOf(same.flatMap(({ names }) => names)),
      times,
    };
  });
  const rest = longest.reduce(
    (left, { start, end }) => left.slice(0, start) + '，'.repeat(end - start) + left.slice(end),
    query,
  );
  return { known, rest };
}
