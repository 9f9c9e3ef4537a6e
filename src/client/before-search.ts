import { element } from './element.ts';

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
function noteComposing(one: HTMLElement): void {
  for (const kind of ['compositionstart', 'compositionend'])
    one.addEventListener(kind, () => one.toggleAttribute('data-composing', kind === 'compositionstart'));
}

// The number of the link in the reader’s own language, on a page that uses all languages.
const { first = 1 } = document.documentElement.dataset;

/** The link to the search, which a script opens as a dialog. */
export const searchLink = document.querySelectorAll<HTMLAnchorElement>('a[data-search]')[Number(first) - 1];

/** The input for typing before the box was loaded, and the element that had the focus before. */
export interface EarlyInput {
  input: HTMLInputElement;
  before: Element | null;
}

/** An input for what is typed while the search is loading. */
export function earlyInput(): EarlyInput {
  const before = document.activeElement;
  const input = element('input', {
    className: 'visually-hidden',
    ariaLabel: searchLink?.dataset['name'] ?? '',
  });
  noteComposing(input);
  document.body.append(input);
  input.focus({ preventScroll: true });
  return { input, before };
}
