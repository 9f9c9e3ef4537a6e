import type { Dossier } from '../read/dossier.ts';
import { rulerOf } from '../site/ruler.ts';
import { colours } from './colours.ts';
import { ticks } from './ticks.ts';

const LENGTH = 1000;

/**
 * The paper drawn to scale, as an SVG strip: its paragraphs, printed pages and notes, and source checks with
 * departures.
 */
export function drawBookStrip(dossier: Dossier): string {
  const ruler = rulerOf(dossier);
  const x = (at: number): number => Math.round(at * LENGTH);
  const tick = (y: number, length: number) => (at: number) => `M${x(at) + 1} ${y}v${length}`;
  const off = ruler.checks.filter(({ isOff }) => isOff);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LENGTH} 34">`,
    ...ruler.passages.map(({ id, from, to }) => {
      const fill = id === 'abstract' ? colours.rule : colours.soft;
      return `<path d="M${x(from)} 0H${Math.max(x(to) - 2, x(from) + 1)}v18H${x(from)}z" fill="${fill}"/>`;
    }),
    ticks(off, tick(0, 18), colours.vermilion, 2),
    ticks(ruler.notes, tick(21, 5), colours.soft, 2),
    ticks(ruler.pages, tick(28, 6), colours.vermilion, 2),
    '</svg>',
  ].join('');
}
