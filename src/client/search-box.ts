import { HAN } from '../model/language.ts';
import { withBase } from '../model/urls.ts';
import type { CrossMatches } from '../search/across.ts';
import { openSource } from '../search/open-source.ts';
import { facets } from '../search/record.ts';
import { dividedAtMarks, isQuestion, withoutLoneMark, wordsOf } from '../search/parse-query.ts';
import { findInEdition, findReadings, searchByOwnName, type Answer } from '../search/search.ts';
import type { Match } from '../search/matches.ts';
import type { SearchSource } from '../search/source.ts';
import { foldQuery } from '../search/units.ts';
import { showDistribution } from './distribution.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import type { BoxConfig } from '../exchange/search-config.ts';
import { isSearchKey, withoutSearchKeys } from './search-key.ts';
import { chosenFilters } from './search-filters.ts';
import {
  findThrough,
  renderLists,
  otherEdition,
  resultsIn,
  describeMissing,
  languageOf,
  shortened,
  type View,
} from './search-list.ts';

/** The pause in typing, in milliseconds, after which the query is searched. */
const PAUSE = 60;
/** Many servers refuse longer encoded queries. */
const LONGEST_IN_ADDRESS = 4000;
/** The most words that are named because they occur nowhere. */
const MAX_NOWHERE = 3;

/** `<dossier-search>`: the search box and its results, on its own page or in a dialog. */
class DossierSearch extends HTMLElement {
  #config!: BoxConfig;
  #form!: HTMLFormElement;
  #input!: HTMLInputElement;
  #answer: { answer: Answer; source: SearchSource } | undefined;
  #pending: Promise<void> | undefined;
  #turn = 0;
  #pause = 0;
  #lastQuery = '';
  /** Whether the query must stay in the history, so that the next one must not replace it. */
  #keepsHistory = true;

