import { linkToPart, passageInView } from './passage-in-view.ts';

/** The contents open where one is; what is chosen in them may be on this page. */
const contents = document.querySelector<HTMLElement>('#contents-sheet');

function showPlace(): void {
  const links = [...(contents?.querySelectorAll<HTMLAnchorElement>('ol ol a') ?? [])];
  for (const link of links) link.ariaCurrent = null;
  const passage = passageInView();
  const part = passage && linkToPart(links, passage);
  if (part) part.ariaCurrent = 'location';
  if (!contents) return;
  const here = part ?? contents.querySelector<HTMLElement>('[aria-current]');
  // What is in sight from the beginning is left where it is.
  contents.scrollTop = 0;
  if (here && here.getBoundingClientRect().bottom > contents.getBoundingClientRect().bottom)
    here.scrollIntoView({ block: 'center' });
}

contents?.addEventListener('toggle', showPlace);
// It needs no script to open.
if (contents?.matches(':popover-open')) showPlace();
contents?.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')) contents.hidePopover();
});
