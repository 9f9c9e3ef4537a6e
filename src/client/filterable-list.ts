import { fill } from './fill.ts';

/**
 * `<filterable-list>`: its form filters the page’s items, marked `data-item`. A select keeps items whose `data-<its
 * name>`, a list of words, contains its value, and is stored in the address; an anchor marked `data-choice` by that
 * name stands for its id as the value. A text field keeps items that contain all its words, or whose `li` marked
 * `data-group` does. An option that leaves nothing cannot be chosen, and the number at the end of one marked
 * `data-counted` follows. So does the number of each group: in the group, marked `data-total`, and beside the link to
 * the group, marked `data-total-of=<its id>`, which is hidden with the group. `.nothing` is shown if no item is left.
 */
class FilterableList extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const selects = [...form.querySelectorAll('select')];
    const asked = new URLSearchParams(location.search);
    const anchor = document.getElementById(location.hash.slice(1));
    for (const select of selects) {
      const wanted = asked.get(select.name) ?? (anchor?.dataset['choice'] === select.name ? anchor.id : '');
      if ([...select.options].some(({ value }) => value === wanted)) select.value = wanted;
    }
    const narrow = (): void => this.#narrow(form, selects);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', (event) => {
      // Fields are to be empty, not as they were when the page loaded.
      event.preventDefault();
      for (const field of [...form.querySelectorAll('input'), ...selects]) field.value = '';
      narrow();
      keepInAddress(selects);
      form.querySelector('input')?.focus();
    });
    form.addEventListener('input', ({ target }) => {
      narrow();
      if (target instanceof HTMLSelectElement) keepInAddress(selects);
    });
    narrow();
  }

  #narrow(form: HTMLFormElement, selects: HTMLSelectElement[]): void {
    const asked = form.querySelector('input')?.value.trim() ?? '';
    const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
    const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
    const found = items.filter((item) => {
      const text = (item.closest('li[data-group]') ?? item).textContent.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const choices = selects.map((select) => ({ select, value: select.value }));
    const leftBy = (chosen: typeof choices): HTMLElement[] =>
      found.filter((item) =>
        chosen.every(({ select, value }) => value === '' || has(item, select.name, value)),
      );
    const left = new Set(leftBy(choices));
    for (const item of items) item.hidden = !left.has(item);
    // What is found is not left in a folded group, and other lists of the same items would not be filtered.
    const isNarrowed = words.length > 0 || choices.some(({ value }) => value !== '');
    if (isNarrowed) for (const item of left) item.closest('details')?.setAttribute('open', '');
    for (const other of document.querySelectorAll<HTMLElement>('[data-unfiltered]'))
      other.hidden = isNarrowed;
    for (const { select } of choices) {
      const others = leftBy(choices.filter((choice) => choice.select !== select));
      for (const option of select.options) {
        if (option.value === '') continue;
        const count = others.filter((item) => has(item, select.name, option.value)).length;
        option.disabled = count === 0 && !option.selected;
        if ('counted' in option.dataset) option.text = option.text.replace(/\d+(?=\D*$)/, String(count));
      }
    }
    for (const group of document.querySelectorAll<HTMLElement>('.group, [data-group]')) {
      const count = group.querySelectorAll('[data-item]:not([hidden])').length;
      group.hidden = count === 0;
      const link = document.querySelector(`[data-total-of="${group.id}"]`);
      if (link?.parentElement) link.parentElement.hidden = count === 0;
      for (const total of [group.querySelector('[data-total]'), link])
        if (total) total.textContent = String(count);
    }
    const says = left.size === 1 ? this.dataset['one'] : this.dataset['many'];
    const output = form.querySelector('output');
    if (output) output.textContent = fill(says ?? '', left.size);
    const nothing = form.querySelector<HTMLElement>('.nothing');
    const elsewhere = nothing?.querySelector('a');
    if (!nothing || !elsewhere) return;
    nothing.hidden = left.size > 0;
    elsewhere.hidden = asked === '';
    elsewhere.textContent = fill(elsewhere.dataset['says'] ?? '', asked);
    elsewhere.search = new URLSearchParams({ q: asked }).toString();
  }
}

const has = ({ dataset }: HTMLElement, name: string, value: string): boolean =>
  dataset[name]?.split(' ').includes(value) === true;

function keepInAddress(selects: HTMLSelectElement[]): void {
  const address = new URL(location.href);
  for (const { name, value } of selects) {
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  history.replaceState(null, '', address);
}

customElements.define('filterable-list', FilterableList);
