import { passageInView, placeIn } from './passage-in-view.ts';
import { remember } from './remember.ts';

/** The language that is chosen is remembered, and keeps the place. */
const shown = document.querySelector<HTMLElement>('nav [data-edition][aria-current]')?.dataset['edition'];
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-edition]')) {
  link.addEventListener('click', () => {
    // Whoever goes from an edition to all of them comes back to that one.
    const chosen = link.dataset['edition'] || shown;
    if (chosen) remember('edition', chosen);
    const passage = passageInView();
    if (link.hash === '') link.hash = passage ? placeIn(passage) : location.hash;
    if (link.search === '') link.search = location.search;
  });
}
