/** The passages of the page, in their order. */
export const passages = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-segments] > [id]'),
];

/** Of links to headings of this page, the one under which a passage stands. */
export const linkToPart = (
  links: Iterable<HTMLAnchorElement>,
  passage: Element,
): HTMLAnchorElement | undefined =>
  [...links].findLast(({ hash, pathname }) => {
    const target = pathname === location.pathname ? document.getElementById(hash.slice(1)) : null;
    return target && target.compareDocumentPosition(passage) !== Node.DOCUMENT_POSITION_PRECEDING;
  });

/** The last passage that begins in the upper part of the window, or above it. */
export const passageInView = (): HTMLElement | undefined => inView(passages());

/** What an address calls the sentence of a passage in view at which somebody reads; at its first one, the passage. */
export function placeIn(passage: HTMLElement): string {
  const [, ...sentences] = passage.querySelectorAll<HTMLElement>(`[id^='${passage.id}-']`);
  return (inView(sentences) ?? passage).id;
}

function inView(all: HTMLElement[]): HTMLElement | undefined {
  const asked = all.find(({ id }) => `#${id}` === location.hash);
  const at = asked?.getBoundingClientRect().top ?? -1;
  // What was asked for is being read, though at the end of a page others stand higher.
  if (at >= 0 && at < innerHeight / 2) return asked;
  return all.findLast((one) => {
    const { top } = one.getBoundingClientRect();
    // One to which an address leads stands as far down as its heading needs.
    const led = top < innerHeight / 2 ? parseFloat(getComputedStyle(one).scrollMarginBlockStart) + 1 : 0;
    return top < Math.max(innerHeight / 4, 100, led);
  });
}
