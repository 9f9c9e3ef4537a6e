import type { Ruler } from '../site/ruler.ts';
import { colours } from './colours.ts';
import { openFaces, wrap } from './font-face.ts';
import { renderPng } from './png.ts';
import { ticks } from './ticks.ts';

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

const MARGIN = 72;
const LENGTH = SHARE_WIDTH - 2 * MARGIN;
const TOP = 180;
const NAME_SIZE = 28;
const TITLE_SIZE = 60;
const BYLINE_SIZE = 28;

/** The content of the preview image: of each list, the first text that the site’s own fonts can show. */
interface ShareCard {
  titles: string[];
  /** The dossier’s name, next to the site’s logo. */
  names?: string[];
  /** Whose words these are, and their source, below the title. */
  bylines: string[];
  ruler: Ruler;
}

/**
 * The preview image of links to the site, as SVG: title and ruler. It does not depend on the machine that draws it, so
 * text for which the site’s own fonts lack characters is omitted.
 */
export function drawShareImage({ titles, names = [], bylines, ruler }: ShareCard): string {
  const { serif, sans } = openFaces();
  const title = titles.find(serif.has) ?? '';
  const name = names.find(serif.has) ?? '';
  const byline = bylines.find(sans.has) ?? '';
  const titleLines = wrap(serif, title, LENGTH / TITLE_SIZE).slice(0, 3);
  const bylineLines = wrap(sans, byline, LENGTH / BYLINE_SIZE).slice(0, 2);
  const under = TOP + titleLines.length * TITLE_SIZE * 1.25;
  const x = (share: number): number => MARGIN + Math.round(share * LENGTH);
  const block = (from: number, to: number, y: number, height: number, fill: string): string =>
    `<path d="M${x(from)} ${y}H${x(to) - 2}v${height}H${x(from)}z" fill="${fill}"/>`;
  const tick = (y: number, height: number) => (at: number) => `M${x(at)} ${y}v${height}`;
  const off = ruler.checks.filter(({ isOff }) => isOff);
  const fifths = ruler.pages.filter(({ page }, i) => i === 0 || page % 5 === 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SHARE_WIDTH} ${SHARE_HEIGHT}">`,
    `<path d="M0 0h${SHARE_WIDTH}v${SHARE_HEIGHT}H0z" fill="${colours.paper}"/>`,
    `<path d="M0 0h24v${SHARE_HEIGHT}H0z" fill="${colours.vermilion}"/>`,
    sign(MARGIN, 40, 48),
    `<g fill="${colours.ink}">`,
    serif.draw(name, MARGIN + 64, 73, NAME_SIZE),
    ...titleLines.map((line, i) => serif.draw(line, MARGIN, TOP + i * TITLE_SIZE * 1.25, TITLE_SIZE)),
    `</g><g fill="${colours.soft}">`,
    ...bylineLines.map((line, i) => sans.draw(line, MARGIN, under + i * BYLINE_SIZE * 1.35, BYLINE_SIZE)),
    '</g>',
    ...ruler.passages.map(({ id, from, to }) =>
      block(from, to, 452, 48, id === 'abstract' ? colours.rule : colours.soft),
    ),
    ticks(ruler.pages, tick(512, 14), colours.soft, 2),
    `<g fill="${colours.soft}">`,
    ...fifths.map(({ page, at }) => sans.draw(String(page), x(at), 552, 22)),
    '</g>',
    ticks(ruler.notes, tick(568, 12), colours.soft, 3),
    ticks(off, tick(568, 28), colours.vermilion, 5),
    '</svg>',
  ].join('');
}

/** The site’s logo, as in `icon.svg`. */
const sign = (x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 32})"><path d="M0 0h32v32H0z" fill="${colours.vermilion}"/>` +
  `<path d="M6 0h2.5v32H6zM8 4h16v2.5H8zm0 6h8v2.5H8zm0 5h8v2.5H8zm0 5h8v2.5H8zm0 6h16v2.5H8z" fill="${colours.paper}"/></g>`;

/** The same as a PNG, with the same bytes on every machine. */
export const renderShareImage = (card: ShareCard): Promise<Uint8Array<ArrayBuffer>> =>
  renderPng(drawShareImage(card), SHARE_WIDTH);
