import type { BoxConfig } from '../exchange/search-config.ts';
import { withBase } from '../model/urls.ts';
import { openSource } from '../search/open-source.ts';
import { searchByOwnName } from '../search/search.ts';
import { showDistribution } from './distribution.ts';
import { element } from './element.ts';
import { isModified, opensElsewhere } from './held-keys.ts';
import {
  chosenFilters,
  clearFilters,
  isSubmitted,
  restoreView,
  startHistory,
  stateOf,
  stateWith,
} from './search-address.ts';
import {
  findAll,
  hasLines,
  isNothing,
  isOnlyPage,
  otherEdition,
  passingOf,
  type Answered,
  type Found,
  type Wanted,
} from './search-found.ts';
import { isSearchKey, withoutSearchKeys } from './search-key.ts';
import { renderLists } from './search-list.ts';
import { messagesOf, type ResultsAt, type Said } from './search-summary.ts';

/** The pause in typing, in milliseconds, after which the query is searched. */
const PAUSE = 60;
/** The time in milliseconds after which a further query is said to take long. */
const LONG = 400;

/** `<dossier-search>`: the search box and its results, on its own page or in a dialog. */
class DossierSearch extends HTMLElement {
  #config!: BoxConfig;
  #form!: HTMLFormElement;
  #input!: HTMLInputElement;
  #history!: ReturnType<typeof startHistory>;
  #answered: Answered | undefined;
  #pending: Promise<void> | undefined;
  #turn = 0;
  #pause = 0;
  #lastQuery = '';

