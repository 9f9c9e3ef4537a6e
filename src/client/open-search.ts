import { isTyping } from './is-typing.ts';
import { noteComposing } from './search-here.ts';
import type { EarlyInput } from './search-dialog.ts';

/** The link to the search, which a script opens as a dialog. */
export const searchLink = document.querySelector<HTMLAnchorElement>('a[data-search]');

/** An input for what is typed while the search is loading. */
export function earlyInput(): EarlyInput {
  const before = document.activeElement;
  const input = document.createElement('input');
  input.className = 'visually-hidden';
  input.ariaLabel = searchLink?.dataset['name'] ?? '';
  noteComposing(input);
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
  else if (searchLink) {
    const early = earlyInput();
    import('./at-hand.ts')
      .then(({ openSearch }) => openSearch(undefined, early))
      .catch(() => location.assign(searchLink.href));
  }
}
