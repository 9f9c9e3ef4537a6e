import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/**
 * Inserts HTML after the elements of a page with given ids, or inside an element whose parent can only contain items.
 * Returns the page and the ids that were found.
 */
export function besidePassages(
  page: string,
  pieces: ReadonlyMap<string, string>,
): { page: string; placed: Set<string> } {
  const placed = new Set<string>();
  const cuts: { at: number; piece: string }[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('attrs' in node) {
      const id = node.attrs.find(({ name }) => name === 'id')?.value ?? '';
      const piece = pieces.get(id);
      const { startTag, endTag, endOffset } = node.sourceCodeLocation ?? {};
      if (piece !== undefined && startTag && endOffset !== undefined && !placed.has(id)) {
        placed.add(id);
        const isItem = ['li', 'dt', 'dd', 'tr', 'td'].includes(node.tagName);
        cuts.push({ at: isItem ? (endTag?.startOffset ?? endOffset) : endOffset, piece });
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(page, { sourceCodeLocationInfo: true }));
  const cut = cuts
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, piece }) => text.slice(0, at) + piece + text.slice(at), page);
  return { page: cut, placed };
}
