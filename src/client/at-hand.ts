/** All interaction of a page beyond HTML, loaded when a reader starts to use it. */

import sheet from '../styles/at-hand.css?url';
import './contents-sheet.ts';
import './keys.ts';
import './languages.ts';
import { loadStyle } from './load-style.ts';
import { openSearch, searchLink } from './open-search.ts';
import './reading.ts';

/** Resolves when the style sheet has loaded. */
export const styled = loadStyle(sheet);

// On the search page itself the link does nothing else.
const isOnMain = document.querySelector('main dossier-search');
searchLink?.addEventListener('click', (event) => {
  if (isOnMain || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openSearch();
});

document.querySelector('[data-appearance]')?.addEventListener('click', () => {
  void import('./appearance-dialog.ts').then(({ chooseAppearance }) =>
    chooseAppearance(searchLink?.dataset['close'] ?? '×'),
  );
});
