import sheet from '../styles/side-notes.css?url';
import { loadStyle } from './load-style.ts';

/** Sets notes and the editors' remarks beside the lines where they are marked, where the style sheet has a column for them. */
const wide = matchMedia('screen and (width >= 70rem)');
const lists = [...document.querySelectorAll<HTMLElement>('.chapter > :is(.notes, .remarks)')];
const GAP_PX = 12;

/** What is highlighted, which for a remark is open, and how far below the head of the lists it is wanted. */
let shown: { item: HTMLElement; top: number } | undefined;

/** What an address on this page leads to: a note, or whatever is remarked on a sentence. */
const itemAt = (hash: string): HTMLElement | null =>
  document
    .getElementById(hash.slice(1))
    ?.closest<HTMLElement>('.chapter > :is(.notes, .remarks) > ol > li') ?? null;

/** What a mark leads to, if it stands beside its line. */
export const itemBeside = (mark: HTMLAnchorElement): HTMLElement | null =>
  lists[0] && wide.matches ? itemAt(mark.hash) : null;

/** Shows what is meant beside its line and gives it the focus. The text stays where it is, and what stands round it makes room. */
export function highlight(item: HTMLElement): void {
  show(item);
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
}

function show(item: HTMLElement): void {
  shown?.item.removeAttribute('data-highlighted');
  item.dataset['highlighted'] = '';
  const line = marks.get(item)?.getBoundingClientRect().top ?? 0;
  // Whole in the window, if its line is.
  const head = (document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0) + GAP_PX;
  const isSeen = 0 <= line && line < innerHeight;
  const top = isSeen ? Math.max(head, Math.min(line, innerHeight - item.offsetHeight - GAP_PX)) : line;
  shown = { item, top: top - startOfLists() };
  place();
}

/** What stands beside the text, in the order of its marks, each with the first of them. */
const marks = new Map<HTMLElement, HTMLElement>();
for (const mark of document.querySelectorAll<HTMLAnchorElement>(
  '.chapter .text :is([role=doc-noteref], .check-mark)',
)) {
  const item = itemAt(mark.hash);
  if (item && !marks.has(item)) marks.set(item, mark);
}

const fold = (item: HTMLElement, isFolded: boolean): void =>
  void item.toggleAttribute('data-folded', isFolded);

/** How high each of them is, all of them folded or none. */
function heights(isFolded: boolean): number[] {
  for (const item of marks.keys()) fold(item, isFolded);
  return Array.from(marks.keys(), ({ offsetHeight }) => offsetHeight);
}

const startOfLists = (): number => lists[0]?.getBoundingClientRect().top ?? 0;

/**
 * Each beside its line or right below the one before, and folded where it would push the next one from its line; only what
 * is shown may move up those before it.
 */
function place(): void {
  for (const list of lists) {
    list.toggleAttribute('data-placed', wide.matches);
    list.style.minBlockSize = '';
  }
  if (!wide.matches) return;
  const start = startOfLists();
  const [folded, whole] = [true, false].map((isFolded) => heights(isFolded));
  const items = [...marks].map(([item, mark], i) => ({
    item,
    top: mark.getBoundingClientRect().top - start,
    height: whole?.[i] ?? 0,
  }));
  // A mark in the first line may stand a little above it.
  let [free, least] = [-GAP_PX, -GAP_PX];
  for (const [i, one] of items.entries()) {
    one.top = one.item === shown?.item ? Math.max(shown.top, least) : Math.max(one.top, free);
    const next = items[i + 1]?.top ?? Infinity;
    if (one.top + one.height + GAP_PX > next) {
      fold(one.item, true);
      one.height = folded?.[i] ?? 0;
    }
    free = one.top + one.height + GAP_PX;
    least += one.height + GAP_PX;
  }
  let above = Infinity;
  for (const one of [...items].reverse()) {
    one.top = Math.min(one.top, above - GAP_PX - one.height);
    above = one.top;
    one.item.style.insetBlockStart = `${one.top}px`;
  }
  // One list makes room for both, so that the other does not lie over its links.
  if (lists[0]) lists[0].style.minBlockSize = `${free}px`;
}

let styled: Promise<void> | undefined;

/** What sets them there comes with the first window that is wide enough. */
async function placeStyled(): Promise<void> {
  if (wide.matches) await (styled ??= loadStyle(sheet));
  place();
}

if (lists[0]) {
  await placeStyled();
  const showAsked = (): HTMLElement | null => {
    const asked = wide.matches ? itemAt(location.hash) : null;
    if (asked) show(asked);
    return asked;
  };
  // What the page was asked for has been moved since the browser looked for it.
  showAsked()?.scrollIntoView({ block: 'center' });
  addEventListener('hashchange', () => {
    const asked = showAsked();
    const { top = 0, bottom = 0 } = asked?.getBoundingClientRect() ?? {};
    if (top < 0 || bottom > innerHeight) asked?.scrollIntoView({ block: 'center' });
  });
  for (const list of lists)
    for (const kind of ['click', 'focusin'])
      list.addEventListener(kind, ({ target }) => {
        const item = target instanceof Element && !target.closest('.back') && target.closest('li');
        // What is folded opens to whoever comes to it by key or pointer.
        if (item && wide.matches && item.matches('.remarks *, [data-folded]') && item !== shown?.item)
          show(item);
      });
  const sizes = new ResizeObserver(place);
  for (const text of document.querySelectorAll('[data-segments]')) sizes.observe(text);
  wide.addEventListener('change', () => void placeStyled());
  document.fonts.addEventListener('loadingdone', place);
}
