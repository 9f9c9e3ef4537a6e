import { noteComposing } from './note-composing.ts';

/**
 * The search box of the search page. Its code is loaded at once if the address has a query, otherwise when the box gets
 * the focus.
 */
const searchHere = document.querySelector<HTMLElement>('main dossier-search');

if (searchHere) {
  const start = (): void => void import('./search-box.ts');
  if (new URLSearchParams(location.search).get('q')) {
    for (const examples of searchHere.querySelectorAll<HTMLElement>('.examples')) examples.hidden = true;
    start();
  } else searchHere.addEventListener('focusin', start, { once: true });
  // Until the rest is loaded, nothing else notices that an input method is active.
  noteComposing(searchHere);
}
