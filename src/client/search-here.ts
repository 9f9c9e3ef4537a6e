/**
 * The search box of the search page. Its code is loaded at once if the address has a query, otherwise when the box gets
 * the focus.
 */
export const searchHere = document.querySelector<HTMLElement>('main dossier-search');

if (searchHere) {
  const start = (): void => void import('./search-box.ts');
  if (new URLSearchParams(location.search).get('q')) {
    for (const examples of searchHere.querySelectorAll<HTMLElement>('.examples')) examples.hidden = true;
    start();
  } else searchHere.addEventListener('focusin', start, { once: true });
  // Until the rest is loaded, nothing else notices that an input method is active.
  noteComposing(searchHere);
}

/** Marks an element while an input method is active in it. */
export function noteComposing(element: HTMLElement): void {
  for (const kind of ['compositionstart', 'compositionend'])
    element.addEventListener(kind, () =>
      element.toggleAttribute('data-composing', kind === 'compositionstart'),
    );
}
