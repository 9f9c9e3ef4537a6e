import { linkToPart, passageInView } from './passage-in-view.ts';

/** Opens the contents at the current place. A chosen link may be on this page, so closes them. */
const contents = document.querySelector<HTMLElement>('#contents-sheet');

function showPlace(): void {
  const links = [...(contents?.querySelectorAll<HTMLAnchorElement>('ol ol a') ?? [])];
  for (const link of links) link.ariaCurrent = null;
  const passage = passageInView();
  const part = passage && linkToPart(links, passage);
  if (part) part.ariaCurrent = 'location';
  if (!contents) return;
  const here = part ?? contents.querySelector<HTMLElement>('[aria-current]');
  // Do not scroll if the place is visible from the start.
  contents.scrollTop = 0;
  const end = contents.querySelector('.overviews')?.getBoundingClientRect().top || Infinity;
  if (here && here.getBoundingClientRect().bottom > Math.min(contents.getBoundingClientRect().bottom, end))
    here.scrollIntoView({ block: 'center' });
}

contents?.addEventListener('toggle', showPlace);
// It may already be open, since it opens without a script.
if (contents?.matches(':popover-open')) showPlace();
contents?.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')) contents.hidePopover();
});
