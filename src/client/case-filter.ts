/** `<case-filter>`: shows the cases of a kind and of an actor. */
class CaseFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const asked = new URLSearchParams(location.search);
    for (const select of form.querySelectorAll('select')) {
      const wanted = asked.get(select.name) ?? '';
      if ([...select.options].some(({ value }) => value === wanted)) select.value = wanted;
    }
    form.addEventListener('input', () => {
      const chosen = this.#narrow(form);
      const address = new URL(location.href);
      address.search = new URLSearchParams(chosen.filter(([, value]) => value !== '')).toString();
      history.replaceState(null, '', address);
    });
    this.#narrow(form);
  }

  #narrow(form: HTMLFormElement): [string, string][] {
    const chosen = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
    const { kind, actor } = Object.fromEntries(chosen);
    let shown = 0;
    for (const group of document.querySelectorAll<HTMLElement>('.group')) {
      const items = [...group.querySelectorAll<HTMLElement>('li[data-actors]')];
      for (const item of items)
        item.hidden = Boolean(
          (kind && kind !== group.id) || (actor && !item.dataset['actors']?.split(' ').includes(actor)),
        );
      const left = items.filter(({ hidden }) => !hidden).length;
      group.hidden = left === 0;
      shown += left;
    }
    const says = shown === 1 ? this.dataset['one'] : this.dataset['many'];
    const count = form.querySelector('output');
    if (count) count.textContent = says?.replace('{}', String(shown)) ?? '';
    return chosen;
  }
}

customElements.define('case-filter', CaseFilter);
