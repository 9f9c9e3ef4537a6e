import type { Dossier } from '../read/dossier.ts';
import { rulerOf } from '../site/ruler.ts';

const LENGTH = 1000;
const HEIGHT = 6;

/**
 * The paper to scale as a strip: a block for each paragraph, and a notch where a chapter begins. It is a separate file,
 * which is stretched to the page’s width; its colours are visible on light and dark backgrounds, and on neither are the
 * blocks brighter than the text.
 */
export function drawStrip(dossier: Dossier): string {
  const { passages, chapters } = rulerOf(dossier);
  const at = (length: number): number => Math.round(length * LENGTH);
  // Very short blocks are drawn long enough to be visible.
  const blocks = passages.map(
    ({ from, to }) => `M${at(from)} 0h${Math.max(1, at(to) - at(from) - 2)}v${HEIGHT}H${at(from)}z`,
  );
  const notches = chapters.map(({ from }) => `M${at(from) - 2} 0h4v${HEIGHT}h-4z`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LENGTH} ${HEIGHT}" preserveAspectRatio="none">`,
    `<path fill="#897d6b" fill-opacity=".75" d="${blocks.join('')}"/>`,
    `<path fill="#cf4e33" d="${notches.join('')}"/>`,
    '</svg>\n',
  ].join('');
}

/** The place of a chapter on the strip, as shares of its length. */
export function placeInStrip(
  dossier: Dossier,
  chapter: string | undefined,
): { from: string; length: string } | undefined {
  const found = rulerOf(dossier).chapters.find(({ id }) => id === chapter);
  const share = (length: number): string => `${(100 * length).toFixed(2)}%`;
  return found && { from: share(found.from), length: share(found.to - found.from) };
}
