/** The search's own page: it is fetched at once for whoever has asked for something, else with the first touch of its box. */
const box = document.querySelector<HTMLElement>('dossier-search');
const start = (): void => void import('./search-box.ts');
if (new URLSearchParams(location.search).get('q')) {
  for (const examples of box?.querySelectorAll<HTMLElement>('.examples') ?? []) examples.hidden = true;
  start();
} else box?.addEventListener('focusin', start, { once: true });
// Until the rest is here, nothing else hears that an input method is at work.
box?.addEventListener('compositionstart', () => box.toggleAttribute('data-composing', true));
box?.addEventListener('compositionend', () => box.toggleAttribute('data-composing', false));
