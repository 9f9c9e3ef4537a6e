/**
 * What every page does as soon as it loads: offers to read on, marks the query in the address, and opens the search on
 * Back from a result or on `/`, keeping what is typed while it is loading. All other interaction is in one module,
 * `at-hand.ts`, which is loaded at the first input event; clicks and keys that come before it are held and replayed.
 */

import { earlyInput, searchHere, searchLink } from './before-search.ts';
import { isModified, opensElsewhere } from './held-keys.ts';
import { isTyping } from './is-typing.ts';
import './press.ts';
import { placeOf } from './reading-place.ts';
import { remembered } from './remember.ts';
import { isSearchKey } from './search-key.ts';

const MOVEMENTS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll', 'selectionchange'];
/** Elements whose clicks the module handles, not just the browser. */
const ANSWERED =
  'a:is([data-search], [data-edition], [data-cite], [data-segments] *, .position > *, .back), button:is([data-appearance], [data-keys], [popovertarget])';

// The search module, which other sites embed, is bundled with this.
const main = document.querySelector<HTMLElement>('main[data-base]');
if (main) attend(main);

function attend({ dataset: { chapter } }: HTMLElement): void {
  const held: (() => void)[] = [];
  let isAtHand = false;

  function begin(event: Event): void {
    if (!isAsked(event)) fetchAll();
  }

  function fetchAll(): void {
    for (const kind of MOVEMENTS) removeEventListener(kind, begin, true);
    import('./at-hand.ts')
      .then(({ styled }) => styled)
      // Links lead on by themselves.
      .catch(console.info)
      .finally(() => {
        isAtHand = true;
        for (const giveAgain of held.splice(0)) giveAgain();
      });
  }

  function hold(event: Event, giveAgain: () => void): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    held.push(giveAgain);
    fetchAll();
  }

  // Its style sheet and script show the numbers of sentences.
  if (document.documentElement.dataset['signs'] === 'numbered') fetchAll();

  for (const kind of MOVEMENTS) addEventListener(kind, begin, { capture: true, passive: true });

  // Readers who use speech input turn single-key shortcuts off, including those of other scripts, so this listener must
  // be first.
  addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event;
      if (isModified(event) || !(isSearchKey(key) || '[]p?nN'.includes(key)) || isTyping(target)) return;
      if (remembered('keys') === 'off') event.stopImmediatePropagation();
      else if (!isAtHand && '[]p?'.includes(key))
        hold(event, () => target?.dispatchEvent(new KeyboardEvent('keydown', event)));
    },
    true,
  );

  addEventListener(
    'click',
    (event) => {
      if (isAtHand || opensElsewhere(event) || !(event.target instanceof Element)) return;
      const clicked = event.target.closest<HTMLElement>(ANSWERED);
      if (clicked) hold(event, () => clicked.click());
    },
    true,
  );

  document.addEventListener('keydown', (event) => {
    if (!isSearchKey(event.key) || isModified(event) || isTyping(event.target)) return;
    event.preventDefault();
    const input = document.querySelector<HTMLInputElement>('main dossier-search input');
    if (input) input.focus();
    else if (searchLink) {
      const { href } = searchLink;
      const early = earlyInput();
      import('./at-hand.ts')
        .then(({ openSearch }) => openSearch(undefined, early))
        .catch(() => location.assign(href));
    }
  });

  // A reopened chapter offers the place where the reader stopped.
  const stopped = chapter === undefined || location.hash ? undefined : placeOf(chapter);
  if (
    !searchHere &&
    (stopped?.name || location.search || history.state?.search || /^#cite/.test(location.hash))
  )
    void import('./come-back.ts').then(({ comeBack }) => comeBack(stopped));

  // Notes are beside their lines if there is room.
  if (
    matchMedia('(width >= 56rem)').matches &&
    document.querySelector('.chapter > .notes, .chapter > .remarks')
  )
    void import('./side-notes.ts');
}

/** The form on the search page has its own modules and does not need this one. */
const isAsked = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('main dossier-search form') !== null;
