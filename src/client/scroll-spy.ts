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
const panel = guide?.querySelector<HTMLElement>('.passage');
const ruler = document.querySelector<HTMLElement>('[data-ruler]');
const position = document.querySelector<HTMLAnchorElement>('.position > a');
/** The cases and terms of the chapter, by kind: address and name; fetched if there is room to list them. */
let kinds: [string, Record<string, string>][] | undefined;
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

if (panel && hasRoom.matches) void askNames(panel);
else if (panel) hasRoom.addEventListener('change', () => void askNames(panel), { once: true });

async function askNames(panel: HTMLElement): Promise<void> {
  const response = await fetch(panel.dataset['names'] ?? '');
  if (!response.ok) return console.info('What passages mention is not listed:', response.status);
  kinds = Object.entries((await response.json()) as Record<string, Record<string, string>>);
  if (shown) showPassage(panel, shown);
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
  if (panel) showPassage(panel, passage);
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

function showPassage(panel: HTMLElement, passage: HTMLElement): void {
  const permalink = passage.querySelector<HTMLAnchorElement>('.permalink');
  panel.hidden = !permalink || !kinds;
  if (!permalink || !kinds) return;
  const own = panel.querySelector<HTMLAnchorElement>('p a');
  if (own) own.href = permalink.href;
  const linked = new Set(
    [...passage.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ pathname }) => pathname),
  );
  const listed = kinds.flatMap(([kind, names]) => {
    const own = Object.entries(names).filter(([href]) => linked.has(href));
    if (own.length === 0) return [];
    return [
      element('dt', {}, kind),
      ...own.map(([href, name]) => element('dd', {}, element('a', { href }, name))),
    ];
  });
  panel.querySelector('dl')?.replaceChildren(...listed);
  const says = panel.querySelector<HTMLElement>('h2');
  if (says) says.textContent = fill(says.dataset['says'] ?? '{}', permalink.textContent);
}
