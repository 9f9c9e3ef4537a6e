import type { Element, Root } from 'hast';
import { elementsOf, isSkipped, outermost, textOf } from './elements.ts';

/** The minimum share of a page’s running text in the element that is the paper. */
const MAIN_SHARE = 0.85;

/** The element of a page that is the paper, and the number of characters around it. */
export function mainOf(tree: Root): { root: Element | Root; around: number } {
  const [body] = outermost(tree, ({ tagName }) => tagName === 'body');
  const whole = body ? weigh(body) : 0;
  if (!body || whole === 0) return { root: tree, around: 0 };
  let root = body;
  for (;;) {
    const next = elementsOf(root).find((child) => !isSkipped(child) && weigh(child) >= whole * MAIN_SHARE);
    // A paragraph or list is too small to be the paper.
    if (!next || /^(?:p|ul|ol|dl|table|blockquote)$/.test(next.tagName)) break;
    root = next;
  }
  return { root, around: shownIn(body) - shownIn(root) };
}

/** The number of characters of running text, that is, in paragraphs. */
const weigh = (node: Element): number =>
  isSkipped(node)
    ? 0
    : node.tagName === 'p' || node.tagName === 'blockquote' || node.tagName === 'li'
      ? textOf(node).length
      : elementsOf(node).reduce((sum, child) => sum + weigh(child), 0);

const shownIn = (node: Element): number =>
  isSkipped(node) && /^(?:script|style|template|noscript)$/.test(node.tagName)
    ? 0
    : node.children.reduce((sum, child) => {
        if (child.type === 'text') return sum + child.value.trim().length;
        return child.type === 'element' ? sum + shownIn(child) : sum;
      }, 0);
