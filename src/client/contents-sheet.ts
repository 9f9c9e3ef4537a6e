import { element } from './element.ts';
import { linkToPart, passageInView } from './passage-in-view.ts';

/** Opens the contents at the current place. A chosen link may be on this page, so closes them. */
const contents = document.querySelector<HTMLElement>('#contents-sheet');

// On a narrow screen, what is above the text or at the end of the sheet is at hand in its heading. Pages beside the
// text have the list of their like first.
const heading = contents?.querySelector(':scope > p');
const others = contents?.querySelector<HTMLElement>('.overviews');
const appearance = document.querySelector<HTMLButtonElement>('[data-appearance]');
if (heading && others) {
  if (contents?.querySelector('[aria-current=true]')) {
    const [most] = [...others.children].sort((a, b) => b.children.length - a.children.length);
    const toOthers = element('button', {}, `${most?.firstElementChild?.textContent ?? ''} ↓`);
    toOthers.addEventListener('click', () => others.scrollIntoView());
    heading.append(toOthers);
  } else heading.after(others);
}
if (heading && appearance) {
  const open = element('button', {}, `${appearance.textContent.trim()} ${appearance.title}`);
  open.addEventListener('click', () => {
    contents?.hidePopover();
    appearance.click();
  });
  heading.append(open);
}

function showPlace(): void {
  const links = [...(contents?.querySelectorAll<HTMLAnchorElement>('ol ol a') ?? [])];
  for (const link of links) link.ariaCurrent = null;
  const passage = passageInView();
  const part = passage && linkToPart(links, passage);
  if (part) part.ariaCurrent = 'location';
  if (!contents) return;
  contents.scrollTop = 0;
  const end = contents.getBoundingClientRect().bottom;
  const isBelow = (one: Element | undefined | null): boolean =>
    one ? one.getBoundingClientRect().bottom > end : false;
  // The whole chapter is visible, or else it begins at the top; if it is longer than the sheet, so is the place in it.
  const chapter = contents.querySelector('[aria-current=true]')?.closest('li');
  if (isBelow(chapter)) chapter?.scrollIntoView({ block: 'start' });
  if (isBelow(part)) part?.scrollIntoView({ block: 'nearest' });
}

contents?.addEventListener('toggle', showPlace);
// It may already be open, since it opens without a script.
if (contents?.matches(':popover-open')) showPlace();
contents?.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')) contents.hidePopover();
});
