/** What a copied stretch says of itself: whose wording it is, where it stands, and its lasting address. */
export interface Attribution {
  /** In a line each, as it is added to whatever is copied. */
  short: string[];
  /** With the label in full, for a passage that is copied to be cited. */
  full: string[];
}

/** The attribution of what is selected; undefined where that is no text of an edition, such as a reference. */
export function attributionOf(selection: Selection | null): Attribution | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const start = elementAt(range.startContainer);
  const wording = start?.closest<HTMLElement>('[data-wording]');
  if (
    !start ||
    !wording ||
    start.closest('.reference, .of-works, .cite, .own-address, cite, input, textarea')
  )
    return undefined;
  const label = document.querySelector<HTMLElement>(`.label[data-of="${wording.dataset['wording']}"]`);
  if (!label) return undefined;
  const place = placeOf(range, wording, label);
  const address = addressOf(range, wording);
  const rest = [...(place ? [place] : []), address];
  return {
    short: [label.dataset['copied'] ?? '', ...rest],
    full: [label.textContent.trim(), ...rest],
  };
}

const elementAt = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** Segment and printed pages, in the words of the label’s language. */
function placeOf(range: Range, wording: HTMLElement, label: HTMLElement): string {
  const [first, last] = segmentsOf(range, wording);
  const segment =
    first === undefined
      ? undefined
      : label.dataset['segment']?.replace('{}', first === last || !last ? first : `${first}–${last}`);
  const pages = [true, false].map(
    (atStart) => lastBefore('[data-page]', range, wording, atStart)?.dataset['page'],
  );
  const page =
    pages[0] === undefined
      ? undefined
      : pages[0] === pages[1]
        ? label.dataset['page']?.replace('{}', pages[0])
        : label.dataset['pages']?.replace('{}', pages[0]).replace('{}', pages[1] ?? '');
  return [segment, page].filter((part) => part !== undefined).join(label.dataset['comma'] ?? ', ');
}

function segmentsOf(range: Range, wording: HTMLElement): (string | undefined)[] {
  const own = document.querySelector<HTMLElement>('main')?.dataset['segment'];
  if (own !== undefined) return [own, own];
  // Where editions stand side by side, a passage is round its wording, not in it.
  const around = wording.closest('[data-segments] > [id^=p]')?.id.slice(1);
  if (around !== undefined) {
    const end = elementAt(range.endContainer)?.closest('[data-segments] > [id^=p]')?.id.slice(1);
    return [around, end ?? around];
  }
  return [true, false].map((atStart) =>
    lastBefore('[data-segments] > [id^=p]', range, wording, atStart)?.id.slice(1),
  );
}

/** The address of the first segment that is selected, else of the page; in a copy without a public address, as it is read. */
function addressOf(range: Range, wording: HTMLElement): string {
  const site = document.querySelector<HTMLElement>('main')?.dataset['site'] ?? '/';
  const [first] = segmentsOf(range, wording);
  return first !== undefined && !/^(?:\d+(?:\.\d+)?|figure.*|table.*)$/.test(first)
    ? new URL(`${site}p/${first}/`, location.href).href
    : (document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
        location.origin + location.pathname);
}

/**
 * The last of such elements that begins before the start or the end of a range, and is of the same edition or of all:
 * where editions stand side by side, what precedes in another column says nothing of this one.
 */
function lastBefore(
  selector: string,
  range: Range,
  wording: HTMLElement,
  atStart: boolean,
): HTMLElement | undefined {
  const point = range.cloneRange();
  point.collapse(atStart);
  return [...document.querySelectorAll<HTMLElement>(`main :is(${selector})`)].findLast((element) => {
    const own = element.closest<HTMLElement>('[data-wording]')?.dataset['wording'];
    return (
      (own ?? wording.dataset['wording']) === wording.dataset['wording'] &&
      point.comparePoint(element, 0) <= 0
    );
  });
}
