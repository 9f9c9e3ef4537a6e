/** What every page does beyond HTML: `/` opens the search, and the language chosen is remembered and keeps the segment. */

import { passageInView } from './in-view.ts';
import './keys.ts';
import { remember, remembered } from './remember.ts';

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const box = document.querySelector<HTMLInputElement>('input[type=search]');
  event.preventDefault();
  if (box) box.focus();
  else document.querySelector<HTMLAnchorElement>('a[data-search]')?.click();
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

const last = remembered('edition');
for (const mark of document.querySelectorAll<HTMLElement>('[data-chosen]'))
  mark.hidden = mark.dataset['chosen'] !== last;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
