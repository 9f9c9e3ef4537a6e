/** All interaction of a page beyond HTML, loaded when a reader starts to use it. */

import sheet from '../styles/at-hand.css?url';
import { earlyInput, searchLink } from './before-search.ts';
import './contents-sheet.ts';
import './keys.ts';
import './languages.ts';
import { opensElsewhere } from './held-keys.ts';
import { isTyping } from './is-typing.ts';
import { loadStyle } from './load-style.ts';
import './reading.ts';

/** Resolves when the style sheet has loaded. */
export const styled = loadStyle(sheet);

if (document.documentElement.dataset['signs'] === 'numbered')
  void import('./number-sentences.ts').then(({ numberSentences }) => numberSentences());

/** Opens the search, with `state` if given, else with what was typed into an input while it was loading. */
export function openSearch(state?: string, early = state === undefined ? earlyInput() : undefined): void {
  const link = searchLink;
  if (!link) return;
  Promise.all([import('./search-dialog.ts'), import('./search-box.ts')])
    .then(([dialog]) => dialog.openSearch(link, state, early))
    .catch((error: unknown) => {
      console.info('The search opens as a page:', error);
      location.href = link.href;
    });
}

// On the search page itself the link does nothing else.
const isOnMain = document.querySelector('main dossier-search');
searchLink?.addEventListener('click', (event) => {
  if (isOnMain || opensElsewhere(event)) return;
  event.preventDefault();
  openSearch();
});

document.querySelector('[data-appearance]')?.addEventListener('click', () => {
  void import('./appearance-dialog.ts').then(({ chooseAppearance }) =>
    chooseAppearance(searchLink?.dataset['close'] ?? '×'),
  );
});

// What was opened over one place is no longer asked for at another.
for (const kind of ['popstate', 'hashchange'])
  addEventListener(kind, () => {
    for (const open of document.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover();
  });

// Readers who select text are about to copy or cite it, unless they are only clicking or typing.
function meetSelection(): void {
  if (getSelection()?.isCollapsed !== false || isTyping(document.activeElement)) return;
  document.removeEventListener('selectionchange', meetSelection);
  void import('./cite-selection.ts');
}
document.addEventListener('selectionchange', meetSelection);
meetSelection();
