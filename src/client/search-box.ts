import { primaryLanguage } from '../model/language.ts';
import { withBase } from '../model/urls.ts';
import { openSource } from '../search/open-source.ts';
import { parseQuery } from '../search/parse-query.ts';
import { search, type Answer } from '../search/search.ts';
import type { Hit, Match, SearchSource } from '../search/source.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import type { BoxConfig } from './search-config.ts';
import { SearchFilters } from './search-filters.ts';
import { paragraph, parallelOf, resultItem } from './search-list.ts';
import { SearchViews } from './search-views.ts';

/** How many results are shown before one asks for more, and how many more then. */
const FIRST = 10;
const STEP = 40;
/** Milliseconds for which a reader types on before it is searched. */
const PAUSE = 60;
/** What is longer, encoded, many servers refuse, and so much of a query is said again. */
const LONGEST_IN_ADDRESS = 4000;
const LONGEST_SAID = 40;

/** `<dossier-search>`: the box and what it finds, on a page of its own or in a dialog. */
class DossierSearch extends HTMLElement {
  #config!: BoxConfig;
  #input!: HTMLInputElement;
  #status!: HTMLElement;
  #filters!: SearchFilters;
  #views!: SearchViews;
  #found = element('div', { className: 'found' });
  /** How many places the other language has. */
  #elsewhere = element('p', { className: 'elsewhere' });
  #answer: { answer: Answer; source: SearchSource } | undefined;
  #turn = 0;
  #pause = 0;
  #last = '';
  /** Whether the query stands in the history, so that the next one must not take its place. */
  #kept = true;

  connectedCallback(): void {
    const [input, form, status] = [
      this.querySelector('input'),
      this.querySelector('form'),
      this.querySelector<HTMLElement>('[role=status]'),
    ];
    if (!input || !form || !status) return;
    this.#config = JSON.parse(this.dataset['config'] ?? '');
    [this.#input, this.#status] = [input, status];
    const { t } = this.#config;
    this.#filters = new SearchFilters(this.#config, () => void this.#look());
    this.#views = new SearchViews(this.#config, this.#other !== undefined, () => void this.#look());
    status.after(this.#elsewhere, this.#filters.form, this.#views.form, this.#found);

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#kept = true;
      void this.ask(input.value).then(() => this.#places()[0]?.focus());
    });
    // While a Chinese input method is composing, the letters in the box are not yet the query.
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#askSoon();
    });
    input.addEventListener('compositionend', () => this.#askSoon());
    this.addEventListener('keydown', (event) => this.#move(event));
    this.#found.addEventListener('click', () => (this.#kept = true));
    this.#examples?.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest('a');
      if (link) this.#follow(event, link.textContent);
    });
    void openSource(this.#config.base, this.#config.edition).catch(() => this.#say(t.notIndexed));

    if (!this.#inDialog) {
      addEventListener('popstate', () => this.restore(location.search));
      // What a reader has typed already is asked, in the view that the address says.
      const said = new URLSearchParams(location.search);
      if (input.value !== '') said.set('q', input.value);
      if (!this.hasAttribute('data-composing')) this.restore(String(said));
    } else if (!this.hasAttribute('data-composing')) void this.ask(input.value, true);
  }

