import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { FrozenEdition, FrozenSegment } from '../model/release.ts';
import type { Dossier } from '../read/dossier.ts';
import { exhibitName } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { PlaceNames } from './entry-names.ts';
import { exhibitOf } from '../read/text-in.ts';

/** The id of a note on a page that shows several editions. */
export const noteId = (number: number, edition: string): string => `note-${number}-${edition}`;

/**
 * The HTML of a released segment for a page of several editions: with the numbers of units instead of ids, and with
 * links to that edition’s notes.
 */
export function besideOthers(html: string, edition: string): string {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ properties }) => {
    const [, unit] = /^(?:p\d\S*|abstract)-(\d+)$/.exec(String(properties['id'])) ?? [];
    if (unit !== undefined) properties['dataUnit'] = unit;
    delete properties['id'];
    const [, number] = /^#note-(\d+)$/.exec(String(properties['href'])) ?? [];
    if (number !== undefined) properties['href'] = `#${noteId(Number(number), edition)}`;
  });
  return toHtml(tree);
}

/** The caption of a released figure or table: its title and, below that, its source and the editors’ note. */
function captionIn(
  tree: ReturnType<typeof fromHtml>,
): { figure: Element; title: string; below: Element[] } | undefined {
  let found: ReturnType<typeof captionIn>;
  visit(tree, 'element', (caption, _, figure) => {
    if (caption.tagName !== 'figcaption' || figure?.type !== 'element') return;
    const [title, ...below] = caption.children.filter((one): one is Element => one.type === 'element');
    if (title) found = { figure, title: toString(title), below };
  });
  return found;
}

/** The title that a figure or table has in a release. */
export const titleOfExhibit = ({ html }: FrozenSegment): string | undefined =>
  captionIn(fromHtml(html, { fragment: true }))?.title;

/** The columns of a released table, and its rows by their first cells; undefined for anything else. */
export function namesInTable({ html }: FrozenSegment): PlaceNames | undefined {
  const rows: string[][] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (row) => {
    if (row.tagName === 'tr') rows.push(row.children.map((cell) => toString(cell)));
  });
  const [columns = [], ...others] = rows;
  return rows.length > 0 ? { columns, rows: others.map(([head = '']) => head) } : undefined;
}

/**
 * The HTML of a released segment, in which a figure or table has its name and marks the editors’ note: the last
 * paragraph below its title, unless that is the source that the paper names.
 */
export function namedExhibit(
  dossier: Dossier,
  { edition }: FrozenEdition,
  { id, html }: FrozenSegment,
): string {
  const tree = fromHtml(html, { fragment: true });
  const caption = captionIn(tree);
  if (!caption) return html;
  const { figure, below } = caption;
  figure.properties = { dataExhibit: id, dataName: exhibitName(translationsFor(edition.lang), id) };
  const remark = below.at(-1);
  const source = exhibitOf(dossier, id)?.source?.[edition.id];
  if (remark && (below.length > 1 || toString(remark) !== source)) remark.properties['dataPart'] = 'account';
  return toHtml(tree);
}
