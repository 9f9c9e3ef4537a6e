import { element } from './element.ts';

/**
 * Makes the rows of a table sortable by each column, within their groups if it has several. The sort key of a cell is
 * its `data-sort`, or else its text.
 */
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]'))
  table
    .querySelectorAll<HTMLTableCellElement>('thead th')
    .forEach((head, column) => makeSortable(table, head, column));

function makeSortable(table: HTMLTableElement, head: HTMLTableCellElement, column: number): void {
  const title = head.dataset['says'] ?? '';
  const button = element('button', { type: 'button', title }, ...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const descending = head.getAttribute('aria-sort') === 'ascending';
    for (const other of table.querySelectorAll('thead th')) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    for (const body of table.tBodies) {
      // The heading of a group stays first.
      const rows = [...body.rows]
        .filter((row) => !row.querySelector('[scope=rowgroup]'))
        .map((row) => ({ row, key: keyOf(row.cells[column]) }));
      // Cells without a key are last in either direction.
      rows.sort((a, b) =>
        a.key === '' || b.key === ''
          ? Number(a.key === '') - Number(b.key === '')
          : (descending ? -1 : 1) * collator.compare(a.key, b.key),
      );
      body.append(...rows.map(({ row }) => row));
    }
  });
}

const keyOf = (cell: HTMLTableCellElement | undefined): string =>
  cell?.dataset['sort'] ?? cell?.textContent?.trim() ?? '';
