import { openIndex, type Hit } from './query.ts';

/** `<dossier-search>`: the box and the list on a search page. The query stands in the address, so a search can be sent. */
class DossierSearch extends HTMLElement {
  #search: ReturnType<typeof openIndex> | undefined;
  #last = '';

  connectedCallback(): void {
    const input = this.querySelector('input');
    const form = this.querySelector('form');
    if (!input || !form) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#show(input.value);
    });
    // While a Chinese input method is composing, the letters in the box are not yet the query.
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) void this.#show(input.value);
    });
    input.addEventListener('compositionend', () => void this.#show(input.value));
    input.addEventListener('focus', () => void this.#open(), { once: true });
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) {
      input.value = asked;
      void this.#show(asked);
    }
  }

  #open(): ReturnType<typeof openIndex> {
    return (this.#search ??= openIndex(this.dataset['base'] ?? '/', this.dataset['edition'] ?? ''));
  }

  async #show(written: string): Promise<void> {
    const query = written.trim();
    if (query === this.#last) return;
    this.#last = query;
    const address = new URL(location.href);
    if (query) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
    if (query === '') return this.#report('', []);
    this.#say(this.dataset['waiting'] ?? '');
    try {
      const search = await this.#open();
      const hits = await search(query);
      if (query === this.#last) this.#report(query, hits);
    } catch (error) {
      this.#search = undefined;
      this.#say(this.dataset['notIndexed'] ?? '');
      throw error;
    }
  }

  #say(text: string): void {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = text;
  }

  #report(query: string, hits: Hit[]): void {
    const list = this.querySelector('ol');
    if (!list) return;
    list.replaceChildren(...hits.map((hit) => this.#item(hit)));
    if (query === '') return this.#say('');
    const template = hits.length === 0 ? 'none' : hits.length === 1 ? 'one' : 'many';
    this.#say((this.dataset[template] ?? '').replace('{}', hits.length === 0 ? query : String(hits.length)));
  }

  #item({ url, segment, title, pages, excerpt }: Hit): HTMLLIElement {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = (this.dataset['base'] ?? '/').replace(/\/$/, '') + url;
    link.textContent = `${segment === 'abstract' ? (this.dataset['abstract'] ?? segment) : segment} ${title}`;
    const place = document.createElement('small');
    place.textContent = `${pages} · ${this.dataset['label'] ?? ''}`;
    const text = document.createElement('p');
    text.append(
      ...excerpt.map(({ text: piece, hit }) => {
        if (!hit) return piece;
        const mark = document.createElement('mark');
        mark.textContent = piece;
        return mark;
      }),
    );
    item.append(link, ' ', place, text);
    return item;
  }
}

customElements.define('dossier-search', DossierSearch);
