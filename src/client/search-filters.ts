import { facets, type Facet } from '../search/record.ts';

/** The chosen filters. */
export type Chosen = ReadonlyMap<Facet, string>;

export const selectsIn = (form: HTMLFormElement): [Facet, HTMLSelectElement][] =>
  facets.flatMap((facet): [Facet, HTMLSelectElement][] => {
    const select = form.elements.namedItem(facet);
    return select instanceof HTMLSelectElement ? [[facet, select]] : [];
  });

export const chosenFilters = (form: HTMLFormElement): Chosen =>
  new Map(selectsIn(form).flatMap(([facet, { value }]) => (value === '' ? [] : [[facet, value]])));
