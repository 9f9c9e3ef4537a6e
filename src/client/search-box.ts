import { primaryLanguage } from '../model/language.ts';
import { withBase } from '../model/urls.ts';
import { acrossLanguages } from '../search/across.ts';
import { openSource } from '../search/open-source.ts';
import { parsePhrase } from '../search/parse-query.ts';
import { search, type Answer } from '../search/search.ts';
import type { Match, SearchSource } from '../search/search-source.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import type { BoxConfig } from './search-config.ts';
import { SearchFilters } from './search-filters.ts';
import { contextLines, paragraph, parallelOf, resultItem, type ShownResult } from './search-list.ts';

/** How many results are shown before one asks for more, and how many hits in a column. */
const FIRST = 100;
const MAX_LINES = 500;
/** Milliseconds for which a reader types on before it is searched. */
const PAUSE = 60;
/** Milliseconds after which a reader who does not type on is taken to look at the results. */
const LOOKING = 2000;
/** What is longer, encoded, many servers refuse, and so much of a query is said again. */
const LONGEST_IN_ADDRESS = 4000;
const LONGEST_SAID = 40;

/** `<dossier-search>`: the box and what it finds, on a page of its own or in a dialog. */
class DossierSearch extends HTMLElement {
  #config!: BoxConfig;
  #input!: HTMLInputElement;
  #status!: HTMLElement;
  #filters!: SearchFilters;
  #lines = element('input', { type: 'checkbox' });
  #across = element('input', { type: 'checkbox' });
  #found = element('div', { className: 'found' });
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
    this.#filters = new SearchFilters(this.#config, () => void this.#show());
    const views = element(
      'div',
      { className: 'views', hidden: true },
      element('label', {}, this.#lines, ` ${t.lines}`),
      element('label', {}, this.#across, ` ${t.across}`),
    );
    status.before(this.#filters.form, views);
    status.after(this.#found);

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
    this.#lines.addEventListener('change', () => void this.#show());
    this.#across.addEventListener('change', () => void this.#show());
    void openSource(this.#config.base, this.#config.edition).catch(() => this.#say(t.notIndexed));

    if (!this.#inDialog) {
      addEventListener('popstate', () => {
        input.value = askedIn(location);
        void this.ask(input.value, true);
      });
      if (input.value === '') input.value = askedIn(location);
    }
    if (!this.hasAttribute('data-composing')) void this.ask(input.value, true);
  }

  /** Shows what there is for a query. */
  async ask(written: string, stays = false): Promise<void> {
    // Half a character cannot stand in an address.
    const query = written.trim().toWellFormed();
    clearTimeout(this.#pause);
    if (query === this.#last) return;
    this.#last = query;
    if (!stays) this.#remember(query);
    const turn = ++this.#turn;
    if (query === '') {
      this.#answer = undefined;
      this.#filters.clear();
      return this.#show();
    }
    const waiting = setTimeout(() => turn === this.#turn && this.#say(this.#config.t.waiting), 400);
    try {
      const source = await openSource(this.#config.base, this.#config.edition);
      const answer = await search(source, query);
      if (turn !== this.#turn) return;
      this.#answer = { answer, source };
      if (!answer.exact.some((match) => this.#filters.pass(match))) this.#filters.clear();
      await this.#show();
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

  /** Puts the query into the address, or into the state of the page that the dialog lies on. */
  #remember(query: string): void {
    if (this.#inDialog) {
      history.replaceState({ ...history.state, search: query }, '');
      return;
    }
    const address = new URL(location.href);
    if (query && encodeURIComponent(query).length <= LONGEST_IN_ADDRESS) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    if (this.#kept) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    this.#kept = false;
  }

  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const views = this.#lines.closest<HTMLElement>('.views');
    if (views) views.hidden = this.#answer === undefined;
    if (!this.#answer) {
      this.#found.replaceChildren();
      this.#filters.form.replaceChildren();
      return this.#say('');
    }
    const { answer, source } = this.#answer;
    const passing = answer.exact.filter((match) => this.#filters.pass(match));
    this.#filters.show(answer.exact, source);
    const content = this.#lines.checked
      ? [await this.#column(passing, answer)]
      : await this.#lists(passing, answer);
    if (turn !== this.#turn) return;
    // What else it is called comes later, and must not push away what a reader is about to press.
    const also = answer.synonyms.length > 0 ? [element('p', { className: 'also' }, '\u00a0')] : [];
    this.#found.replaceChildren(...also, ...content);
    this.#say(this.#summary(answer, passing));
    // What the other language has is fetched when the reader has something to look at.
    await this.#addOtherLanguages(turn, answer, source);
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
    // What lies in an index has not all been read.
    if (exact.some(({ isRemote }) => isRemote)) return fill(t.atLeast, exact.length);
    const occurrences = passing.reduce((sum, { count }) => sum + count, 0);
    return [
      exact.length === 1 ? t.one : fill(t.many, exact.length),
      ...(this.#filters.isSet ? [fill(t.filtered, passing.length)] : []),
      ...(occurrences > 0 ? [fill(t.occurrences, occurrences)] : []),
      ...(asked === query ? [] : [`${t.readAs} “${asked}”`]),
    ].join(' · ');
  }

  async #lists(passing: Match[], answer: Answer): Promise<HTMLElement[]> {
    const { t } = this.#config;
    const parts: HTMLElement[] = [];
    if (answer.onPage.length > 0)
      parts.push(titled('on-page', answer.query, await this.#list('hits', answer.onPage, '')));
    else if (answer.exact.length === 0) parts.push(this.#elsewhere(answer.query));
    if (answer.alsoRead.length > 0) {
      const links = answer.alsoRead.map((reading) => this.#askLink(reading));
      parts.push(element('p', {}, `${t.orAs} `, ...spaced(links)));
    }
    parts.push(await this.#list('hits exact', passing, answer.asked));
    if (answer.near.length > 0)
      parts.push(titled('near', t.near, await this.#list('hits', answer.near, answer.asked)));
    return parts;
  }

  async #list(className: string, matches: Match[], asked: string): Promise<HTMLElement> {
    const list = element('ol', { className });
    const add = async (some: Match[]): Promise<void> => {
      const hits = await Promise.all(some.map((match) => match.read()));
      const shown = hits.flat().map((hit) => resultItem(hit, asked, this.#config));
      list.append(...shown.map(({ item }) => item));
      void this.#addParallels(shown);
    };
    const step = matches.some(({ isRemote }) => isRemote) ? FIRST / 10 : FIRST;
    await add(matches.slice(0, step));
    if (matches.length <= step) return list;
    const more = element('button', { type: 'button', className: 'more' }, this.#config.t.more);
    let at = step;
    more.addEventListener('click', () => {
      void add(matches.slice(at, at + step));
      at += step;
      more.hidden = at >= matches.length;
    });
    return element('div', {}, list, more);
  }

  async #column(matches: Match[], { asked }: Answer): Promise<HTMLElement> {
    const list = element('ol', { className: 'lines' });
    for (const match of matches) {
      if (list.childElementCount >= MAX_LINES) break;
      for (const hit of await match.read()) list.append(...contextLines(hit, asked, this.#config));
    }
    return list;
  }

  /** Where else to look for what an edition does not have. */
  #elsewhere(query: string): HTMLElement {
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
    return `${withBase(this.#config.base, `/${edition}/search/`)}?q=${encodeURIComponent(query)}`;
  }

  #askLink(query: string, edition = this.#config.edition): HTMLAnchorElement {
    const link = element('a', { href: this.#searchAddress(edition, query) }, query);
    if (edition === this.#config.edition)
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.#kept = true;
        this.#input.value = query;
        void this.ask(query);
      });
    return link;
  }

  /** The edition in another language that results are read beside. */
  get #other(): BoxConfig['editions'][number] | undefined {
    const { editions, edition } = this.#config;
    const own = primaryLanguage(editions.find(({ id }) => id === edition)?.lang ?? '');
    return editions.find(({ lang }) => primaryLanguage(lang) !== own);
  }

  /** When the reader turns to what was found, or has stopped typing for good. */
  #interest(): Promise<void> {
    return new Promise((resolve) => {
      const heard = new AbortController();
      const done = (): void => {
        heard.abort();
        resolve();
      };
      for (const kind of ['pointerover', 'focusin', 'wheel', 'touchstart'])
        this.#found.addEventListener(kind, done, { signal: heard.signal, passive: true });
      setTimeout(done, LOOKING);
    });
  }

  async #addParallels(shown: ShownResult[]): Promise<void> {
    const other = this.#other;
    // What costs much to load is loaded on request.
    if (!other || this.#answer?.source.isRemote) return;
    await this.#interest();
    if (!shown.some(({ item }) => item.isConnected)) return;
    const source = await openSource(this.#config.base, other.id);
    for (const { item, record, first } of shown) {
      if (record.kind === 'work') continue;
      const there = await source.record(record.kind, record.id);
      if (there) item.append(paragraph('parallel', parallelOf(record, first?.start ?? 0, there), other.lang));
    }
  }

  async #addOtherLanguages(turn: number, answer: Answer, source: SearchSource): Promise<void> {
    const { t, base, editions } = this.#config;
    const other = this.#other;
    const isInText = answer.exact.some(({ count }) => count > 0);
    const wanted = this.#across.checked || (!isInText && !source.isRemote);
    if (source.isRemote && !wanted) return;
    if (isInText && !this.#across.checked) await this.#interest();
    if (turn !== this.#turn) return;
    const there = other && (await openSource(base, other.id));
    if (answer.synonyms.length > 0) {
      const offered = await Promise.all(
        answer.synonyms.map(async ({ name, edition }) => {
          const where = edition === source.edition ? source : edition === other?.id ? there : undefined;
          const { matches } = (await where?.find(parsePhrase(name, where))) ?? { matches: [] };
          const link = this.#askLink(name, edition);
          link.lang = editions.find(({ id }) => id === edition)?.lang ?? '';
          const count = matches.length === 1 ? t.one : fill(t.many, matches.length);
          return matches.length > 0 ? [element('span', {}, link, ` ${count}`)] : [];
        }),
      );
      if (turn !== this.#turn) return;
      if (offered.flat().length > 0)
        this.#found.querySelector('.also')?.replaceChildren(`${t.also} `, ...spaced(offered.flat()));
    }
    if (!there || !wanted) return;
    const pairs = await acrossLanguages(source, there, answer.query);
    if (turn !== this.#turn || pairs.length === 0) return;
    const list = element('ol', { className: 'hits' });
    for (const pair of pairs) {
      const { item } = resultItem(pair.here, pair.askedHere, this.#config);
      item.append(paragraph('parallel', pair.there, other?.lang));
      list.append(item);
    }
    const section = titled('across', fill(t.acrossHeading, pairs.length), list);
    this.#found.querySelector('.near')?.before(section);
    if (!section.isConnected) this.#found.append(section);
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

const askedIn = ({ search: asked }: Location): string => new URLSearchParams(asked).get('q') ?? '';

const spaced = (nodes: Node[]): (Node | string)[] =>
  nodes.flatMap((node, i) => (i > 0 ? [' ', node] : [node]));

if (!customElements.get('dossier-search')) customElements.define('dossier-search', DossierSearch);
export type { DossierSearch };
