import type { Facet, Facets } from '../search/record.ts';
import type { Match } from '../search/matches.ts';
import type { BoxTexts } from '../exchange/search-config.ts';
import { chosenFilters, selectsIn, type Chosen } from './search-address.ts';

/** The matches that have all chosen values, ignoring the facet `except`. */
export const filterMatches = (matches: Match[], { lots }: Facets, chosen: Chosen, except?: Facet): Match[] =>
  matches.filter(({ lot, place }) =>
    [...chosen].every(
      ([facet, value]) => facet === except || lots[lot]?.[place]?.[facet]?.includes(value) === true,
    ),
  );

/** Offers the filters for the matches in the form, each with the number of matches it leaves. */
export function offerChoices(
  form: HTMLFormElement,
  matches: Match[],
  facetsOfRecords: Facets,
  t: BoxTexts,
): void {
  const chosen = chosenFilters(form);
  const names: Record<Facet, Record<string, string>> = {
    ...facetsOfRecords.names,
    kind: t.kinds,
    verdict: t.verdicts,
  };
  for (const [facet, select] of selectsIn(form)) {
    const counts = new Map<string, number>();
    for (const { lot, place } of filterMatches(matches, facetsOfRecords, chosen, facet))
      for (const value of facetsOfRecords.lots[lot]?.[place]?.[facet] ?? [])
        counts.set(value, (counts.get(value) ?? 0) + 1);
    const own = chosen.get(facet);
    const order = Object.keys(names[facet]);
    const options = [...counts]
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([value, count]) => new Option(`${names[facet][value] ?? value} (${count})`, value));
    select.replaceChildren(new Option(t.filters.all, ''), ...options);
    select.value = own ?? '';
    if (select.parentElement) select.parentElement.hidden = counts.size < 2 && own === undefined;
  }
}
