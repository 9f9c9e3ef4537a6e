/** Whoever begins to select in one edition selects that edition alone, though the others stand between its sentences. */
const beside = document.querySelector<HTMLElement>('article.parallel');

beside?.addEventListener('pointerdown', ({ target }) => {
  const column = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  if (column) beside.dataset['only'] = column.dataset['column'];
  else delete beside.dataset['only'];
});
