/** A table whose rows can be sorted by a column and narrowed by words or type. Without script it is a table. */
class DataTable extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const table = this.querySelector('table');
    if (!form || !table) return;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.narrow(form, table));
    table.querySelectorAll('th').forEach((head, column) => this.makeSortable(head, column, table));
    this.narrow(form, table);
  }

  private narrow(form: HTMLFormElement, table: HTMLTableElement): void {
    const given = new FormData(form);
    const words = String(given.get('words') ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean);
    const type = given.get('type');
    let shown = 0;
    for (const row of table.tBodies[0]?.rows ?? []) {
      const text = (row.textContent ?? '').toLowerCase();
      row.hidden =
        (type !== '' && row.dataset['type'] !== type) || !words.every((word) => text.includes(word));
      if (!row.hidden) shown++;
    }
    const count = form.querySelector('output');
    const says = shown === 1 ? this.dataset['one'] : this.dataset['many'];
    if (count) count.textContent = says?.replace('{}', String(shown)) ?? '';
  }

  private makeSortable(head: HTMLTableCellElement, column: number, table: HTMLTableElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.title = head.dataset['says'] ?? '';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const descending = head.getAttribute('aria-sort') === 'ascending';
      for (const other of table.querySelectorAll('th')) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      const body = table.tBodies[0];
      const rows = [...(body?.rows ?? [])].map((row) => ({ row, key: keyOf(row.cells[column]) }));
      const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
      // Cells without a key stand last, whichever way the column is sorted.
      rows.sort((a, b) =>
        a.key === '' || b.key === ''
          ? Number(a.key === '') - Number(b.key === '')
          : (descending ? -1 : 1) * collator.compare(a.key, b.key),
      );
      body?.append(...rows.map(({ row }) => row));
    });
  }
}

const keyOf = (cell: HTMLTableCellElement | undefined): string =>
  cell?.dataset['sort'] ?? cell?.textContent?.trim() ?? '';

customElements.define('data-table', DataTable);
