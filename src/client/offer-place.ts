import sheet from '../styles/offer.css?url';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { loadStyle } from './load-style.ts';
import { passages } from './passage-in-view.ts';
import { words } from './words.ts';

/** Offers whoever opens a chapter again the place where they stopped, until they read on somewhere. */
export async function offerPlace(hash: string, name: string): Promise<void> {
  // Side by side, a sentence is found in its passage.
  const [, passage = ''] = /^#(.+?)(?:-\d+)?$/.exec(hash) ?? [];
  const place = document.getElementById(hash.slice(1)) ?? document.getElementById(passage);
  const isAhead = (): boolean =>
    scrollY < innerHeight && (place?.getBoundingClientRect().top ?? 0) > innerHeight;
  if (!place || !isAhead() || passages()[0]?.contains(place)) return;
  // Who looks round first has not read on.
  const main = document.querySelector<HTMLElement>('main');
  main?.toggleAttribute('data-offers', true);
  const [{ resume }] = await Promise.all([words(), loadStyle(sheet)]);
  if (!isAhead()) return void main?.removeAttribute('data-offers');
  const leave = element('button', { type: 'button', ariaLabel: resume.leave, title: resume.leave }, '×');
  const way = element('a', { href: `#${place.id}` }, fill(resume.stopped, name));
  const offer = element('p', { className: 'offer', lang: document.documentElement.lang }, way, leave);
  const close = (): void => {
    offer.remove();
    main?.removeAttribute('data-offers');
    removeEventListener('scroll', watch);
  };
  const watch = (): void => {
    if (!isAhead()) close();
  };
  for (const one of [way, leave]) one.addEventListener('click', close);
  addEventListener('scroll', watch, { passive: true });
  main?.before(offer);
}
