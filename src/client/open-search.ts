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
