import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { FrozenEdition, FrozenSegment } from '../model/release.ts';
import type { Dossier } from '../read/dossier.ts';
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

/**
 * The HTML of a released segment, in which a figure or table marks the editors’ note: the last paragraph below its
 * title, unless that is the source that the paper names.
 */
export function withMarkedRemark(
  dossier: Dossier,
  { edition }: FrozenEdition,
  { id, html }: FrozenSegment,
): string {
  if (!html.includes('<figcaption')) return html;
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', ({ tagName, children }) => {
    if (tagName !== 'figcaption') return;
    const [, ...below] = children.filter((one): one is Element => one.type === 'element');
    const remark = below.at(-1);
    const source = exhibitOf(dossier, id)?.source?.[edition.id];
    if (remark && (below.length > 1 || toString(remark) !== source))
      remark.properties['dataPart'] = 'account';
  });
  return toHtml(tree);
}
