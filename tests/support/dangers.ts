import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { attribute } from './page-tree.ts';

/** Elements that none of our pages has, since they load, frame or send something, or restyle the page. */
const unwanted = /^(?:iframe|frame|object|embed|applet|base|style|audio|video|source|track|portal)$/;
/** Attributes with an address that a browser loads or follows. */
const addresses = ['href', 'src', 'action', 'formAction', 'poster', 'data', 'xLinkHref', 'srcSet', 'ping'];

/** Everything on a page that a browser would run, or load from elsewhere. */
export function dangersIn(page: Root): string[] {
  const found: string[] = [];
  visit(page, 'element', (element: Element) => {
    const { tagName, properties } = element;
    if (unwanted.test(tagName)) found.push(`element ${tagName}`);
    if (tagName === 'meta' && !/^(?:content-security-policy)?$/i.test(attribute(element, 'httpEquiv') ?? ''))
      found.push(`element meta that says ${attribute(element, 'httpEquiv')}`);
    if (tagName === 'script') found.push(...dangersOfScript(element));
    for (const name of Object.keys(properties))
      if (/^on/i.test(name) || /^(?:style|srcDoc)$/.test(name)) found.push(`attribute ${name} of ${tagName}`);
    for (const name of addresses) {
      const address = attribute(element, name);
      if (address !== undefined && tagName !== 'script' && !isHarmless(address, element))
        found.push(`address ${address} of ${tagName}`);
    }
  });
  return found;
}

/** Links may point to other sites; everything that is loaded must be the site’s own. */
function isHarmless(address: string, element: Element): boolean {
  if (/^(?:[./?#]|$)/.test(address) && !address.startsWith('//')) return true;
  const isLink =
    element.tagName === 'a' ||
    (element.tagName === 'link' &&
      !/icon|stylesheet|preload|search|manifest/.test(attribute(element, 'rel') ?? ''));
  return isLink && /^(?:https?:\/\/|mailto:)/.test(address);
}

function dangersOfScript(script: Element): string[] {
  const source = attribute(script, 'src');
  if (attribute(script, 'type') === 'application/ld+json' && source === undefined) return [];
  if (source === undefined) return ['script without source'];
  return /^\/(?!\/)/.test(source) ? [] : [`script from ${source}`];
}
