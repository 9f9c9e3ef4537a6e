import { isTyping } from './is-typing.ts';
import type { EarlyInput } from './search-dialog.ts';

/** The link to the search, which a script opens as a dialog. */
export const searchLink = document.querySelector<HTMLAnchorElement>('a[data-search]');

/** Opens the search, with `state` if given; keeps what is typed while it is loading. */
export function openSearch(state?: string): void {
  if (!searchLink) return;
  const { close = '', name = '' } = searchLink.dataset;
  const early = state === undefined ? earlyInput(name) : undefined;
  Promise.all([import('./search-dialog.ts'), import('./search-box.ts')])
    .then(([dialog]) => dialog.openSearch(searchLink.href, { close, name }, state, early))
    .catch((error: unknown) => {
      console.info('The search opens as a page:', error);
      location.href = searchLink.href;
    });
}

/** An input for what is typed while the search is loading. */
function earlyInput(name: string): EarlyInput {
  const before = document.activeElement;
  const input = document.createElement('input');
  input.className = 'visually-hidden';
  input.ariaLabel = name;
  for (const kind of ['compositionstart', 'compositionend'])
    input.addEventListener(kind, () => input.toggleAttribute('data-composing', kind === 'compositionstart'));
  document.body.append(input);
  input.focus({ preventScroll: true });
  return { input, before };
}

/**
 * Whether a search key pressed in the search box is not part of a query: it is held down, or the box is empty or
 * entirely selected.
 */
const opensAgain = ({ target, repeat }: KeyboardEvent): boolean =>
  target instanceof HTMLInputElement &&
  target.matches('dossier-search input[type=search], body > .visually-hidden') &&
  (repeat || (target.selectionStart === 0 && target.selectionEnd === target.value.length));

/** Handles the search key, unless it is part of what is typed. */
export function slash(event: KeyboardEvent): void {
  const isTyped = isTyping(event.target);
  if (isTyped && !opensAgain(event)) return;
  event.preventDefault();
  if (isTyped) return;
  const input = document.querySelector<HTMLInputElement>('main dossier-search input');
  if (input) input.focus();
  else openSearch();
}
