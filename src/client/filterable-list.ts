/**
 * `<filterable-list>`: its form filters the page’s items, marked `data-item`. A select keeps items whose `data-<its
 * name>`, a list of words, contains its value, and is stored in the address; a text field keeps items that contain all
 * its words. The number of each group follows: in the group, marked `data-total`, and beside the link to the group,
 * marked `data-total-of=<its id>`, which is hidden with the group.
 */
class FilterableList extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const selects = [...form.querySelectorAll('select')];
    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      const wanted = asked.get(select.name) ?? '';
      if ([...select.options].some(({ value }) => value === wanted)) select.value = wanted;
    }
    const narrow = (): void => this.#narrow(form, selects);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', ({ target }) => {
      narrow();
      if (target instanceof HTMLSelectElement) keepInAddress(selects);
    });
    narrow();
  }

  #narrow(form: HTMLFormElement, selects: HTMLSelectElement[]): void {
    const wanted = selects.filter(({ value }) => value !== '');
    const words = form.querySelector('input')?.value.toLowerCase().split(/\s+/) ?? [];
    let shown = 0;
    for (const item of document.querySelectorAll<HTMLElement>('[data-item]')) {
      const text = item.textContent.toLowerCase();
      const isShown =
        wanted.every(({ name, value }) => item.dataset[name]?.split(' ').includes(value)) &&
        words.every((word) => text.includes(word));
      item.hidden = !isShown;
      if (isShown) shown++;
    }
    for (const group of document.querySelectorAll<HTMLElement>('.group')) {
      const left = group.querySelectorAll('[data-item]:not([hidden])').length;
      group.hidden = left === 0;
      const link = document.querySelector(`[data-total-of="${group.id}"]`);
      if (link?.parentElement) link.parentElement.hidden = left === 0;
      for (const total of [group.querySelector('[data-total]'), link])
        if (total) total.textContent = String(left);
    }
    const says = shown === 1 ? this.dataset['one'] : this.dataset['many'];
    const count = form.querySelector('output');
    if (count) count.textContent = says?.replace('{}', String(shown)) ?? '';
  }
}

function keepInAddress(selects: HTMLSelectElement[]): void {
  const address = new URL(location.href);
  for (const { name, value } of selects) {
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  history.replaceState(null, '', address);
}

customElements.define('filterable-list', FilterableList);
