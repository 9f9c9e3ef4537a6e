/**
 * What every page does beyond HTML: `/` opens the search, what the address asks for is marked, what is copied says
 * whose wording it is, and the language chosen is remembered and keeps the segment. Whatever else that takes is loaded when it is wanted.
 */

import { linkToPart, passageInView } from './passage-in-view.ts';
import './keys.ts';
import { placeOf } from './reading-place.ts';
import { remember } from './remember.ts';
import type { Early } from './search-dialog.ts';
import { isTyping } from './is-typing.ts';

const searchLink = document.querySelector<HTMLAnchorElement>('a[data-search]');
const box = document.querySelector<HTMLElement>('dossier-search');
const query = new URLSearchParams(location.search).get('q');

function openSearch(said?: string): void {
  if (!searchLink) return;
  const { close = '', name = '' } = searchLink.dataset;
  const early = said === undefined ? earlyInput(name) : undefined;
  import('./search-dialog.ts')
    .then((dialog) => dialog.openSearch(searchLink.href, { close, name }, said, early))
    .catch((error: unknown) => {
      console.info('The search opens as a page:', error);
      location.href = searchLink.href;
    });
}

/** Takes what is typed while the search is still on its way. */
function earlyInput(name: string): Early {
  const before = document.activeElement;
  const input = document.createElement('input');
  input.className = 'visually-hidden';
  input.ariaLabel = name;
  input.addEventListener('compositionstart', () => input.toggleAttribute('data-composing', true));
  input.addEventListener('compositionend', () => input.toggleAttribute('data-composing', false));
  document.body.append(input);
  input.focus({ preventScroll: true });
  return { input, before };
}

/** Whether a key goes into the search's own box as no part of a query: it is held, or nothing is typed there yet. */
const opensAgain = ({ target, repeat }: KeyboardEvent): boolean =>
  target instanceof HTMLInputElement &&
  target.matches('dossier-search input[type=search], body > .visually-hidden') &&
  (repeat || (target.selectionStart === 0 && target.selectionEnd === target.value.length));

document.addEventListener('keydown', (event) => {
  // In Chinese punctuation the same key says another sign.
  if (!'/、／'.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  const isTyped = isTyping(event.target);
  if (isTyped && !opensAgain(event)) return;
  event.preventDefault();
  if (isTyped) return;
  if (box) box.querySelector('input')?.focus();
  else openSearch();
});

if (box) {
  const start = (): void => void import('./search-box.ts');
  if (query) {
    for (const examples of box.querySelectorAll<HTMLElement>('.examples')) examples.hidden = true;
    start();
  } else box.addEventListener('focusin', start, { once: true });
  // Until the rest is here, nothing else hears that an input method is at work.
  box.addEventListener('compositionstart', () => box.toggleAttribute('data-composing', true));
  box.addEventListener('compositionend', () => box.toggleAttribute('data-composing', false));
} else {
  searchLink?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openSearch();
  });
  if (query)
    void import('./mark-hits.ts').then((marks) =>
      marks.markHits(
        query,
        JSON.parse(searchLink?.dataset['marked'] ?? '{}'),
        JSON.parse(searchLink?.dataset['scripts'] ?? '{}'),
      ),
    );
  // Back from a result leads to the results.
  if (typeof history.state?.search === 'string') openSearch(history.state.search);
}

document.querySelector('[data-appearance]')?.addEventListener('click', () => {
  void import('./appearance-dialog.ts').then(({ chooseAppearance }) =>
    chooseAppearance(searchLink?.dataset['close'] ?? '×'),
  );
});

// The contents open where one is; what is chosen in them may be on this page.
const contents = document.querySelector<HTMLElement>('#contents-sheet');
contents?.addEventListener('toggle', () => {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('ol ol a')];
  for (const link of links) link.ariaCurrent = null;
  const passage = passageInView();
  const part = passage && linkToPart(links, passage);
  if (part) part.ariaCurrent = 'location';
  (part ?? contents.querySelector('[aria-current]'))?.scrollIntoView({ block: 'center' });
});
contents?.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')) contents.hidePopover();
});

const shown = document.querySelector<HTMLElement>('nav [data-edition][aria-current]')?.dataset['edition'];
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-edition]')) {
  link.addEventListener('click', () => {
    // Whoever goes from an edition to all of them comes back to that one.
    const chosen = link.dataset['edition'] || shown;
    if (chosen) remember('edition', chosen);
    if (link.hash === '') link.hash = passageInView()?.id ?? location.hash;
    if (link.search === '') link.search = location.search;
  });
}

for (const way of document.querySelectorAll<HTMLAnchorElement>('[data-resume]')) {
  const { href, name } = placeOf(way.dataset['resume'] ?? '');
  if (!href || !name) continue;
  way.textContent = way.textContent.replace('{}', name);
  way.href = href;
}

// Whoever selects is about to copy or to cite, but not who clicks or types.
document.addEventListener('selectionchange', function load() {
  if (getSelection()?.isCollapsed !== false || isTyping(document.activeElement)) return;
  document.removeEventListener('selectionchange', load);
  void import('./cite-selection.ts');
});
