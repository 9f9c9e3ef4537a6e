import type { Element, Root } from 'hast';
import { lettersOf } from '../words/letters.ts';
import { attribute, elementsOf, everyElement, isLink, outermostIn, textOf } from './elements.ts';
import { textOfLeaf, type Leaf } from './leaves.ts';

/**
 * The leaves after a text in which its site speaks: its footer, what to share, to cite and to read next. `isOwn` is
 * true for leaves that are certainly the paper’s, such as its notes.
 */
export function siteMatter(tree: Root, leaves: Leaf[], isOwn: (leaf: Leaf) => boolean): Set<Leaf> {
  const site = hostOf(tree);
  const sizes = new Map<Element, number>();
  const size = (leaf: Leaf): number => textOfLeaf(leaf).length;
  for (const leaf of leaves)
    for (const one of leaf.within) sizes.set(one, (sizes.get(one) ?? 0) + size(leaf));
  const whole = leaves.reduce((sum, leaf) => sum + size(leaf), 0);
  const isSites = (leaf: Leaf): boolean =>
    isLinks(leaf, site) ||
    leaf.within.some((one) => isNamed(one) && (sizes.get(one) ?? 0) < whole * MAX_SHARE);
  let from = leaves.length;
  for (const [i, leaf] of [...leaves.entries()].reverse()) {
    if (isOwn(leaf)) continue;
    if (isSites(leaf)) from = i;
    else if (!isScrap(leaf)) break;
  }
  if (from === leaves.length) return new Set();
  const opens = (leaf: Leaf | undefined): boolean =>
    leaf !== undefined &&
    !isOwn(leaf) &&
    (leaf.kind === 'heading' || /^.{1,30}[:：]$/.test(textOfLeaf(leaf)));
  while (opens(leaves[from - 1])) from--;
  return new Set(leaves.slice(from).filter((leaf) => !isOwn(leaf)));
}

/** The greatest share of the text in such an element; a class may name the tags of the whole article. */
const MAX_SHARE = 0.2;

const isNamed = (element: Element): boolean =>
  element.tagName === 'footer' ||
  `${attribute(element, 'className')} ${attribute(element, 'id')}`.split(' ').some((name) => NAME.test(name));

const NAME = /(?:^|[-_])(?:shar(?:e|ing)|social|related|cite|tags|topics|subscribe|newsletter)(?:[-_]|$)/i;

/** True for a heading, a picture, or a line that is no sentence. */
const isScrap = (leaf: Leaf): boolean =>
  leaf.kind === 'heading' ||
  leaf.kind === 'figure' ||
  (textOfLeaf(leaf).length < MAX_SCRAP && !/[.。!?！？…”’"]$/.test(textOfLeaf(leaf)));

const MAX_SCRAP = 60;

/** True if nearly all text of a leaf links to other pages of its site. */
function isLinks(leaf: Leaf, site: string | undefined): boolean {
  const links = outermostIn(leaf.content, (one) => isLink(one) && isWithin(attribute(one, 'href'), site));
  const letters = links.reduce((sum, link) => sum + lettersOf(textOf(link)).length, 0);
  return letters > 0 && letters >= lettersOf(textOfLeaf(leaf)).length * 0.8;
}

const isWithin = (href: string, site: string | undefined): boolean =>
  URL.canParse(href)
    ? site !== undefined && new URL(href).host === site
    : href !== '' && !href.startsWith('#');

/** The host of a page, if its head gives the address. */
function hostOf(tree: Root): string | undefined {
  const address = elementsOf(tree)
    .flatMap(everyElement)
    .map((one) =>
      attribute(one, 'rel') === 'canonical'
        ? attribute(one, 'href')
        : attribute(one, 'property') === 'og:url'
          ? attribute(one, 'content')
          : '',
    )
    .find((url) => URL.canParse(url));
  return address === undefined ? undefined : new URL(address).host;
}