  connectedCallback(): void {
    const [form, input] = [this.querySelector('form'), this.querySelector('input')];
    if (!form || !input) return;
    this.#config = JSON.parse(this.dataset['config'] ?? '');
    [this.#form, this.#input] = [form, input];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#keepsHistory = true;
      void this.ask(input.value).then(() => {
        const [first] = this.#places();
        // Readers who ask for an item by its number do not want a list.
        if (this.#inDialog || this.#answer?.answer.isNumbered) first?.click();
        else first?.focus();
      });
    });
    // While a Chinese input method is composing, the letters in the box are not yet the query.
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#searchAfterPause();
    });
    input.addEventListener('compositionend', () => this.#searchAfterPause());
    this.addEventListener('change', ({ target }) => {
      if (target !== input) void this.#changeView();
    });
    this.#part('.filters').addEventListener('toggle', () => void this.#offerChoices());
    this.addEventListener('keydown', (event) => this.#move(event));
    this.#part('.found').addEventListener('click', () => (this.#keepsHistory = true));
    this.querySelector('.examples')?.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest('a');
      if (link && event instanceof MouseEvent) this.#follow(event, link.textContent);
    });
    const { base, edition, t } = this.#config;
    void openSource(base, edition).catch(() => this.#announce(t.notIndexed));

    // Search for what has already been typed, in the view that the address specifies.
    const state = new URLSearchParams(this.#inDialog ? '' : location.search);
    // A search key that was repeated before this was loaded is not part of it.
    input.value = withoutSearchKeys(input.value);
    if (input.value !== '') state.set('q', input.value);
    if (!this.#inDialog) addEventListener('popstate', () => this.restore(location.search));
    if (this.hasAttribute('data-composing')) return;
    this.restore(String(state));
    if (!this.#inDialog && isSubmitted()) void this.#pending?.then(() => this.#openNumbered());
  }

  /** The query and the view of its results, as in an address: `q=…&view=kwic&sort=left&both=1&kind=note`. */
  get state(): string {
    const query = this.#lastQuery;
    if (query === '' || encodeURIComponent(query).length > LONGEST_IN_ADDRESS) return '';
    const state = new URLSearchParams({ q: query });
    const chosen = new FormData(this.#form);
    for (const name of ['view', 'sort', 'both', ...facets]) {
      const value = chosen.get(name);
      if (typeof value === 'string' && value !== '') state.set(name, value);
    }
    return String(state);
  }

  /** Restores the query and view of an address. */
  restore(address: string): void {
    const state = new URLSearchParams(address);
    const query = state.get('q') ?? '';
    for (const control of this.#form.elements) {
      if (control instanceof HTMLInputElement && control.type === 'checkbox')
        control.checked = state.get(control.name) === control.value;
      if (control instanceof HTMLSelectElement) choose(control, state.get(control.name) ?? '');
    }
    if (this.#input.value !== query) this.#input.value = query;
    const filters = this.#part('.filters');
    if (filters instanceof HTMLDetailsElement) filters.open ||= chosenFilters(this.#form).size > 0;
    if (this.#answer?.answer.query !== query) return void this.ask(query, true);
    this.#lastQuery = query;
    void this.#show(true);
  }

  /** Shows the results of a query. */
  async ask(written: string, stays = false): Promise<void> {
    // Lone surrogates cannot be encoded in an address.
    const query = written.trim().toWellFormed();
    clearTimeout(this.#pause);
    if (query === this.#lastQuery) return this.#pending;
    this.#lastQuery = query;
    this.#pending = this.#find(query, stays);
    return this.#pending;
  }

  async #find(query: string, stays: boolean): Promise<void> {
    const turn = ++this.#turn;
    const { base, edition, t } = this.#config;
    // At first there is no earlier answer to look at meanwhile.
    const waiting = setTimeout(
      () => turn === this.#turn && this.#announce(t.waiting),
      this.#answer || query === '' ? 400 : 0,
    );
    try {
      const source = await openSource(base, edition);
      const answer = query === '' ? undefined : await searchByOwnName(source, query);
      if (turn !== this.#turn) return;
      this.#answer = answer && { answer, source };
      if ((await this.#filteredMatches()).length === 0) this.#clearFilters();
      if (turn === this.#turn) await this.#show(stays);
    } catch (error) {
      this.#lastQuery = '';
      this.#announce(t.notIndexed);
      throw error;
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Goes directly to an item that was asked for by its number. */
  #openNumbered(): void {
    const [first] = this.#places();
    if (this.#answer?.answer.isNumbered && first instanceof HTMLAnchorElement) location.replace(first.href);
  }

  #searchAfterPause(): void {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => void this.ask(this.#input.value), PAUSE);
  }

  get #inDialog(): boolean {
    return this.closest('dialog') !== null;
  }

  /** Shows the same answer in another view, as a separate history entry. */
  async #changeView(): Promise<void> {
    this.#keepsHistory = true;
    await this.#show();
    this.#keepsHistory = true;
  }

  /** Stores the query and view in the address, or in the history state of the page below the dialog. */
  #remember(): void {
    if (this.#inDialog) return history.replaceState({ ...history.state, search: this.state }, '');
    const address = new URL(location.href);
    address.search = this.state;
    if (address.href === location.href) return;
    if (this.#keepsHistory) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#keepsHistory = false;
  }

  /** The matches that pass the filters. */
  async #filteredMatches(): Promise<Match[]> {
    const { answer, source } = this.#answer ?? {};
    const chosen = chosenFilters(this.#form);
    const all = answer?.exact ?? [];
    if (chosen.size === 0 || !source) return all;
    const { filterMatches } = await import('./search-choices.ts');
    return filterMatches(all, await source.facets(), chosen);
  }

  async #offerChoices(): Promise<void> {
    const { answer, source } = this.#answer ?? {};
    if (!answer || !source || !this.#part('.filters').hasAttribute('open')) return;
    const { offerChoices } = await import('./search-choices.ts');
    offerChoices(this.#form, answer.exact, await source.facets(), this.#config.t);
  }

  async #show(stays = false): Promise<void> {
    const turn = ++this.#turn;
    const { answer, source } = this.#answer ?? {};
    const passing = await this.#filteredMatches();
    const hasLines = passing.some(({ count }) => count > 0);
    const isConcordance = hasLines && this.#part<HTMLInputElement>('[name=view]').checked;
    // Everything is shown at once, so that nothing moves afterwards.
    const page = answer && this.#linkToPage(answer.query);
    // Of a page that the texts do not name, nothing is near.
    const isOnlyPage = page !== undefined && answer?.exact.length === 0;
    const [content, elsewhere, missing, around, isCut] =
      answer && source
        ? await Promise.all([
            isOnlyPage ? undefined : this.#content(answer, passing, source, isConcordance),
            this.#linksToOtherEdition(answer, source),
            answer.missing ? describeMissing(answer.missing, { config: this.#config, source }) : [],
            namesAround(answer, source),
            isCutOut(answer, source),
          ])
        : [undefined, [], [], [], false];
    const { parts = [], through } = content ?? {};
    const isNear = !through && parts.some((part) => part.matches('.near'));
    const nowhere =
      isNear && answer && source && !isQuestion(answer.query)
        ? await (await import('../search/near.ts')).wordsNowhere(source, answer.query)
        : [];
    if (turn !== this.#turn) return;
    const examples = this.querySelector<HTMLElement>('.examples');
    // If nothing is found, the examples are advice.
    const isNowhere = parts.some((part) => part.matches('.advice'));
    if (examples) examples.hidden = answer !== undefined && !isNowhere;
    this.#part('.views').hidden = !answer || isNowhere || isOnlyPage;
    this.#part('.filters').hidden = (answer?.exact.length ?? 0) < 2;
    this.#part<HTMLSelectElement>('[name=sort]').disabled = !isConcordance;
    this.#part('label:has([name=sort])').hidden = !isConcordance;
    this.#part('label:has([name=view])').hidden = !hasLines;
    void this.#offerChoices();
    const summary =
      answer && !isOnlyPage ? this.#summary(answer, passing, through, isNear, nowhere, around, isCut) : '';
    const first = page ?? missing;
    // What is found only in the other language is said once, with a link.
    const isElsewhere = answer?.exact.length === 0 && through?.asked === answer.asked && elsewhere.length > 0;
    this.#part('.elsewhere').replaceChildren(...(isElsewhere ? [] : elsewhere));
    this.#part('.found').replaceChildren(...parts);
    showDistribution(this.#part('.distribution'), passing, source, this.#config);
    this.#part('.found').dataset['asked'] = answer?.query ?? '';
    if (isElsewhere) this.#announce(...elsewhere);
    else this.#announce(...first, first.length > 0 && summary !== '' ? ` · ${summary}` : summary);
    if (!stays) this.#remember();
  }

  async #content(
    answer: Answer,
    passing: Match[],
    source: SearchSource,
    isConcordance: boolean,
  ): Promise<{ parts: HTMLElement[]; through?: CrossMatches | undefined }> {
    const config = this.#config;
    const other = otherEdition(config);
    const isBeside = this.querySelector<HTMLInputElement>('[name=both]')?.checked === true;
    const beside = other && isBeside ? await openSource(config.base, other.id) : undefined;
    const view: View = { config, source, beside, ask: (query, edition) => this.#askLink(query, edition) };
    if (!isConcordance) {
      const through = await findThrough(answer, view);
      return { parts: await renderLists(answer, passing, through, view), through };
    }
    const { concordance } = await import('./concordance.ts');
    const order = this.#part<HTMLSelectElement>('[name=sort]').value;
    return { parts: await concordance(passing, answer.asked, order, view) };
  }

  #summary(
    { exact, missing, query, asked, readAs }: Answer,
    passing: Match[],
    through: CrossMatches | undefined,
    isNear: boolean,
    nowhere: string[],
    around: string[],
    isCut: boolean,
  ): string {
    const { t, edition } = this.#config;
    const several = (count: number): string => resultsIn(count, this.#config);
    if (exact.length === 0 && through) {
      const name = through.asked === asked ? asked : `${through.asked} (${query})`;
      return fill(t.through, name, several(through.count));
    }
    if (exact.length === 0 && missing) return '';
    if (exact.length === 0) {
      if (!isNear) return fill(t.nothing, shortened(asked));
      if (isQuestion(query)) return t.closest;
      if (nowhere.length > 0 && nowhere.length <= MAX_NOWHERE) return fill(t.nowhere, this.#quoted(nowhere));
      // Of several phrases and words, some may be there exactly.
      const isQuoted = /^["“][^"“”]+["”]$/.test(query);
      return isQuoted ? t.notQuoted : t.notExact;
    }
    const times = passing.reduce((sum, { count }) => sum + count, 0);
    const onPage = passing.filter(({ printedPage }) => printedPage !== undefined);
    const page = onPage[0]?.printedPage;
    const results = several(passing.length);
    const all = through ? fill(t.inEdition, languageOf(edition, this.#config), results) : results;
    const plain = withoutLoneMark(query);
    const read = [plain, dividedAtMarks(plain)].includes(asked) ? readAs : asked;
    const areApart =
      passing.length > 0 &&
      passing.every(({ isApart, isKnown }) => isApart && !isKnown) &&
      wordsOf(asked).every(({ isQuoted }) => !isQuoted);
    return [
      // An item asked for by name or number need not contain the query.
      onPage.length < passing.length &&
        (times > 1 && times >= passing.length ? fill(t.found, all, times) : all),
      page !== undefined &&
        (onPage.length === 1 ? t.oneOnPage : t.onPage)
          .replace('{count}', String(onPage.length))
          .replace('{page}', page),
      areApart && t.apart,
      around.length > 0 && fill(t.within, this.#quoted(around)),
      read !== undefined && `${isCut ? t.meant : t.readAs} ${this.#quoted([read])}`,
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** Words in quotation marks, as a list in the language of the page. */
  #quoted(words: string[]): string {
    const { lang } = this.#config.editions.find(({ id }) => id === this.#config.edition) ?? {};
    return new Intl.ListFormat(lang).format(words.map((word) => `“${shortened(word)}”`));
  }

  /** A link to the page of the site that is called so, after words that say what it is. */
  #linkToPage(query: string): (Node | string)[] | undefined {
    const { pages, t } = this.#config;
    const found = pages.find(([, ...names]) => names.some((name) => foldQuery(name) === foldQuery(query)));
    if (!found) return undefined;
    const [href = '', name = ''] = found;
    return [`${t.pageOfSite} `, element('a', { className: 'place', href }, name)];
  }

  /**
   * Links to the matches in the other language, or to what the query is read as there, with their numbers; empty if
   * there are none.
   */
  async #linksToOtherEdition(answer: Answer, source: SearchSource): Promise<(Node | string)[]> {
    const { query, asked, exact, isNumbered, missing, synonyms } = answer;
    const { base, t } = this.#config;
    const other = otherEdition(this.#config);
    if (!other || isNumbered || missing) return [];
    const otherSource = await openSource(base, other.id, false);
    const { length: count } = await findInEdition(answer, source, otherSource);
    const link = (words: string, text: string): HTMLElement =>
      Object.assign(this.#askLink(words, other.id), { textContent: text });
    const readings = await findReadings(otherSource, query, exact);
    const links = readings.map(({ text, places }) =>
      link(text, fill(t.through, `${text} (${query})`, resultsIn(places, this.#config))),
    );
    // Its name there, which has a link of its own, leads to at least as many.
    const named = synonyms.filter((one) => one.edition === other.id).map(({ places }) => places);
    if (count > Math.max(0, ...named)) {
      const results = resultsIn(count, this.#config);
      links.push(
        link(asked, fill(t.elsewhere, shortened(asked), languageOf(other.id, this.#config), results)),
      );
    }
    return links.flatMap((one, i) => (i > 0 ? [' · ', one] : [one]));
  }

  /** A link to the results of a query, in the present view but without filters. */
  #askLink(query: string, edition = this.#config.edition): HTMLAnchorElement {
    const state = new URLSearchParams(this.state);
    for (const facet of facets) state.delete(facet);
    state.set('q', query);
    const href = `${withBase(this.#config.base, `/${edition}/search/`)}?${state}`;
    const link = element('a', { href }, query);
    if (edition === this.#config.edition)
      link.addEventListener('click', (event) => this.#follow(event, query));
    return link;
  }

  /** Searches for a link’s query without leaving the page. */
  #follow(event: MouseEvent, query: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#keepsHistory = true;
    this.#input.value = query;
    this.#clearFilters();
    void this.ask(query);
  }

  #clearFilters(): void {
    for (const facet of facets) choose(this.#form.elements.namedItem(facet), '');
  }

  /** Arrow keys move from the box to the results and through them. */
  #move(event: KeyboardEvent): void {
    if (this.#isSearchKeyAgain(event)) event.preventDefault();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.isComposing || event.target instanceof HTMLSelectElement) return;
    const places = [this.#input, ...this.#places()];
    const here = places.findIndex((place) => place === document.activeElement);
    const next = places[Math.max(0, here) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /**
   * Whether a search key in the box is not part of a query: it is held down, or the box is empty or entirely selected.
   */
  #isSearchKeyAgain({ key, target, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    const { selectionStart, selectionEnd, value } = this.#input;
    return (
      target === this.#input &&
      isSearchKey(key) &&
      !(ctrlKey || metaKey || altKey) &&
      (repeat || (selectionStart === 0 && selectionEnd === value.length))
    );
  }

  #places(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=status] a.place, .found a.place')];
  }

  #announce(...parts: (Node | string)[]): void {
    const status = this.#part('[role=status]');
    const text = parts.map((part) => (typeof part === 'string' ? part : part.textContent)).join('');
    if (status.textContent !== text) status.replaceChildren(...parts.filter((part) => part !== ''));
  }

  /** A part of the box that must exist. */
  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`Missing ${selector}, expected it in the box`);
    return part;
  }
}

/** The longer names of which a query in Chinese is only a part, if it names nothing and has few results. */
async function namesAround({ query, exact }: Answer, source: SearchSource): Promise<string[]> {
  const isFew = source.firstOf(exact).length === exact.length;
  if (!isFew || !HAN.test(query) || exact.some(({ isKnown, count }) => isKnown || count === 0)) return [];
  return (await import('../search/within.ts')).namesAround(exact, source);
}

/** Whether the letters of a query are read as no word. */
const isCutOut = async ({ readAs, exact }: Answer, source: SearchSource): Promise<boolean> =>
  readAs !== undefined && (await import('../search/within.ts')).isCutOut(readAs, exact, source);

/** Whether the query in the address was typed on another page of the site, or here before the script had loaded. */
function isSubmitted(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const from = URL.parse(document.referrer);
  return (
    navigation?.type === 'navigate' &&
    from?.origin === location.origin &&
    (!from.pathname.endsWith('/search/') || new URLSearchParams(location.search).get('sort') === '')
  );
}

/** Selects a value from an address, even if the option does not exist yet. */
function choose(select: Element | RadioNodeList | null, value: string): void {
  if (!(select instanceof HTMLSelectElement)) return;
  select.value = value;
  if (select.selectedIndex >= 0) return;
  if (select.name === 'sort') select.selectedIndex = 0;
  else select.add(new Option(value, value, true, true));
}

if (!customElements.get('dossier-search')) customElements.define('dossier-search', DossierSearch);
export type { DossierSearch };
