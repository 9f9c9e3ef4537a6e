import type { ChapterNames } from '../exchange/chapter-names.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { linkToPart, paragraphInView, partOf, passageReached, placeIn } from './passage-in-view.ts';
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
/** Whether the reader has opened the names for which there is no room below the contents. */
let isUnfolded = false;
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
  if (main?.hasAttribute('data-offers') || !passageReached()) return;
  const name = shown?.querySelector('.permalink')?.textContent;
  const place = shown && placeIn(shown);
  if (!place || !name || chapter === '' || place === kept) return;
  kept = place;
  // On a parallel page, the edition in the page’s language counts as read.
  for (const one of [wording ?? speaks, chapter])
    keepPlace(one, { href: `${location.pathname}#${place}`, name, part: partOf(shown!) });
}

function follow(): void {
  const passage = paragraphInView();
  if (!passage || passage === shown) return;
  shown = passage;
  rulers?.showHere(paragraphIn(passage));
  showPosition(passage);
  const links = [...(guide?.querySelectorAll<HTMLAnchorElement>('.contents ol ol a') ?? [])];
  for (const link of links) link.ariaCurrent = null;
  const heading = linkToPart(links, passage);
  if (heading) heading.ariaCurrent = 'location';
  if (names) showPassage(passage, names);
  if (heading) keepInList(heading);
}

/** `2.4.2` of `p2.4.2` */
const paragraphIn = ({ id }: HTMLElement): string => id.replace(/^p(?=\d)/, '');

/** Scrolls the contents, if they have less room than they need, but not the page. */
function keepInList(link: HTMLElement): void {
  const list = link.closest('.contents');
  if (!list) return;
  const [own, { top, bottom }] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollTop += Math.max(0, own.bottom - bottom) - Math.max(0, top - own.top);
}

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
  const title = element('h2', {}, panel.ariaLabel);
  const more = element('p', {}, element('a', { href: permalink.href }, everything));
  panel.replaceChildren(title, list, more);
  // Below the contents, only as many names as there is room for; the link leads to all. If there is room for none, they
  // are folded to a line, above which the contents scroll.
  const all = [...list.childNodes];
  while (list.hasChildNodes() && isCrowded()) {
    list.lastChild?.remove();
    if (list.lastChild?.nodeName === 'DT') list.lastChild.remove();
  }
  if (!isCrowded() && (list.hasChildNodes() || all.length === 0)) return;
  list.append(...all);
  const folded = element('details', { open: isUnfolded }, element('summary', {}, title), list, more);
  folded.addEventListener('toggle', () => (isUnfolded = folded.open));
  panel.replaceChildren(folded);
}

/** Whether the contents have less room than they need. */
const isCrowded = (): boolean =>
  [...(guide?.children ?? [])].some((one) => one.scrollHeight > one.clientHeight + 1);
