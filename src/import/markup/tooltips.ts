import type { Element, Root } from 'hast';
import { attribute, elementsOf, everyElement, textOf } from './elements.ts';

/**
 * Moves notes that a page shows as tooltips (https://www.w3.org/WAI/ARIA/apg/patterns/tooltip/) out of their lines. An
 * element with such a tooltip becomes a link to the note if it looks like a mark.
 */
export function takeTooltips(root: Element | Root): Element[] {
  const within = elementsOf(root).flatMap(everyElement);
  const tooltips = new Map(
    within.flatMap((element) =>
      attribute(element, 'role') === 'tooltip' ? [[attribute(element, 'id'), element] as const] : [],
    ),
  );
  return within.flatMap((mark): Element[] => {
    const id = attribute(mark, 'ariaDescribedBy');
    const tooltip = tooltips.get(id);
    if (id === '' || !tooltip || !MARK.test(textOf(mark))) return [];
    tooltips.delete(id);
    Object.assign(mark, {
      tagName: 'a',
      properties: { href: `#${encodeURIComponent(id)}`, role: 'doc-noteref' },
    });
    const note: Element = {
      type: 'element',
      tagName: 'div',
      properties: { id, role: 'doc-footnote' },
      children: tooltip.children,
    };
    Object.assign(tooltip, { properties: {}, children: [] });
    return [note];
  });
}

const MARK = /^[[(]?(?:\d{1,4}|[*†‡§¶]{1,4})[\])]?$/u;
