import type { Element, Root } from 'hast';
import {
  attribute,
  elementsOf,
  everyElement,
  isElement,
  isInline,
  isSkipped,
  LONG,
  outermost,
  textOf,
} from './elements.ts';
import { isNames, splitNames } from '../words/bylines.ts';

/** What a page shows around its title, above the first paragraph of the text. */
interface PageHead {
  /** The names in elements that are named after authors. */
  authors: string[];
  /** The texts of its elements that may say in which issue it appeared. */
  lines: string[];
}

/** Reads the header around the title, or what is between the title and the first paragraph. */
export function headOf(tree: Root): PageHead {
  const elements = shownIn(tree);
  const title = elements.find(({ tagName }) => tagName === 'h1');
  if (!title) return { authors: [], lines: [] };
  const header = elements.find(
    (one) => /^(?:header|div)$/.test(one.tagName) && elementsOf(one).includes(title),
  );
  const from = elements.indexOf(header ?? title);
  const length = elements
    .slice(elements.indexOf(title))
    .findIndex((one) => one.tagName === 'p' && textOf(one).length >= LONG);
  const until = length < 0 ? elements.indexOf(title) : elements.indexOf(title) + length;
  const around = elements
    .slice(from, until)
    .filter((one) => textOf(one).length < LONG && !everyElement(one).includes(title));
  return {
    authors: [...new Set(around.filter(isByline).flatMap((one) => splitNames(lineOf(one))))],
    lines: around.map(lineOf).filter(Boolean),
  };
}

const shownIn = (node: Element | Root): Element[] =>
  elementsOf(node).flatMap((one) => (isSkipped(one) ? [] : [one, ...shownIn(one)]));

/** The text of an element in one line, with spaces between its blocks. */
const lineOf = (element: Element): string =>
  element.children
    .map((child) =>
      child.type === 'text'
        ? child.value
        : isElement(child)
          ? isInline(child) && child.tagName !== 'br'
            ? lineOf(child)
            : ` ${lineOf(child)} `
          : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** True for the innermost elements that are named after authors and contain names. */
const isByline = (element: Element): boolean =>
  isNamed(element) &&
  isNames(lineOf(element)) &&
  elementsOf(element).every((child) => outermost(child, isByline).length === 0);

const isNamed = (element: Element): boolean =>
  ['className', 'itemProp', 'rel'].some((name) =>
    /(?:^|[\s_-])(?:authors?|by-?line)(?![^\s_-])/i.test(attribute(element, name)),
  );
