import { facets, type Facet } from '../search/record.ts';

/** Many servers refuse longer encoded queries. */
const LONGEST = 4000;

/** The chosen filters. */
export type Chosen = ReadonlyMap<Facet, string>;

export const selectsIn = (form: HTMLFormElement): [Facet, HTMLSelectElement][] =>
  facets.flatMap((facet): [Facet, HTMLSelectElement][] => {
    const select = form.elements.namedItem(facet);
    return select instanceof HTMLSelectElement ? [[facet, select]] : [];
  });

export const chosenFilters = (form: HTMLFormElement): Chosen =>
  new Map(selectsIn(form).flatMap(([facet, { value }]) => (value === '' ? [] : [[facet, value]])));

export function clearFilters(form: HTMLFormElement): void {
  for (const [, select] of selectsIn(form)) select.value = '';
}

/** A query and the view chosen in the form, as in an address: `q=…&view=kwic&sort=left&both=1&kind=note`. */
export function stateOf(query: string, form: HTMLFormElement): string {
  if (query === '' || encodeURIComponent(query).length > LONGEST) return '';
  const state = new URLSearchParams({ q: query });
  const chosen = new FormData(form);
  for (const name of ['view', 'sort', 'both', ...facets]) {
    const value = chosen.get(name);
    if (typeof value === 'string' && value !== '') state.set(name, value);
  }
  return String(state);
}

/** The same for another query, without filters. */
export function stateWith(query: string, present: string): string {
  const state = new URLSearchParams(present);
  for (const facet of facets) state.delete(facet);
  state.set('q', query);
  return String(state);
}

/** Chooses the view of an address in the form. */
export function restoreView(state: URLSearchParams, form: HTMLFormElement): void {
  for (const control of form.elements) {
    const value = state.get(control.getAttribute('name') ?? '') ?? '';
    if (control instanceof HTMLInputElement && control.type === 'checkbox')
      control.checked = value === control.value;
    if (!(control instanceof HTMLSelectElement)) continue;
    control.value = value;
    if (control.selectedIndex >= 0) continue;
    // A filter is not offered before there are results.
    if (control.name === 'sort') control.selectedIndex = 0;
    else control.add(new Option(value, value, true, true));
  }
}

/**
 * Starts to store states in the address, or in the history state of the page below the dialog. A state replaces the one
 * before it in the history, unless that must stay.
 */
export function startHistory(isInDialog: boolean): { keep: () => void; store: (state: string) => void } {
  let mustStay = true;
  const keep = (): void => void (mustStay = true);
  function store(state: string): void {
    if (isInDialog) return history.replaceState({ ...history.state, search: state }, '');
    const address = new URL(location.href);
    address.search = state;
    if (address.href === location.href) return;
    if (mustStay) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    mustStay = false;
  }
  return { keep, store };
}

/** Whether the query in the address was typed on another page of the site, or here before the script had loaded. */
export function isSubmitted(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const from = URL.parse(document.referrer);
  return (
    navigation?.type === 'navigate' &&
    from?.origin === location.origin &&
    (!from.pathname.endsWith('/search/') || new URLSearchParams(location.search).get('sort') === '')
  );
}
