import sheet from '../styles/offer.css?url';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { loadStyle } from './load-style.ts';
import { partOf, passages } from './passage-in-view.ts';
import { askWords } from './words.ts';

/** In milliseconds; afterwards, the offer would be in the way of readers who stay at the beginning. */
const SHOWN = 10_000;

/** Offers readers who reopen a chapter the place where they stopped, until they read on elsewhere. */
export async function offerPlace(hash: string, name: string): Promise<void> {
  // On a parallel page, use the passage of a sentence.
  const [, passage = ''] = /^#(.+?)(?:-\d+)?$/.exec(hash) ?? [];
  const place = document.getElementById(hash.slice(1)) ?? document.getElementById(passage);
  const isAhead = (): boolean =>
    scrollY < innerHeight && (place?.getBoundingClientRect().top ?? 0) > innerHeight;
  if (!place || !isAhead() || passages()[0]?.contains(place)) return;
  // While the offer is shown, scrolling does not count as reading.
  const main = document.querySelector<HTMLElement>('main');
  main?.toggleAttribute('data-offers', true);
  const [{ resume }] = await Promise.all([askWords(), loadStyle(sheet)]);
  if (!isAhead()) return void main?.removeAttribute('data-offers');
  const leave = element('button', { type: 'button', ariaLabel: resume.leave, title: resume.leave }, '×');
  const way = element('a', { href: `#${place.id}` }, fill(resume.stopped, name, partOf(place)));
  const offer = element('p', { className: 'offer', lang: document.documentElement.lang }, way, leave);
  const close = (): void => {
    offer.remove();
    main?.removeAttribute('data-offers');
    removeEventListener('scroll', watch);
    removeEventListener('toggle', giveWay, true);
    clearTimeout(waiting);
  };
  const watch = (): void => {
    if (!isAhead()) close();
  };
  /** A dialog or panel opens, which is more than a preview. */
  const giveWay = (event: Event): void => {
    if (event instanceof ToggleEvent && event.newState === 'open' && !isPreview(event.target)) close();
  };
  for (const one of [way, leave]) one.addEventListener('click', close);
  addEventListener('scroll', watch, { passive: true });
  addEventListener('toggle', giveWay, true);
  const waiting = setTimeout(close, SHOWN);
  main?.querySelector('article > header')?.append(offer);
}

const isPreview = (target: EventTarget | null): boolean =>
  target instanceof Element && target.id === 'preview';
