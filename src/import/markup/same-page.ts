import type { Element, Root } from 'hast';
import { attribute, elementsOf, everyElement, textOf } from './elements.ts';

/** The id on the same page that a link refers to; empty for other links. */
export function idIn(link: Element): string {
  const href = attribute(link, 'href');
  return href.startsWith('#') ? fragmentOf(href) : '';
}

function fragmentOf(href: string): string {
  const fragment = /#(.*)$/.exec(href)?.[1] ?? '';
  try {
    return decodeURIComponent(fragment);
  } catch {
    // Invalid percent-encoding is taken literally.
    return fragment;
  }
}

/** True if a link shows a number, letter or sign like a note mark, or nothing if a script fills it in. */
export const showsMark = (link: Element): boolean =>
  /^[[(（［〔【]?\s*(?:\d{1,4}|[ivxlc]{1,7}|[a-z]{1,2}|[*†‡§¶#]{1,4}|[①-⑳])?\s*[\])）］〕】.]?$/iu.test(
    textOf(link),
  );

/** True if a link within the page leads from a note back to its mark. */
export const leadsBack = (link: Element): boolean =>
  attribute(link, 'href').startsWith('#') && BACK.test(textOf(link));

const BACK = /^[\s↑↩⤴^︎\uFE0E]+$|^(?:back|return|返回)/iu;

/**
 * Makes links to elements of the same page refer to them by id alone: those with the page’s full address, and those of
 * Word, whose notes have no id but lead back to their marks (`#_ftn1`, `#_ftnref1`).
 */
export function bindLinks(root: Root): void {
  const elements = elementsOf(root).flatMap(everyElement);
  const ids = new Set(elements.flatMap((one) => [attribute(one, 'id'), attribute(one, 'name')]));
  const links = elements.filter((one) => one.tagName === 'a' && attribute(one, 'href').includes('#'));
  const wanted = new Set(links.map((link) => fragmentOf(attribute(link, 'href'))));
  for (const link of links) {
    const back = fragmentOf(attribute(link, 'href'));
    const own = back.replace(/[_-]?ref[_-]?(?=\d+$)/i, '');
    if (own === back || !wanted.has(own) || ids.has(own) || attribute(link, 'id') !== '') continue;
    link.properties['id'] = own;
    ids.add(own);
  }
  const canonical = elements.find((one) => one.tagName === 'link' && attribute(one, 'rel') === 'canonical');
  const address = canonical && pathOf(attribute(canonical, 'href'), undefined);
  for (const link of links) {
    const href = attribute(link, 'href');
    const id = fragmentOf(href);
    if (href.startsWith('#') || id === '' || !ids.has(id)) continue;
    const path = pathOf(href, address);
    const isOfPage =
      attribute(link, 'role') === 'doc-biblioref' ||
      (address !== undefined && path?.startsWith('http')
        ? path === address
        : showsMark(link) || BACK.test(textOf(link)));
    if (isOfPage) link.properties['href'] = `#${encodeURIComponent(id)}`;
  }
}

/** A URL without what may differ between two addresses of the same page. */
function pathOf(href: string, base: string | undefined): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const { protocol, host, pathname } = new URL(href, base);
  return `${protocol.replace('https', 'http')}//${host}${pathname.replace(/\/$/, '')}`;
}
