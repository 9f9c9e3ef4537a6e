import { passageReached, placeIn } from './passage-in-view.ts';
import { remember } from './remember.ts';

/** Remembers the chosen language and keeps the reader’s place. */
const shown = document.querySelector<HTMLElement>('nav [data-edition][aria-current]')?.dataset['edition'];
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-edition]')) {
  link.addEventListener('click', () => {
    // Readers who go from an edition to all of them return to that edition.
    const chosen = link.dataset['edition'] || shown;
    if (chosen) remember('edition', chosen);
    const passage = passageReached();
    if (link.hash === '') link.hash = passage ? placeIn(passage) : location.hash;
    if (link.search === '') link.search = location.search;
  });
}
