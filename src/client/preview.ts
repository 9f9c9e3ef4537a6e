import { opensElsewhere } from './held-keys.ts';
import { press } from './press.ts';
import { highlight, itemBeside } from './side-notes.ts';

/**
 * Shows a note, remark, term, case or other paragraph in place: highlighted if it is beside its line, otherwise in a
 * popover at the link. A mouse or the keyboard focus resting on a link previews it; a click follows the link; a touch
 * or Enter shows the preview first. The number of a passage shows the actions for it. Otherwise, and without this
 * script, links go to pages.
 */
const MARK = 'a:is([role=doc-noteref], .check-mark)';
const ENTRY = 'a:is([href*="/terms/"], [href*="/cases/"], [href*="/note/"]:not(.permalink))';
const SEGMENT = 'a[href*="/#p"]';
/** Texts, and what stands beside them; not the lists of indexes, which say of each entry what a preview would. */
const TEXT = 'main :is([data-segments], .prose, .note-text, .passages, .uses, .facts, .evidence)';
/** The number of a passage, in the text and in the bar of narrow screens. */
const NUMBER = ':is([data-segments] .permalink, .position > a)[href*="/p/"]';
const REST_MS = 350;

let waiting = 0;

if ('popover' in HTMLElement.prototype) {
  for (const link of document.querySelectorAll(`${TEXT} :is(${ENTRY}), ${NUMBER}`))
    link.ariaHasPopup = 'dialog';
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    clearTimeout(waiting);
    if (!link || opensElsewhere(event)) return;
    const isBack = link.matches(':is(.notes, .remarks) .back');
    const isShown =
      link.matches(`${TEXT} ${MARK}, ${NUMBER}`) ||
      (press.by !== 'mouse' && link.matches(`${TEXT} ${ENTRY}`));
    if (!isBack && !isShown) return;
    event.preventDefault();
    const beside = link.matches(MARK) ? itemBeside(link) : null;
    if (isBack) goBack(link);
    else if (beside) highlight(beside);
    else void show(link, true).catch(() => location.assign(link.href));
  });
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'mouse') rest(target);
  });
  document.addEventListener('focusin', ({ target }) => {
    if (press.by === 'key') rest(target);
  });
  // The pointer or the focus may have reached a link before this script was loaded.
  if (press.by === 'key') rest(document.activeElement);
  else if (press.by !== 'touch') rest(document.querySelector(`${TEXT} a:hover`));
}

/** Previews a link’s target when the pointer or the focus stays on the link. */
function rest(target: EventTarget | null): void {
  clearTimeout(waiting);
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link?.matches(`${TEXT} :is(${MARK}, ${ENTRY}, ${SEGMENT})`)) return;
  // Undecided checks are not shown beside the text until their mark is pressed.
  if (link.matches(MARK) && itemBeside(link)?.getClientRects().length) return;
  // If there is nothing to show, readers can still follow the link.
  waiting = window.setTimeout(() => void show(link, false).catch(() => undefined), REST_MS);
}

async function show(link: HTMLAnchorElement, takesFocus: boolean): Promise<void> {
  const { showAt } = await import('./popover.ts');
  const kinds = { mark: MARK, number: NUMBER, entry: ENTRY };
  const kind = (['mark', 'number', 'entry'] as const).find((one) => link.matches(kinds[one]));
  await showAt(link, kind ?? 'segment', takesFocus);
}

/** Goes from a note to its mark, and scrolls only if the mark is out of sight. */
function goBack(link: HTMLAnchorElement): void {
  const place = document.getElementById(link.hash.slice(1));
  const card = link.closest('li');
  const id = card?.id || card?.querySelector('[id]')?.id;
  const mark = place?.matches('a')
    ? place
    : (place?.querySelector<HTMLElement>(`a[href='#${id}']`) ?? place?.querySelector('a'));
  mark?.scrollIntoView({ block: 'nearest' });
  mark?.focus({ preventScroll: true });
}
