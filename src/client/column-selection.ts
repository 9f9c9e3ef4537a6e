/**
 * Restricts a selection to the edition in which it begins, although the sentences of editions alternate on the page.
 */
const beside = document.querySelector<HTMLElement>('article.parallel');

beside?.addEventListener('pointerdown', ({ target }) => {
  const column = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  if (column) beside.dataset['only'] = column.dataset['column'];
  else delete beside.dataset['only'];
});
