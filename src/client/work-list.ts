/** A list of works that can be narrowed by type and language. Without script it is the whole list. */
class WorkList extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.narrow(form));
    this.narrow(form);
  }

  private narrow(form: HTMLFormElement): void {
    const wanted = [...new FormData(form)].filter(([, value]) => value !== '');
    let shown = 0;
    for (const work of this.querySelectorAll<HTMLElement>('li[data-type]')) {
      work.hidden = !wanted.every(([name, value]) => work.dataset[name] === value);
      if (!work.hidden) shown++;
    }
    const count = form.querySelector('output');
    const says = shown === 1 ? this.dataset['one'] : this.dataset['many'];
    if (count) count.textContent = says?.replace('{}', String(shown)) ?? '';
  }
}

customElements.define('work-list', WorkList);
