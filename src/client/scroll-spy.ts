import { element } from './element.ts';
import { fill } from './fill.ts';
import { linkToPart, passageInView, passages, placeIn } from './passage-in-view.ts';
import { keepPlace } from './reading-place.ts';

/**
 * Shows where the reader is: in the contents, in the bar of a narrow screen, and beside the text, where what the passage
 * in view leads to is listed. The place is kept for whoever comes back.
 */
const guide = document.querySelector<HTMLElement>('.guide');
const panel = guide?.querySelector<HTMLElement>('.passage');
const ruler = document.querySelector<HTMLElement>('[data-ruler]');
const position = document.querySelector<HTMLAnchorElement>('.position > a');
/** The cases and terms of the chapter, by kind: address and name; asked for where there is room to list them. */
let kinds: [string, Record<string, string>][] | undefined;
const main = document.querySelector<HTMLElement>('main');
const { chapter = '', wording, speaks = '' } = main?.dataset ?? {};
const hasRoom = matchMedia('(width >= 80rem)');
let shown: HTMLElement | undefined;
let kept = '';
let rulers: typeof import('./ruler.ts') | undefined;

if (document.querySelector('[data-segments]')) {
  follow();
  // It may have been scrolled before this was here.
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

/** Whoever has moved in a chapter has read there, unless they are still asked where to go on. */
function keep(): void {
  if (main?.hasAttribute('data-offers')) return;
  const name = shown?.querySelector('.permalink')?.textContent;
  const place = shown && placeIn(shown);
  if (!place || !name || chapter === '' || place === kept) return;
  kept = place;
  // Where the editions stand side by side, the one is read whose language the page speaks.
  for (const one of [wording ?? speaks, chapter])
    keepPlace(one, { href: `${location.pathname}#${place}`, name });
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

/** What is read where a heading stands is the text beneath it. */
function readIn(passage: HTMLElement | undefined): HTMLElement | undefined {
  if (!passage || !isHeading(passage)) return passage;
  const all = passages();
  return all.slice(all.indexOf(passage)).find((one) => !isHeading(one)) ?? passage;
}

/** Side by side, a heading is a section. */
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
