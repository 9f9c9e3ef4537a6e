/**
 * The paper drawn to scale, beside a chapter and at the foot of narrow screens. All chapters of an edition use the same
 * file.
 */

import sheet from '../styles/ruler.css?url';
import { loadStyle } from './load-style.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Inserts the map at its place on the page, and a horizontal version after it. */
export async function showRulers(place: HTMLElement): Promise<void> {
  const [map] = await Promise.all([loadMap(place.dataset['ruler'] ?? ''), loadStyle(sheet)]);
  const strip = Object.assign(document.createElement('div'), { className: 'ruler strip' });
  strip.append(layDown(map));
  strip.ariaHidden = 'true';
  place.append(map);
  place.after(strip);
}

/** The map of an edition. Parts on this page are marked as its own and link to places on it. */
export async function loadMap(address: string): Promise<Element> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const parsed = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
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
export function layDown(map: Element): SVGElement {
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

/** Shows on a horizontal ruler how many hits each passage has, by id: the highest bar is `height` px high. */
export function showHits(lying: SVGElement, hits: ReadonlyMap<string, number>, height: number): void {
  const most = Math.max(...hits.values(), 1);
  for (const block of lying.querySelectorAll('rect')) {
    const count = hits.get(block.dataset['place'] ?? '') ?? 0;
    const bar = Math.max(3, Math.round((height * count) / most));
    block.classList.toggle('hit', count > 0);
    block.style.height = count === 0 ? '' : `${bar}px`;
    block.style.y = count === 0 ? '' : `${height - bar}px`;
  }
}
