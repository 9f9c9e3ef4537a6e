/**
 * What every page does as soon as it loads: marks the query in the address, and opens the search on Back from a result
 * or on `/`, keeping what is typed while it is loading. All other interaction is in one module, `at-hand.ts`, which is
 * loaded at the first input event; clicks and keys that come before it are held and replayed.
 */

import { isTyping } from './is-typing.ts';
import { openSearch, slash } from './open-search.ts';
import './press.ts';
import { placeOf } from './reading-place.ts';
import { remembered } from './remember.ts';
import { searchHere } from './search-here.ts';

const MOVEMENTS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'];
/** Elements whose clicks the module handles, not just the browser. */
const ANSWERED =
  'a:is([data-search], [data-edition], [data-cite]), button:is([data-appearance], [data-keys], [popovertarget]), a:is([data-segments] *, .position > *, .back)';

// The search module, which other sites embed, is bundled with this.
if (document.querySelector('main[data-base]')) attend();

function attend(): void {
  const held: (() => void)[] = [];
  let isAtHand = false;

  function begin(event: Event): void {
    if (!isAsked(event)) fetchAll();
  }

  function fetchAll(): void {
    for (const kind of MOVEMENTS) removeEventListener(kind, begin, true);
    import('./at-hand.ts')
      .then(({ styled }) => styled)
      .catch((error: unknown) => console.info('Links lead on by themselves:', error))
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

  for (const kind of MOVEMENTS) addEventListener(kind, begin, { capture: true, passive: true });

  // Readers who use speech input turn single-key shortcuts off, including those of other scripts, so this listener must
  // be first.
  addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event;
      if (isModified(event) || !'/、／[]p?nN'.includes(key) || isTyping(target)) return;
      if (remembered('keys') === 'off') event.stopImmediatePropagation();
      else if (!isAtHand && '[]p?'.includes(key))
        hold(event, () => target?.dispatchEvent(new KeyboardEvent('keydown', event)));
    },
    true,
  );

  addEventListener(
    'click',
    (event) => {
      if (isAtHand || isModified(event) || event.shiftKey || !(event.target instanceof Element)) return;
      const clicked = event.target.closest<HTMLElement>(ANSWERED);
      if (clicked) hold(event, () => clicked.click());
    },
    true,
  );

  document.addEventListener('keydown', (event) => {
    // With Chinese punctuation, the same key types another character.
    if ('/、／'.includes(event.key) && !isModified(event)) slash(event);
  });

  const query = new URLSearchParams(location.search).get('q');
  if (!searchHere) {
    if (query) void import('./mark-hits.ts').then(({ markHits }) => markHits(query));
    // Back from a result returns to the results.
    if (typeof history.state?.search === 'string') openSearch(history.state.search);
  }

  // A reopened chapter offers the place where the reader stopped.
  const { chapter } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
  const stopped = chapter === undefined || location.hash !== '' ? {} : placeOf(chapter);
  if (stopped.href && stopped.name) {
    const { href, name } = stopped;
    void import('./offer-place.ts').then(({ offerPlace }) =>
      offerPlace(new URL(href, location.href).hash, name),
    );
  }

  // Notes are beside their lines if there is room.
  if (
    matchMedia('(width >= 56rem)').matches &&
    document.querySelector('.chapter > .notes, .chapter > .remarks')
  )
    void import('./side-notes.ts');

  // Readers who select text are about to copy or cite it, unless they are only clicking or typing.
  document.addEventListener('selectionchange', function load() {
    if (getSelection()?.isCollapsed !== false || isTyping(document.activeElement)) return;
    document.removeEventListener('selectionchange', load);
    void import('./cite-selection.ts');
  });
}

const isModified = (event: KeyboardEvent | MouseEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey;

/** The form on the search page has its own modules and does not need this one. */
const isAsked = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('main dossier-search form') !== null;
