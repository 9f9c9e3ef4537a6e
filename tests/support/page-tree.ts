import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { matches } from 'hast-util-select';
import { toString } from 'hast-util-to-string';

/** Parses a page of a built site as a browser would. */
export const treeOf = (html: string): Root => fromHtml(html);

/** The page at an address from the dossier’s root: `zh/1-theory/`. */
export const builtTree = (folder: string, address: string): Root =>
  treeOf(readFileSync(join(folder, address, 'index.html'), 'utf8'));

/**
 * The text of a node, without elements that match a selector and without soft hyphens, with white space collapsed as in
 * a browser.
 */
export function textIn(node: Nodes, without?: string): string {
  const bare = without === undefined ? node : withoutElements(node, without);
  return toString(bare).replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

/** An attribute as a string. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return value === undefined || value === null ? undefined : String(value);
}

function withoutElements<Node extends Nodes>(node: Node, selector: string): Node {
  if (!('children' in node)) return node;
  const kept = node.children.filter((child) => child.type !== 'element' || !matches(selector, child));
  return { ...node, children: kept.map((child) => withoutElements(child, selector)) };
}
