import type { ChapterNames } from '../exchange/chapter-names.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { linkToPart, partOf, passageInView, passages, placeIn } from './passage-in-view.ts';
import { mainData } from './main-data.ts';
import { keepPlace } from './reading-place.ts';

/**
 * Shows where the reader is: in the contents, in the bar of narrow screens, and beside the text, with a list of what
 * the passage in view mentions. Remembers the place for the next visit.
 */
const guide = document.querySelector<HTMLElement>('.guide');
const ruler = document.querySelector<HTMLImageElement>('img.map');
const position = document.querySelector<HTMLAnchorElement>('.position > a');
/** What passages of the chapter mention, fetched if there is room to list it. */
let names: ChapterNames | undefined;
const panel = element('aside', { className: 'passage', hidden: true });
const main = document.querySelector<HTMLElement>('main');
const { chapter = '', wording, speaks = '' } = mainData();
const hasRoom = matchMedia('(width >= 80rem)');
let shown: HTMLElement | undefined;
let kept = '';
let rulers: typeof import('./ruler.ts') | undefined;

if (document.querySelector('[data-segments]')) {
  follow();
  // The page may have been scrolled before this script was loaded.
  if (scrollY > 0) keep();
  addEventListener(
    'scroll',
    () =>
      requestAnimationFrame(() => {
        follow();
        keep();
      }),
    { passive: true },
  );
}

if (guide && hasRoom.matches) void askNames(guide);
else if (guide) hasRoom.addEventListener('change', () => void askNames(guide), { once: true });

async function askNames(guide: HTMLElement): Promise<void> {
  const response = await fetch(location.pathname.replace(/\/$/, '.names.json'));
  if (!response.ok) return console.info('What passages mention is not listed:', response.status);
  names = (await response.json()) as ChapterNames;
  guide.append(panel);
  if (shown) showPassage(shown, names);
}

if (ruler)
  import('./ruler.ts')
    .then(async (loaded) => {
      await loaded.showRulers(ruler);
      rulers = loaded;
      if (shown) loaded.showHere(paragraphIn(shown));
    })
    .catch((error: unknown) => console.info('The chapter is shown without its ruler:', error));

/** Readers who scroll in a chapter have read there, unless they are still being offered their last place. */
function keep(): void {
  if (main?.hasAttribute('data-offers')) return;
  const name = shown?.querySelector('.permalink')?.textContent;
  const place = shown && placeIn(shown);
  if (!place || !name || chapter === '' || place === kept) return;
  kept = place;
  // On a parallel page, the edition in the page’s language counts as read.
  for (const one of [wording ?? speaks, chapter])
    keepPlace(one, { href: `${location.pathname}#${place}`, name, part: partOf(shown!) });
}

function follow(): void {
  const passage = readIn(passageInView());
  if (!passage || passage === shown) return;
  shown = passage;
  rulers?.showHere(paragraphIn(passage));
  showPosition(passage);
  const links = [...(guide?.querySelectorAll<HTMLAnchorElement>('.contents ol ol a') ?? [])];
  for (const link of links) link.ariaCurrent = null;
  const heading = linkToPart(links, passage);
  if (heading) heading.ariaCurrent = 'location';
  if (names) showPassage(passage, names);
}

/** At a heading, the text below it is being read; at a figure or table, which has no number, the text above it. */
function readIn(passage: HTMLElement | undefined): HTMLElement | undefined {
  if (!passage) return passage;
  const all = passages();
  if (passage.matches('.exhibit'))
    return all.slice(0, all.indexOf(passage)).findLast((one) => !one.matches('.exhibit')) ?? passage;
  if (!isHeading(passage)) return passage;
  return all.slice(all.indexOf(passage)).find((one) => !isHeading(one)) ?? passage;
}

/** On a parallel page, a heading is a section. */
function isHeading(passage: HTMLElement): boolean {
  return passage.matches('h2, h3, .heading');
}

/** `2.4.2` of `p2.4.2` */
const paragraphIn = ({ id }: HTMLElement): string => id.replace(/^p(?=\d)/, '');

function showPosition(passage: HTMLElement): void {
  const permalink = passage.querySelector<HTMLAnchorElement>('.permalink');
  if (!position || !permalink) return;
  position.href = permalink.href;
  position.textContent = permalink.textContent;
}

function showPassage(passage: HTMLElement, { heading, everything, kinds }: ChapterNames): void {
  const permalink = passage.querySelector<HTMLAnchorElement>('.permalink');
  panel.hidden = !permalink;
  if (!permalink) return;
  const linked = new Set(
    [...passage.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ pathname }) => pathname),
  );
  const listed = Object.entries(kinds).flatMap(([kind, all]) => {
    const own = Object.entries(all).filter(([href]) => linked.has(href));
    if (own.length === 0) return [];
    return [
      element('dt', {}, kind),
      ...own.map(([href, name]) => element('dd', {}, element('a', { href }, name))),
    ];
  });
  panel.ariaLabel = fill(heading, permalink.textContent);
  const list = element('dl', {}, ...listed);
  panel.replaceChildren(
    element('h2', {}, panel.ariaLabel),
    list,
    element('p', {}, element('a', { href: permalink.href }, everything)),
  );
  // Below the contents, only as many names as there is room for, or nothing; the link leads to all.
  while (!panel.hidden && guide && guide.scrollHeight > guide.clientHeight) {
    list.lastChild?.remove();
    if (list.lastChild?.nodeName === 'DT') list.lastChild.remove();
    panel.hidden = !list.hasChildNodes();
  }
}
