/** The search on its own page: it is fetched at once for whoever has asked for something, else with the first touch of its box. */
export const searchHere = document.querySelector<HTMLElement>('main dossier-search');

if (searchHere) {
  const start = (): void => void import('./search-box.ts');
  if (new URLSearchParams(location.search).get('q')) {
    for (const examples of searchHere.querySelectorAll<HTMLElement>('.examples')) examples.hidden = true;
    start();
  } else searchHere.addEventListener('focusin', start, { once: true });
  // Until the rest is here, nothing else hears that an input method is at work.
  for (const kind of ['compositionstart', 'compositionend'])
    searchHere.addEventListener(kind, () =>
      searchHere.toggleAttribute('data-composing', kind === 'compositionstart'),
    );
}