  connectedCallback(): void {
    const [form, input] = [this.querySelector('form'), this.querySelector('input')];
    if (!form || !input) return;
    this.#config = JSON.parse(this.dataset['config'] ?? '');
    [this.#form, this.#input] = [form, input];
    const isInDialog = this.closest('dialog') !== null;
    this.#history = startHistory(isInDialog);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#history.keep();
      void this.ask(input.value).then(() => {
        const [first] = this.#places();
        // Readers who ask for an item by its number do not want a list.
        if (isInDialog || this.#answered?.answer.isNumbered) first?.click();
        else first?.focus();
      });
    });
    // While a Chinese input method is composing, the letters in the box are not yet the query.
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#searchAfterPause();
    });
    input.addEventListener('compositionend', () => this.#searchAfterPause());
    this.addEventListener('change', ({ target }) => {
      if (target === input) return;
      // Another view of the same answer has a history entry of its own.
      this.#history.keep();
      void this.#show().then(this.#history.keep);
    });
    this.#part('.filters').addEventListener('toggle', () => void this.#offerChoices());
    this.addEventListener('keydown', (event) => this.#move(event));
    this.#part('.found').addEventListener('click', this.#history.keep);
    this.addEventListener('click', (event) => this.#follow(event));
    const { base, edition, t } = this.#config;
    void openSource(base, edition).catch(() => this.#announce([t.notIndexed]));

    // Search for what has already been typed, in the view that the address specifies.
    const state = new URLSearchParams(isInDialog ? '' : location.search);
    // A search key that was repeated before this was loaded is not part of it.
    const typed = withoutSearchKeys(input.value);
    if (typed !== input.value) input.value = typed;
    if (typed !== '') state.set('q', typed);
    if (!isInDialog) addEventListener('popstate', () => this.restore(location.search));
    if (this.hasAttribute('data-composing')) return;
    this.restore(String(state));
    if (!isInDialog && isSubmitted()) void this.#pending?.then(() => this.#openNumbered());
  }

  /** The query and the view of its results, as in an address. */
  get state(): string {
    return stateOf(this.#lastQuery, this.#form);
  }

  /** Restores the query and view of an address. */
  restore(address: string): void {
    const state = new URLSearchParams(address);
    const query = state.get('q') ?? '';
    restoreView(state, this.#form);
    if (this.#input.value !== query) this.#input.value = query;
    this.#part<HTMLDetailsElement>('.filters').open ||= chosenFilters(this.#form).size > 0;
    if (this.#answered?.answer.query !== query) return void this.ask(query, true);
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
      () => turn === this.#turn && this.#announce([t.waiting]),
      this.#answered || query === '' ? LONG : 0,
    );
    try {
      const source = await openSource(base, edition);
      const answer = query === '' ? undefined : await searchByOwnName(source, query);
      if (turn !== this.#turn) return;
      this.#answered = answer && { answer, source };
      const passing = this.#answered && (await passingOf(this.#answered, chosenFilters(this.#form)));
      if (!passing?.length) clearFilters(this.#form);
      if (turn === this.#turn) await this.#show(stays);
    } catch (error) {
      this.#lastQuery = '';
      this.#announce([t.notIndexed]);
      throw error;
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Goes directly to an item that was asked for by its number. */
  #openNumbered(): void {
    const [first] = this.#places();
    if (this.#answered?.answer.isNumbered && first instanceof HTMLAnchorElement) location.replace(first.href);
  }

  #searchAfterPause(): void {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => void this.ask(this.#input.value), PAUSE);
  }

  /** Shows all that belongs to the answer at once, so that nothing moves afterwards. */
  async #show(stays = false): Promise<void> {
    const turn = ++this.#turn;
    const wanted = this.#answered && (await this.#wanted(this.#answered));
    const found = wanted && (await findAll(wanted, this.#config));
    const lists = found && (await this.#listsOf(found));
    if (turn !== this.#turn) return;
    this.#draw(found, lists);
    if (!stays) this.#history.store(this.state);
  }

  /** An answer in the view that is chosen. */
  async #wanted(answered: Answered): Promise<Wanted> {
    const passing = await passingOf(answered, chosenFilters(this.#form));
    const isConcordance = hasLines(passing) && this.#part<HTMLInputElement>('[name=view]').checked;
    const isBeside = this.querySelector<HTMLInputElement>('[name=both]')?.checked;
    const other = isBeside ? otherEdition(this.#config) : undefined;
    const beside = other && (await openSource(this.#config.base, other.id));
    return { ...answered, passing, isConcordance, beside };
  }

  async #listsOf(found: Found): Promise<HTMLElement[]> {
    if (isOnlyPage(found)) return [];
    const view = { ...found, config: this.#config, resultsAt: this.#resultsAt };
    if (!found.isConcordance) return renderLists(found, view);
    const { concordance } = await import('./concordance.ts');
    const order = this.#part<HTMLSelectElement>('[name=sort]').value;
    return concordance(found.passing, found.answer.asked, order, view);
  }

  #draw(found: Found | undefined, lists: HTMLElement[] = []): void {
    const { answer, source, passing = [], isConcordance = false } = found ?? {};
    const { announced = [], below = [] } = found ? messagesOf(found, this.#config, this.#resultsAt) : {};
    const examples = this.querySelector<HTMLElement>('.examples');
    // If nothing is found, the examples are advice.
    if (examples) examples.hidden = found !== undefined && !isNothing(found);
    this.#part('.views').hidden = !found || isNothing(found) || isOnlyPage(found);
    this.#part('.filters').hidden = (answer?.exact.length ?? 0) < 2;
    this.#part<HTMLSelectElement>('[name=sort]').disabled = !isConcordance;
    this.#part('label:has([name=sort])').hidden = !isConcordance;
    this.#part('label:has([name=view])').hidden = !hasLines(passing);
    void this.#offerChoices();
    this.#part('.elsewhere').replaceChildren(...nodesOf(below));
    this.#part('.found').replaceChildren(...lists);
    showDistribution(this.#part('.distribution'), passing, source, this.#config);
    this.#part('.found').dataset['asked'] = answer?.query ?? '';
    this.#announce(announced);
  }

  async #offerChoices(): Promise<void> {
    const { answer, source } = this.#answered ?? {};
    if (!answer || !source || !this.#part('.filters').hasAttribute('open')) return;
    const { offerChoices } = await import('./search-choices.ts');
    offerChoices(this.#form, answer.exact, await source.facets(), this.#config.t);
  }

  /** The address of the results of a query, in the present view but without filters. */
  #resultsAt: ResultsAt = (query, edition = this.#config.edition) =>
    `${withBase(this.#config.base, `/${edition}/search/`)}?${stateWith(query, this.state)}`;

  /** Searches for the query of a link to results in this edition, without leaving the page. */
  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link || link.pathname !== new URL(this.#resultsAt(''), location.href).pathname) return;
    const query = new URLSearchParams(link.search).get('q');
    if (query === null || opensElsewhere(event)) return;
    event.preventDefault();
    this.#history.keep();
    this.#input.value = query;
    clearFilters(this.#form);
    void this.ask(query);
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
  #isSearchKeyAgain(event: KeyboardEvent): boolean {
    const { selectionStart, selectionEnd, value } = this.#input;
    if (event.target !== this.#input || !isSearchKey(event.key) || isModified(event)) return false;
    return event.repeat || (selectionStart === 0 && selectionEnd === value.length);
  }

  #places(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=status] a.place, .found a.place')];
  }

  #announce(message: Said[]): void {
    const status = this.#part('[role=status]');
    const text = message.map((part) => (typeof part === 'string' ? part : part.textContent)).join('');
    if (status.textContent !== text) status.replaceChildren(...nodesOf(message));
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector<T>(selector)!;
  }
}

const nodesOf = (message: Said[]): (Node | string)[] =>
  message.flatMap((part) => (part === '' ? [] : typeof part === 'string' ? part : element('a', part)));

if (!customElements.get('dossier-search')) customElements.define('dossier-search', DossierSearch);
export type { DossierSearch };
