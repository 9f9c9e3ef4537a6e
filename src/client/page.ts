/**
 * What every page does before anybody touches it: a language that was chosen is gone to, what the
 * address asks for is marked, Back from a result opens the search, and `/` too, with whatever is typed before it is there.
 * All else that answers a hand is one module, `at-hand.ts`, which comes with the first movement; what is clicked or pressed
 * before it is there is held and given again.
 */

import { isTyping } from './is-typing.ts';
import { leadOn } from './lead-on.ts';
import { openSearch, slash } from './open-search.ts';
import './press.ts';
import { placeOf } from './reading-place.ts';
import { remembered } from './remember.ts';
import { searchHere } from './search-here.ts';

leadOn();

const MOVEMENTS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'];
/** What is clicked that the module answers to, and not the browser alone. */
const ANSWERED =
  'a:is([data-search], [data-edition], [data-cite]), button:is([data-appearance], [data-keys], [popovertarget]), a:is([data-segments] *, .position > *, .back)';
const held: (() => void)[] = [];
let isAtHand = false;

/** What is asked for on the page of the search takes its own modules, and none of these. */
const isAsked = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('main dossier-search form') !== null;

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

const isModified = (event: KeyboardEvent | MouseEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey;

for (const kind of MOVEMENTS) addEventListener(kind, begin, { capture: true, passive: true });

// Whoever speaks to the machine turns single keys off, and those of other scripts with them: this one hears them first.
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
  // In Chinese punctuation the same key says another sign.
  if ('/、／'.includes(event.key) && !isModified(event)) slash(event);
});

const query = new URLSearchParams(location.search).get('q');
if (!searchHere) {
  if (query) void import('./mark-hits.ts').then(({ markHits }) => markHits(query));
  // Back from a result leads to the results.
  if (typeof history.state?.search === 'string') openSearch(history.state.search);
}

// A chapter that is opened again offers the place where one stopped.
const { chapter } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
const stopped = chapter === undefined || location.hash !== '' ? {} : placeOf(chapter);
if (stopped.href && stopped.name) {
  const { href, name } = stopped;
  void import('./offer-place.ts').then(({ offerPlace }) =>
    offerPlace(new URL(href, location.href).hash, name),
  );
}

// Notes stand beside their lines where there is room for them.
if (
  matchMedia('(width >= 70rem)').matches &&
  document.querySelector('.chapter > .notes, .chapter > .remarks')
)
  void import('./side-notes.ts');

// Whoever selects is about to copy or to cite, but not who clicks or types.
document.addEventListener('selectionchange', function load() {
  if (getSelection()?.isCollapsed !== false || isTyping(document.activeElement)) return;
  document.removeEventListener('selectionchange', load);
  void import('./cite-selection.ts');
});
