import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readPackageFile } from '../config/package-file.ts';
import { openFace, type Face } from './font-face.ts';
import type { Ruler } from './ruler.ts';

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

const MARGIN = 72;
const LENGTH = SHARE_WIDTH - 2 * MARGIN;
const TOP = 180;
const NAME_SIZE = 28;
const TITLE_SIZE = 60;
const BYLINE_SIZE = 28;
export const colours = {
  paper: '#fbf9f4',
  ink: '#211f1b',
  soft: '#5c564c',
  rule: '#dcd5c6',
  vermilion: '#9c2f1b',
};

/** What a preview of the site shows: of each the first wording whose letters the site's own fonts have. */
interface ShareCard {
  titles: string[];
  /** What the dossier is called, beside the site's sign. */
  names?: string[];
  /** Whose words these are, and from what, beneath it. */
  bylines: string[];
  ruler: Ruler;
}

/**
 * The picture that a link to the site is shown with, as SVG: title and ruler. Nothing in it depends on the machine that
 * draws it, so that text in letters which the site's own fonts lack is left out.
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

/** Places on a ruler as strokes, each of which `draw` draws as part of a path. */
export const ticks = (
  places: { at: number }[],
  draw: (at: number) => string,
  colour: string,
  width: number,
): string =>
  `<path d="${places.map(({ at }) => draw(at)).join('')}" stroke="${colour}" stroke-width="${width}"/>`;

/** The sign of the site, as in `icon.svg`. */
const sign = (x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 32})"><path d="M0 0h32v32H0z" fill="${colours.vermilion}"/>` +
  `<path d="M6 0h2.5v32H6zM8 4h16v2.5H8zm0 6h8v2.5H8zm0 5h8v2.5H8zm0 5h8v2.5H8zm0 6h16v2.5H8z" fill="${colours.paper}"/></g>`;

/** The same as a PNG, of the same bytes on every machine. */
export const renderShareImage = (card: ShareCard): Promise<Uint8Array<ArrayBuffer>> =>
  renderPng(drawShareImage(card), SHARE_WIDTH);

/** An SVG without text as a PNG, of the same bytes on every machine. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(readPackageFile('@resvg/resvg-wasm/index_bg.wasm'));
  await ready;
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } });
  return new Uint8Array(image.render().asPng());
}

// It may be started once in a process.
let ready: Promise<void> | undefined;

/** The faces of the site, of which no picture has other letters. */
export const openFaces = (): Record<'serif' | 'sans', Face> => ({
  serif: openFace(readPackageFile('@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2')),
  sans: openFace(readPackageFile('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2')),
});

/** The lines of a text in a face, each at most so many em wide where its words allow. */
export function wrap(face: Face, text: string, em: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && face.widthOf(longer) <= em) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
