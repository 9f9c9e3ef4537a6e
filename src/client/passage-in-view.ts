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
export function passageInView(): HTMLElement | undefined {
  const all = passages();
  // One to which an address leads stands as far down as its heading needs.
  return (
    askedOf(all) ??
    all.findLast((one) => {
      const { top } = one.getBoundingClientRect();
      const led = top < innerHeight / 2 ? ledTo(one) : 0;
      return top < Math.max(innerHeight / 4, 100, led);
    })
  );
}

/** What an address calls the sentence that runs through the first line in sight of a passage; in its first one, the passage. */
export function placeIn(passage: HTMLElement): string {
  const [, ...sentences] = passage.querySelectorAll<HTMLElement>(`[id^='${passage.id}-']`);
  const reached = sentences.findLast((one) => one.getBoundingClientRect().top <= ledTo(one));
  return (askedOf(sentences) ?? reached ?? passage).id;
}

/** What was asked for is being read, though at the end of a page others stand higher. */
function askedOf(all: HTMLElement[]): HTMLElement | undefined {
  const asked = all.find(({ id }) => `#${id}` === location.hash);
  const at = asked?.getBoundingClientRect().top ?? -1;
  return at >= 0 && at < innerHeight / 2 ? asked : undefined;
}

/** Where something stands to which an address leads. */
const ledTo = (one: HTMLElement): number => parseFloat(getComputedStyle(one).scrollMarginBlockStart) + 1;