  /** The query with how its results are looked at, as an address says it: `q=…&view=kwic&sort=left&both=1&kind=note`. */
  get said(): string {
    const query = this.#last;
    if (query === '' || encodeURIComponent(query).length > LONGEST_IN_ADDRESS) return '';
    return String(new URLSearchParams([['q', query], ...this.#views.said, ...this.#filters.said]));
  }

  /** Shows what an address says. */
  restore(address: string): void {
    const said = new URLSearchParams(address);
    const query = said.get('q') ?? '';
    if (this.#input.value !== query) this.#input.value = query;
    this.#views.read(said);
    this.#filters.read(said);
    if (this.#answer?.answer.query !== query) return void this.ask(query, true);
    this.#last = query;
    void this.#show(true);
  }

  /** Shows what there is for a query. */
  async ask(written: string, stays = false): Promise<void> {
    // Half a character cannot stand in an address.
    const query = written.trim().toWellFormed();
    clearTimeout(this.#pause);
    if (query === this.#last) return;
    this.#last = query;
    const turn = ++this.#turn;
    if (query === '') {
      this.#answer = undefined;
      this.#filters.clear();
      return this.#show(stays);
    }
    const waiting = setTimeout(() => turn === this.#turn && this.#say(this.#config.t.waiting), 400);
    try {
      const source = await openSource(this.#config.base, this.#config.edition);
      const [answer] = await Promise.all([search(source, query), this.#filters.prepare(source)]);
      if (turn !== this.#turn) return;
      this.#answer = { answer, source };
      if (!answer.exact.some((match) => this.#filters.pass(match))) this.#filters.clear();
      await this.#show(stays);
    } catch (error) {
      this.#last = '';
      this.#say(this.#config.t.notIndexed);
      throw error;
    } finally {
      clearTimeout(waiting);
    }
  }

  #askSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => void this.ask(this.#input.value), PAUSE);
  }

  get #inDialog(): boolean {
    return this.closest('dialog') !== null;
  }

  /** Shows the same answer in another way, as a step of its own in the history. */
  async #look(): Promise<void> {
    this.#kept = true;
    await this.#show();
    this.#kept = true;
  }

  /** Puts what is shown into the address, or into the state of the page that the dialog lies on. */
  #remember(): void {
    if (this.#inDialog) return history.replaceState({ ...history.state, search: this.said }, '');
    const address = new URL(location.href);
    address.search = this.said;
    if (address.href === location.href) return;
    if (this.#kept) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#kept = false;
  }

  get #examples(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.examples');
  }

  async #show(stays = false): Promise<void> {
    const turn = ++this.#turn;
    const examples = this.#examples;
    if (!this.#answer) {
      this.#found.replaceChildren();
      this.#elsewhere.replaceChildren();
      this.#filters.show([]);
      this.#views.form.hidden = true;
      if (examples) examples.hidden = false;
      if (!stays) this.#remember();
      return this.#say('');
    }
    const { answer, source } = this.#answer;
    await this.#filters.prepare(source);
    const passing = answer.exact.filter((match) => this.#filters.pass(match));
    const isConcordance = this.#views.isConcordance && passing.some(({ count }) => count > 0);
    // All of it is shown at once, so that nothing moves afterwards.
    const [content, elsewhere] = await Promise.all([
      isConcordance ? this.#concordance(passing, answer, source) : this.#lists(passing, answer, source),
      this.#linkElsewhere(answer),
    ]);
    if (turn !== this.#turn) return;
    if (examples) examples.hidden = true;
    this.#views.show(isConcordance);
    this.#filters.show(answer.exact, source);
    this.#elsewhere.replaceChildren(...elsewhere);
    this.#found.replaceChildren(...content);
    this.#found.dataset['asked'] = answer.query;
    this.#say(this.#summary(answer, passing));
    if (!stays) this.#remember();
  }

  #summary({ exact, onPage, query, asked }: Answer, passing: Match[]): string {
    const { t, edition, editions } = this.#config;
    if (exact.length === 0 && onPage.length > 0)
      return onPage.length === 1 ? t.one : fill(t.many, onPage.length);
    if (exact.length === 0)
      return fill(
        { original: t.noneOriginal, paraphrase: t.none, translation: t.noneTranslation }[
          editions.find(({ id }) => id === edition)?.wording ?? 'paraphrase'
        ],
        query.length > LONGEST_SAID ? `${[...query].slice(0, LONGEST_SAID).join('')}…` : query,
      );
    const times = passing.reduce((sum, { count }) => sum + count, 0);
    // What is only called so leads the list, and has no match in its words.
    const places = passing.filter(({ count }) => count > 0).length;
    return [
      times <= 1 && passing.length <= 1
        ? t.one
        : times === 0
          ? fill(t.many, passing.length)
          : places === 1
            ? fill(t.foundInOne, times)
            : t.found.replace('{times}', String(times)).replace('{places}', String(places)),
      ...(asked === query ? [] : [`${t.readAs} “${asked}”`]),
    ].join(' · ');
  }

  async #lists(passing: Match[], answer: Answer, source: SearchSource): Promise<HTMLElement[]> {
    const { t } = this.#config;
    const parts: Promise<HTMLElement>[] = [];
    const add = (part: HTMLElement | Promise<HTMLElement>): void => void parts.push(Promise.resolve(part));
    if (answer.synonyms.length > 0) add(this.#synonyms(answer));
    if (answer.onPage.length > 0)
      add(this.#list('hits', answer.onPage, '').then((list) => titled('on-page', answer.query, list)));
    else if (answer.exact.length === 0) add(this.#outside(answer.query));
    if (answer.alsoRead.length > 0) {
      const links = answer.alsoRead.map((reading) => this.#askLink(reading));
      add(element('p', {}, `${t.orAs} `, ...spaced(links)));
    }
    add(this.#list('hits exact', passing, answer.asked));
    if (this.#views.both || !answer.exact.some(({ count }) => count > 0))
      add(this.#acrossList(answer, source));
    if (answer.near.length > 0)
      add(this.#list('hits', answer.near, answer.asked).then((list) => titled('near', t.near, list)));
    return Promise.all(parts);
  }

  async #list(className: string, matches: Match[], asked: string): Promise<HTMLElement> {
    const list = element('ol', { className });
    const other = this.#views.both ? this.#other : undefined;
    const add = async (some: Match[]): Promise<void> => {
      const hits = await Promise.all(some.map((match) => match.read()));
      const items = hits.map((hit) => resultItem(hit, asked, this.#config));
      if (other) await this.#addParallels(hits, items, other);
      list.append(...items);
    };
    await add(matches.slice(0, FIRST));
    if (matches.length <= FIRST) return list;
    const more = element('button', { type: 'button', className: 'more' }, this.#config.t.more);
    let at = FIRST;
    more.addEventListener('click', () => {
      void add(matches.slice(at, at + STEP));
      at += STEP;
      more.hidden = at >= matches.length;
    });
    return element('div', {}, list, more);
  }

  async #concordance(matches: Match[], { asked }: Answer, source: SearchSource): Promise<HTMLElement[]> {
    const other = this.#views.both ? this.#other : undefined;
    const [{ concordance }, there] = await Promise.all([
      import('./concordance.ts'),
      other && openSource(this.#config.base, other.id),
    ]);
    const view = { order: this.#views.order, source, other: there };
    return concordance(matches, asked, view, this.#config);
  }

  /** Where else to look for what an edition does not have. */
  #outside(query: string): HTMLElement {
    const { t, paper, editions, edition } = this.#config;
    const line = element('p');
    const own = editions.find(({ id }) => id === edition);
    if (own?.wording === 'original') return line;
    if (paper !== '') line.append(`${t.seePaper} `, element('a', { href: paper }, paper));
    for (const { id, wording } of editions) {
      if (wording !== 'original') continue;
      line.append(' ', element('a', { href: this.#searchAddress(id, query) }, t.inOriginal));
    }
    return line;
  }

  #searchAddress(edition: string, query: string): string {
    const said = new URLSearchParams(this.said);
    said.set('q', query);
    return `${withBase(this.#config.base, `/${edition}/search/`)}?${said}`;
  }

  #askLink(query: string, edition = this.#config.edition): HTMLAnchorElement {
    const link = element('a', { href: this.#searchAddress(edition, query) }, query);
    if (edition === this.#config.edition)
      link.addEventListener('click', (event) => this.#follow(event, query));
    return link;
  }

  /** Asks what a link asks, without leaving the page. */
  #follow(event: MouseEvent, query: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#kept = true;
    this.#input.value = query;
    void this.ask(query);
  }

  /** The edition in another language that results are read beside. */
  get #other(): BoxConfig['editions'][number] | undefined {
    const { editions, edition } = this.#config;
    const own = primaryLanguage(editions.find(({ id }) => id === edition)?.lang ?? '');
    return editions.find(({ lang }) => primaryLanguage(lang) !== own);
  }

  /** Adds to each result what stands in another edition in its place. */
  async #addParallels(
    hits: Hit[],
    items: HTMLElement[],
    other: BoxConfig['editions'][number],
  ): Promise<void> {
    const source = await openSource(this.#config.base, other.id);
    await Promise.all(
      hits.map(async ({ lot, record, spans }, i) => {
        if (record.kind === 'work') return;
        const there = await source.recordIn(lot, record.kind, record.id);
        if (there)
          items[i]?.append(
            paragraph('parallel', parallelOf(record, spans[0]?.start ?? 0, there), other.lang),
          );
      }),
    );
  }

  /** The other names of what was asked for by one of them. */
  #synonyms({ synonyms }: Answer): HTMLElement {
    const { t, editions } = this.#config;
    const links = synonyms.map(({ name, edition }) => {
      const link = this.#askLink(name, edition);
      link.lang = editions.find(({ id }) => id === edition)?.lang ?? '';
      return link;
    });
    return element('p', { className: 'also' }, `${t.also} `, ...spaced(links));
  }

  /** How many places have it in the other language, as a link to them; nothing where none has. */
  async #linkElsewhere({ asked }: Answer): Promise<HTMLElement[]> {
    const { base, t } = this.#config;
    const other = this.#other;
    if (!other) return [];
    const source = await openSource(base, other.id);
    const matches = await source.find(parseQuery(asked, source));
    const link = this.#askLink(asked, other.id);
    link.replaceChildren(fill(t.elsewhere, other.name, matches.length));
    return matches.length > 0 ? [link] : [];
  }

  /** What is found through the other language. */
  async #acrossList({ query }: Answer, source: SearchSource): Promise<HTMLElement> {
    const { base, t } = this.#config;
    const other = this.#other;
    const { acrossLanguages } = await import('../search/across.ts');
    const pairs = other ? await acrossLanguages(source, await openSource(base, other.id), query) : [];
    if (pairs.length === 0) return element('div');
    const list = element('ol', { className: 'hits' });
    for (const pair of pairs) {
      const item = resultItem(pair.here, pair.askedHere, this.#config);
      item.append(paragraph('parallel', pair.there, other?.lang));
      list.append(item);
    }
    return titled('across', fill(t.acrossHeading, pairs.length), list);
  }

  /** Arrows go from the box into the results and through them. */
  #move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.isComposing || event.target instanceof HTMLSelectElement) return;
    const places = [this.#input, ...this.#places()];
    const at = places.findIndex((place) => place === document.activeElement);
    const next = places[Math.max(0, at) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #places(): HTMLElement[] {
    return [...this.#found.querySelectorAll<HTMLElement>('a.place')];
  }

  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}

const titled = (className: string, name: string, list: HTMLElement): HTMLElement =>
  element('section', { className }, element('h2', {}, name), list);

const spaced = (nodes: Node[]): (Node | string)[] =>
  nodes.flatMap((node, i) => (i > 0 ? [' ', node] : [node]));

if (!customElements.get('dossier-search')) customElements.define('dossier-search', DossierSearch);
export type { DossierSearch };
