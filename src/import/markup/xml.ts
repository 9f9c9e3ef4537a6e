import type { Element } from 'xast';

/** The child elements with a name. */
export const children = (node: Element | undefined, name: string): Element[] =>
  (node?.children ?? []).filter((one): one is Element => one.type === 'element' && one.name === name);

export const child = (node: Element | undefined, name: string): Element | undefined =>
  children(node, name)[0];

/** All descendants with a name. */
export const all = (node: Element, name: string): Element[] =>
  node.children.flatMap((one) =>
    one.type === 'element' ? [...(one.name === name ? [one] : []), ...all(one, name)] : [],
  );

export const attr = (node: Element, name: string): string => node.attributes[name] ?? '';

/** The text of an element with normalised white space. */
export const textOf = (node: Element | undefined): string =>
  node ? raw(node).replace(/\s+/g, ' ').trim() : '';

const raw = (node: Element): string =>
  node.children
    .map((one) =>
      one.type === 'text' || one.type === 'cdata' ? one.value : one.type === 'element' ? raw(one) : '',
    )
    .join('');
