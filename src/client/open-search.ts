import { noteComposing } from './search-here.ts';
import type { EarlyInput } from './search-dialog.ts';

// The number of the link in the reader’s own language, on a page that uses all languages.
const { first = 1 } = document.documentElement.dataset;

/** The link to the search, which a script opens as a dialog. */
export const searchLink = document.querySelectorAll<HTMLAnchorElement>('a[data-search]')[Number(first) - 1];

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
