/** The passages of the page, in order. */
export const passages = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-segments] > [id]'),
];

/** The link to the heading above a passage, among links to headings of this page. */
export const linkToPart = (
  links: Iterable<HTMLAnchorElement>,
  passage: Element,
): HTMLAnchorElement | undefined =>
  [...links].findLast(({ hash, pathname }) => {
    const target = pathname === location.pathname ? document.getElementById(hash.slice(1)) : null;
    return target && target.compareDocumentPosition(passage) !== Node.DOCUMENT_POSITION_PRECEDING;
  });

/** The passage on a line a third down the window or below it; at the top of a page, the first in the window. */
export function passageInView(): HTMLElement | undefined {
  const all = passages();
  const line = Math.min(innerHeight / 3, scrollY);
  const target = asked();
  return (
    all.find((one) => one.contains(target)) ??
    all.find((one) => one.getBoundingClientRect().bottom > line) ??
    all.at(-1)
  );
}

/** The same, but undefined until the first passage has come to that line, or one to where a link to it leads. */
export const passageReached = (): HTMLElement | undefined =>
  asked() || passages().some((one) => one.getBoundingClientRect().top < Math.max(innerHeight / 3, ledTo(one)))
    ? passageInView()
    : undefined;

/**
 * The passage with a number that is being read: at a heading, the text below it; at a figure or table, the text above
 * it.
 */
export function paragraphInView(): HTMLElement | undefined {
  const passage = passageInView();
  if (!passage) return passage;
  const all = passages();
  const at = all.indexOf(passage);
  if (passage.matches('.exhibit'))
    return all.slice(0, at).findLast((one) => !one.matches('.exhibit')) ?? passage;
  return all.slice(at).find((one) => !isHeading(one)) ?? passage;
}

/** On a parallel page, a heading is a section. */
const isHeading = (passage: HTMLElement): boolean => passage.matches('h2, h3, .heading');

/** The id of the sentence on the first visible line of a passage; for the first sentence, that of the passage. */
export function placeIn(passage: HTMLElement): string {
  const target = asked();
  const [, ...sentences] = passage.querySelectorAll<HTMLElement>(`[id^='${passage.id}-']`);
  const reached = sentences.findLast((one) => one.getBoundingClientRect().top <= ledTo(one));
  return (sentences.find((one) => one === target) ?? reached ?? passage).id;
}

/**
 * The target of the address, as long as it is where the browser scrolled to, or lower: it then counts as being read,
 * even if other elements are higher, as at the end of a page.
 */
function asked(): HTMLElement | null {
  const target = document.getElementById(location.hash.slice(1));
  if (!target?.closest('[data-segments]')) return null;
  const { top } = target.getBoundingClientRect();
  return top > ledTo(target) - SCROLLED_PX && top < innerHeight / 2 ? target : null;
}

/** Readers who have scrolled farther read on. */
const SCROLLED_PX = 8;

/** The position to which the browser scrolls a link’s target. */
const ledTo = (one: HTMLElement): number =>
  parseFloat(getComputedStyle(one).scrollMarginBlockStart) +
  // “auto” where there is none.
  (parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0) +
  1;

/** The heading above a place, in the page’s language if it is in several, or else the title of the chapter. */
export function partOf(place: HTMLElement): string {
  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h1, [data-segments] :is(h2, h3))')];
  const above = headings.findLast(
    (one) =>
      one.compareDocumentPosition(place) === Node.DOCUMENT_POSITION_FOLLOWING &&
      one.closest<HTMLElement>('[lang]')?.lang === document.documentElement.lang,
  );
  const words = above?.querySelector<HTMLElement>(':scope > span[lang]') ?? above;
  return words?.innerText.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim() ?? '';
}
