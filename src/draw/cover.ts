import { localised } from '../model/localised.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { bylineOf } from '../render/label.ts';
import { rulerOf } from '../site/ruler.ts';
import { colours } from './colours.ts';
import { openFaces, wrap } from './font-face.ts';
import { renderPng } from './png.ts';
import { ticks } from './ticks.ts';

const WIDTH = 1200;
const HEIGHT = 1800;
const MARGIN = 110;
const TITLE_SIZE = 74;
const BYLINE_SIZE = 34;
const BOTTOM = HEIGHT - MARGIN;

/**
 * The cover of a book, as SVG: the paper drawn to scale, and above it the titles that the site’s own typefaces can
 * render, so that it looks the same wherever it is made. Reading systems show the title beside it in every script.
 */
function drawCover(dossier: Dossier, editions: Edition[]): string {
  const { serif, sans } = openFaces();
  const settings = dossier.settings.value;
  const written = editions.filter(({ id }) => serif.has(localised(settings.paper.title, id)));
  const [first] = written;
  const width = WIDTH - 2 * MARGIN;
  const title = first ? wrap(serif, localised(settings.paper.title, first), width / TITLE_SIZE) : [];
  const byline = first ? bylineOf(settings, first, 'text') : '';
  const bylines = sans.has(byline) ? wrap(sans, byline, width / BYLINE_SIZE) : [];
  const under = MARGIN + TITLE_SIZE + title.length * TITLE_SIZE * 1.2;
  const top = title.length === 0 ? MARGIN : under + bylines.length * BYLINE_SIZE * 1.4 + 60;
  const ruler = rulerOf(dossier);
  const y = (at: number): number => Math.round(top + at * (BOTTOM - top));
  const tick = (x: number, length: number) => (at: number) => `M${MARGIN + x} ${y(at)}h${length}`;
  const off = ruler.checks.filter(({ isOff }) => isOff);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<path d="M0 0h${WIDTH}v${HEIGHT}H0z" fill="${colours.paper}"/>`,
    `<path d="M0 0h36v${HEIGHT}H0z" fill="${colours.vermilion}"/>`,
    `<g fill="${colours.ink}">`,
    ...title.map((line, i) =>
      serif.draw(line, MARGIN, MARGIN + TITLE_SIZE + i * TITLE_SIZE * 1.2, TITLE_SIZE),
    ),
    `</g><g fill="${colours.soft}">`,
    ...bylines.map((line, i) => sans.draw(line, MARGIN, under + i * BYLINE_SIZE * 1.4, BYLINE_SIZE)),
    '</g>',
    ...ruler.passages.map(
      ({ id, from, to }) =>
        `<path d="M${MARGIN + 190} ${y(from)}h430V${Math.max(y(to) - 4, y(from) + 2)}h-430z" fill="${id === 'abstract' ? colours.rule : colours.soft}"/>`,
    ),
    ticks(ruler.pages, tick(90, 60), colours.soft, 3),
    `<g fill="${colours.soft}">`,
    ...ruler.pages
      .filter(({ page }, i) => i === 0 || page % 5 === 0)
      .map(({ page, at }) => sans.draw(String(page), MARGIN, y(at) + 11, 36)),
    '</g>',
    ticks(ruler.notes, tick(660, 50), colours.soft, 5),
    ticks(off, tick(740, 170), colours.vermilion, 8),
    '</svg>',
  ].join('');
}

export const renderCover = (dossier: Dossier, editions: Edition[]): Promise<Uint8Array<ArrayBuffer>> =>
  renderPng(drawCover(dossier, editions), WIDTH);
