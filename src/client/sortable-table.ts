/** Lets the rows of a table be sorted by each of its columns. A cell's `data-sort` is its key, else its text. */
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]'))
  table.querySelectorAll('th').forEach((head, column) => makeSortable(table, head, column));

function makeSortable(table: HTMLTableElement, head: HTMLTableCellElement, column: number): void {
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

const keyOf = (cell: HTMLTableCellElement | undefined): string =>
  cell?.dataset['sort'] ?? cell?.textContent?.trim() ?? '';
