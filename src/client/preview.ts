import { highlight, itemBeside } from './side-notes.ts';

/**
 * Shows a note, a remark, a term or a case where it is asked for: what stands beside its line there, else in a popover at
 * the link. Where a link is opened in any other way, or without this script, it leads to its page.
 */
const MARK = 'a:is([role=doc-noteref], .check-mark)';
const ENTRY = 'a[href*="/terms/"], a[href*="/cases/"]';
const TEXT = '[data-segments]';

if ('popover' in HTMLElement.prototype) {
  for (const link of document.querySelectorAll(`${TEXT} :is(${ENTRY})`)) link.ariaHasPopup = 'dialog';
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const isBack = link.matches(':is(.notes, .remarks) .back');
    if (!isBack && !link.matches(`${TEXT} :is(${MARK}, ${ENTRY})`)) return;
    event.preventDefault();
    const beside = link.matches(MARK) ? itemBeside(link) : null;
    if (isBack) goBack(link);
    else if (beside) highlight(beside);
    else {
      import('./popover.ts')
        .then(({ showAt }) => showAt(link, link.matches(MARK)))
        .catch(() => location.assign(link.href));
    }
  });
}

/** From a note to its mark: the text is moved only if the mark is out of sight. */
function goBack(link: HTMLAnchorElement): void {
  const mark = document.getElementById(link.hash.slice(1));
  mark?.scrollIntoView({ block: 'nearest' });
  (mark?.matches('a') ? mark : mark?.querySelector('a'))?.focus({ preventScroll: true });
}
