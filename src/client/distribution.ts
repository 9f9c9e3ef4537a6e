import type { Match } from '../search/matches.ts';
import type { SearchSource } from '../search/source.ts';
import { fill } from './fill.ts';
import type { BoxConfig } from '../exchange/search-config.ts';

/** The height of the paragraph with most matches, in px. */
const HEIGHT = 24;
const MOST_NAMED = 3;

/**
 * Shows in the drawing of the paper to scale, which is always there, how often each paragraph matches: its blocks are
 * the paragraphs of the edition, in the order of the search.
 */
export function showDistribution(
  figure: HTMLElement,
  matches: Match[],
  source: SearchSource | undefined,
  { t }: BoxConfig,
): void {
  const blocks = [...figure.querySelectorAll<SVGElement>('[data-place]')];
  const counts = new Map(matches.map(({ lot, place, count }) => [`${lot} ${place}`, count]));
  const hits = (source?.entries ?? [])
    .filter(({ kind }) => kind === 'segment')
    .map(({ lot, place }) => counts.get(`${lot} ${place}`) ?? 0);
  const most = Math.max(...hits, 1);
  const named = ({ block, count }: { block: SVGElement; count: number }): string =>
    fill(t.counted, block.dataset['place'] ?? '', count);
  const found = blocks.flatMap((block, i) => {
    const count = hits[i] ?? 0;
    const bar = Math.max(3, Math.round((HEIGHT * count) / most));
    block.classList.toggle('hit', count > 0);
    block.style.height = count === 0 ? '' : `${bar}px`;
    block.style.y = count === 0 ? '' : `${HEIGHT - bar}px`;
    const title = document.createElementNS(block.namespaceURI, 'title');
    title.textContent = named({ block, count });
    block.replaceChildren(...(count > 0 ? [title] : []));
    return count > 0 ? [{ block, count }] : [];
  });
  // It has no use for what is only close; before an answer, its place is kept.
  figure.hidden = source !== undefined && found.length === 0;
  // Once is not often.
  const first = found
    .filter(({ count }) => count > 1)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_NAMED);
  figure.querySelector('figcaption')!.textContent = [
    found.length > 0 && fill(t.distribution, found.length),
    first.length > 0 && fill(t.most, new Intl.ListFormat(source?.lang).format(first.map(named))),
  ]
    .filter(Boolean)
    .join(' · ');
}
