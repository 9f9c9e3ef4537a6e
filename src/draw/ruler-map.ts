import type { Edition } from '../model/settings.ts';
import { escapeXml } from '../model/xml.ts';
import type { Dossier } from '../read/dossier.ts';
import { targetAddress } from '../render/render-context.ts';
import { sayPlace } from '../site/queries.ts';
import { rulerOf } from '../site/ruler.ts';

/**
 * Draws the paper to scale as a small vertical SVG: each paragraph is a block that links to it, between the printed
 * pages and the notes. It is a separate file, which every chapter of the edition shows. `link` turns addresses into
 * links.
 */
export function drawMap(dossier: Dossier, edition: Edition, link: (address: string) => string): string {
  const { pages, passages, notes, checks } = rulerOf(dossier);
  const share = (length: number): string => `${(length * 100).toFixed(2)}%`;
  // Ticks are drawn on a height of 1000 that is stretched to fit; their horizontal positions are in px.
  const row = (name: string, places: { at: number }[], x: number, width: number): string =>
    `<svg class="${name}-ticks" viewBox="0 0 1 1000" preserveAspectRatio="none" x="${x}" width="${width}">` +
    `<path vector-effect="non-scaling-stroke" d="${places.map(({ at }) => `M0 ${Math.round(at * 1000)}H1`).join('')}"/></svg>`;
  // As a picture, it has these colours, visible on light and dark backgrounds; in a page, those of the page.
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" fill="#a59c8d" stroke="#a59c8d" font-family="sans-serif" font-size="9">',
    row('pages', pages, 0, 27),
    row('notes', notes, 28, 3),
    row(
      'off',
      checks.filter(({ isOff }) => isOff),
      28,
      6,
    ),
    ...passages.map(({ id, from, to }) => {
      const address = targetAddress(dossier, { scheme: 'seg', id }, edition.id);
      return (
        `<a href="${escapeXml(link(address))}" tabindex="-1" data-place="${id}"><title>${escapeXml(sayPlace(dossier, edition, id))}</title>` +
        `<rect x="19" width="8" y="${share(from)}" height="${share(to - from)}" stroke="none"/></a>`
      );
    }),
    ...pages.map(({ page, at }) => `<text y="${share(at)}" dy="11" stroke="none">${page}</text>`),
    '</svg>\n',
  ].join('');
}
