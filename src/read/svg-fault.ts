import { fromXml } from 'xast-util-from-xml';
import { visit } from 'unist-util-visit';
import type { Element } from 'xast';
import { placeOf, startOf } from '../model/place.ts';
import type { PictureFault } from './dossier.ts';

/**
 * Finds content in an SVG that would run, or load something from elsewhere. Browsers prevent both for images in a
 * page, but the picture’s address can also be opened directly.
 */
export function faultInSvg(source: string, path: string): PictureFault | undefined {
  if (/<!(?:DOCTYPE[^>]*\[|ENTITY)/i.test(source))
    return { reason: 'Unexpected entities in an SVG, expected a drawing', note: PLAIN, place: startOf(path) };
  let tree: ReturnType<typeof fromXml>;
  try {
    tree = fromXml(source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { reason: `Unexpected SVG, expected valid XML: ${reason}`, place: startOf(path) };
  }
  let fault: PictureFault | undefined;
  visit(tree, 'element', (element) => {
    const reason = fault ? undefined : against(element);
    if (reason !== undefined) fault = { reason, note: PLAIN, place: placeOf(element, path) };
  });
  return fault;
}

const PLAIN = 'Save it as “plain SVG”, or as PNG.';

function against({ name, attributes, children }: Element): string | undefined {
  const local = name.replace(/^.*:/, '');
  if (/^(?:script|foreignObject|iframe|object|embed|audio|video)$/i.test(local))
    return `Unexpected <${name}> in an SVG, expected a drawing without scripts`;
  for (const [key, value] of Object.entries(attributes)) {
    const said = `${key}="${(value ?? '').slice(0, 40)}"`;
    if (/^on/i.test(key)) return `Unexpected ${key} in an SVG, expected a drawing without scripts`;
    if (key === 'attributeName' && /^on|href$/i.test(value ?? ''))
      return `Unexpected ${said} in an SVG, expected a drawing without scripts`;
    if ((/(?:^|:)href$/i.test(key) && !isOwn(value ?? '')) || loadsMore(value ?? ''))
      return `Unexpected ${said} in an SVG, expected nothing loaded from outside the file`;
  }
  const text = children.map((child) => ('value' in child ? child.value : '')).join('');
  return local === 'style' && (/@import/i.test(text) || loadsMore(text))
    ? 'Unexpected address in the style of an SVG, expected nothing loaded from outside the file'
    : undefined;
}

/** An address within the same drawing, or an embedded picture. */
const isOwn = (address: string): boolean => /^\s*(?:#|data:image\/(?:png|jpe?g|webp|gif);|$)/i.test(address);

const loadsMore = (style: string): boolean =>
  [...style.matchAll(/url\(\s*['"]?([^'")]*)/gi)].some(([, address = '']) => !isOwn(address));
