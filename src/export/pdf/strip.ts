import type { Dossier } from '../../read/dossier.ts';
import { rulerOf } from '../../site/ruler.ts';
import { colours } from '../../site/share-image.ts';

const LENGTH = 1000;

/** The paper drawn to scale, as an SVG strip: its paragraphs, printed pages and notes, and where a source says otherwise. */
export function drawStrip(dossier: Dossier): string {
  const ruler = rulerOf(dossier);
  const x = (at: number): number => Math.round(at * LENGTH);
  const ticks = (places: { at: number }[], y: number, length: number, stroke: string): string =>
    `<path d="${places.map(({ at }) => `M${x(at) + 1} ${y}v${length}`).join('')}" stroke="${stroke}" stroke-width="2"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LENGTH} 34">`,
    ...ruler.passages.map(({ id, from, to }) => {
      const fill = id === 'abstract' ? colours.rule : colours.soft;
      return `<path d="M${x(from)} 0H${Math.max(x(to) - 2, x(from) + 1)}v18H${x(from)}z" fill="${fill}"/>`;
    }),
    ticks(
      ruler.checks.filter(({ isOff }) => isOff),
      0,
      18,
      colours.vermilion,
    ),
    ticks(ruler.notes, 21, 5, colours.soft),
    ticks(ruler.pages, 28, 6, colours.vermilion),
    '</svg>',
  ].join('');
}
