/**
 * The paper drawn to scale, beside a chapter and at the foot of narrow screens. All chapters of an edition use the same
 * file.
 */

import { fetched } from '../model/fetched.ts';
import sheet from '../styles/ruler.css?url';
import { element } from './element.ts';
import { loadStyle } from './load-style.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Replaces the picture of the map by the map itself, and inserts a horizontal version after it. */
export async function showRulers(picture: HTMLImageElement): Promise<void> {
  const [map] = await Promise.all([loadMap(picture.src), loadStyle(sheet)]);
  const place = element('div', { className: picture.className, ariaHidden: 'true' }, map);
  const strip = element('div', { className: 'ruler strip', ariaHidden: 'true' }, layDown(map));
  picture.replaceWith(place, strip);
  showHits();
  addEventListener('search-hits', showHits);
}

/** Marks the paragraphs with matches of the query in the address, which are highlighted on the page. */
function showHits(): void {
  const hits = [...(CSS.highlights?.get('search-hit') ?? [])].flatMap(
    ({ startContainer }) => startContainer.parentElement?.closest('[data-segments] > [id]') ?? [],
  );
  const ids = new Set(hits.map(({ id }) => id.replace(/^p(?=\d)/, '')));
  for (const place of document.querySelectorAll<SVGElement>('.ruler [data-place]'))
    place.classList.toggle('hit', ids.has(place.dataset['place'] ?? ''));
}

/** The map of an edition. Parts on this page are marked as its own and link to places on it. */
async function loadMap(address: string): Promise<Element> {
  const parsed = new DOMParser().parseFromString(await (await fetched(address)).text(), 'image/svg+xml');
  const map = document.importNode(parsed.documentElement, true);
  for (const link of map.querySelectorAll<SVGAElement>('a')) {
    const { hash } = new URL(link.href.baseVal, location.href);
    if (!document.getElementById(hash.slice(1))?.closest('[data-segments]')) continue;
    link.classList.add('own');
    link.href.baseVal = hash;
  }
  return map;
}

/** A horizontal version of the map, with the paragraphs only. */
function layDown(map: Element): SVGElement {
  const lying = document.createElementNS(NAMESPACE, 'svg');
  for (const link of map.querySelectorAll<SVGAElement>('a')) {
    const block = document.createElementNS(NAMESPACE, 'rect');
    const upright = link.querySelector('rect')!;
    block.setAttribute('x', upright.getAttribute('y') ?? '');
    block.setAttribute('width', upright.getAttribute('height') ?? '');
    block.classList.toggle('own', link.classList.contains('own'));
    block.dataset['place'] = link.dataset['place'] ?? '';
    lying.append(block);
  }
  return lying;
}

/** Marks the passage being read, by id; anything that is not a paragraph, such as a heading, does not move the mark. */
export function showHere(id: string): void {
  const here = document.querySelectorAll(`.ruler [data-place='${CSS.escape(id)}']`);
  if (here.length === 0) return;
  for (const before of document.querySelectorAll('.ruler [data-here]')) before.removeAttribute('data-here');
  for (const place of here) place.setAttribute('data-here', '');
}
