import sheet from '../styles/side-notes.css?url';
import './break-addresses.ts';
import { loadStyle } from './load-style.ts';
import { numberSentences } from './number-sentences.ts';
import { remarksStyled } from './style-remarks.ts';

/**
 * Places notes and the editors’ remarks beside the lines with their marks, if the style sheet has a column for them.
 */
const wide = matchMedia('screen and (width >= 56rem)');
const lists = [...document.querySelectorAll<HTMLDetailsElement>('.chapter > :is(.notes, .remarks)')];
const GAP_PX = 12;

/** The highlighted item, which is expanded if it is a remark, and its desired distance from the top of the lists. */
let shown: { item: HTMLElement; top: number } | undefined;

/** The target of an address on this page: a note, or the remarks on a sentence. */
const itemAt = (hash: string): HTMLElement | null =>
  document
    .getElementById(hash.slice(1))
    ?.closest<HTMLElement>('.chapter > :is(.notes, .remarks) > ol > li') ?? null;

/** The target of a mark, if it is placed beside its line. */
export const itemBeside = (mark: HTMLAnchorElement): HTMLElement | null =>
  lists[0] && wide.matches ? itemAt(mark.hash) : null;

/** Highlights an item beside its line and focuses it. The text stays in place; surrounding items make room. */
export function highlight(item: HTMLElement): void {
  show(item);
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
}

function show(item: HTMLElement): void {
  shown?.item.removeAttribute('data-highlighted');
  item.dataset['highlighted'] = '';
  const line = lineOf(item);
  // Fully visible, if its line is.
  const head = (document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0) + GAP_PX;
  const isSeen = 0 <= line && line < innerHeight;
  const height = item.offsetHeight;
  let top = isSeen ? Math.max(head, Math.min(line, innerHeight - height - GAP_PX)) : line;
  // Above its line, it moves the item before it up: as far as that stays fully visible, or else out of sight.
  const all = shownItems();
  const before = all[all.indexOf(item) - 1]?.getBoundingClientRect();
  if (top < line && before && before.bottom + GAP_PX > top) {
    const below = head + before.height + GAP_PX;
    if (top < below) top = below + height <= innerHeight ? below : head;
  }
  shown = { item, top: top - startOfLists() };
  place();
}

/** The items beside the text in the order of their marks, each with its marks. */
const marks = new Map<HTMLElement, HTMLElement[]>();
for (const mark of document.querySelectorAll<HTMLAnchorElement>(
  '.chapter .text :is([role=doc-noteref], .check-mark)',
)) {
  const item = itemAt(mark.hash);
  if (item) marks.set(item, [...(marks.get(item) ?? []), mark]);
}

/** The items that the style sheet shows, in the order of their marks. */
const shownItems = (): HTMLElement[] => [...marks.keys()].filter((item) => item.getClientRects().length > 0);

/** Where the line of an item is in the window: that of its first mark, or of its sentence if all marks are hidden. */
function lineOf(item: HTMLElement): number {
  const own = marks.get(item) ?? [];
  const line = own.find((mark) => mark.getClientRects().length > 0) ?? own[0]?.closest('[id]');
  return line?.getBoundingClientRect().top ?? 0;
}

const fold = (item: HTMLElement, isFolded: boolean): void =>
  void item.toggleAttribute('data-folded', isFolded);

/** The heights of items, either folded to some lines of their notes or unfolded. */
function heights(all: HTMLElement[], isFolded: boolean, lines = FOLDED_LINES): number[] {
  for (const item of all) {
    fold(item, isFolded);
    item.style.setProperty('--lines', item.matches('.notes *') ? String(lines) : '');
  }
  return all.map(({ offsetHeight }) => offsetHeight);
}

/** How far an item may be moved down to make room for the lines of those before it. */
const LEEWAY_PX = 21;

/** How far from its line an item may be moved down if it and those after it are then whole. */
const SPACE_PX = 160;

/** The number of lines that a folded note shows at least. */
const FOLDED_LINES = 3;

/**
 * Folds an item and returns its height. A note shows as many lines as fit into `room` px; `least` is the height of the
 * fewest.
 */
function foldInto(item: HTMLElement, room: number, least: number): number {
  fold(item, true);
  if (!item.matches('.notes *')) return least;
  const line = parseFloat(getComputedStyle(item).lineHeight);
  const more = Math.max(0, Math.floor((room - least) / line));
  item.style.setProperty('--lines', String(FOLDED_LINES + more));
  return least + more * line;
}

/** The figures and tables that extend into the column of items: from top to bottom, measured like `top` of an item. */
const obstacles = (start: number): { top: number; bottom: number }[] =>
  [...document.querySelectorAll('.chapter .text .exhibit')].flatMap((one) => {
    const { top, bottom, right } = one.getBoundingClientRect();
    return right > (lists[0]?.getBoundingClientRect().left ?? Infinity)
      ? [{ top: top - start - GAP_PX, bottom: bottom - start + GAP_PX }]
      : [];
  });

const startOfLists = (): number => lists[0]?.getBoundingClientRect().top ?? 0;

/**
 * Places each item beside its line or right below the previous one. It is folded to the lines that fit if it would
 * displace the next items by more than the leeway. Only the highlighted item may move earlier ones up.
 */
function place(): void {
  for (const list of lists) {
    list.toggleAttribute('data-placed', wide.matches);
    // Style sheets can show the content of closed details only in newer browsers.
    if (wide.matches && !CSS.supports('selector(::details-content)')) list.open = true;
    list.style.minBlockSize = '';
  }
  if (!wide.matches) return;
  const start = startOfLists();
  const wideExhibits = obstacles(start);
  const all = shownItems();
  const uncut = heights(all, true, 99);
  const folded = heights(all, true);
  const whole = heights(all, false);
  const items = all.map((item, i) => ({
    item,
    top: lineOf(item) - start,
    height: whole[i] ?? 0,
    least: Math.min(folded[i] ?? 0, whole[i] ?? 0),
    most: uncut[i] ?? 0,
    latest: 0,
    latestWhole: 0,
  }));
  // Where each item would be if all notes were folded, and how far it may move down from there without displacing
  // others; or, if there is space below, so far that none of them need be folded.
  let free = -GAP_PX;
  for (const one of items) {
    one.latest = Math.max(one.top, free);
    free = one.latest + one.least + GAP_PX;
  }
  let next = { latest: Infinity, latestWhole: Infinity };
  for (const one of [...items].reverse()) {
    one.latest = Math.min(one.latest + LEEWAY_PX, next.latest - GAP_PX - one.least);
    one.latestWhole = Math.min(one.top + SPACE_PX, next.latestWhole - GAP_PX - one.height);
    next = one;
  }
  // A mark in the first line may be slightly above it.
  let least = -GAP_PX;
  free = -GAP_PX;
  for (const [i, one] of items.entries()) {
    one.top = one.item === shown?.item ? Math.max(shown.top, least) : Math.max(one.top, free);
    for (const { top, bottom } of wideExhibits)
      if (one.top < bottom && one.top + one.least > top) one.top = bottom;
    const end = wideExhibits.find(({ top }) => top > one.top)?.top ?? Infinity;
    const after = items[i + 1];
    const latest = after ? Math.max(after.latest, after.latestWhole) : Infinity;
    const room = Math.min(latest - GAP_PX, end) - one.top;
    if (one.height > room && one.height > one.least)
      one.height = Math.min(one.most, foldInto(one.item, room, one.least));
    free = one.top + one.height + GAP_PX;
    least += one.height + GAP_PX;
  }
  let above = Infinity;
  for (const one of [...items].reverse()) {
    one.top = Math.min(one.top, above - GAP_PX - one.height);
    above = one.top;
    one.item.style.insetBlockStart = `${one.top}px`;
  }
  for (const text of document.querySelectorAll('[data-folded] :is(.note-text, .claim, .editor-note)'))
    text.toggleAttribute('data-cut', text.scrollHeight > text.clientHeight);
  // One list reserves room for both, so that the other does not cover its links.
  if (lists[0]) lists[0].style.minBlockSize = `${free}px`;
}

let styled: Promise<void> | undefined;

/** Loads the style sheet when the window is first wide enough. */
async function placeStyled(): Promise<void> {
  if (wide.matches) await Promise.all([remarksStyled, (styled ??= loadStyle(sheet))]);
  place();
}

if (lists[0]) {
  numberSentences();
  for (const url of lists[0].querySelectorAll<HTMLAnchorElement>('.url')) url.dataset['host'] = url.host;
  // Where a verdict has no room, its claim has it.
  for (const verdict of document.querySelectorAll('.chapter > .remarks .claim + .verdict'))
    (verdict.previousElementSibling as HTMLElement).title = verdict.querySelector('a')?.textContent ?? '';
  await placeStyled();
  const showAsked = (): HTMLElement | null => {
    const asked = wide.matches ? itemAt(location.hash) : null;
    if (asked) show(asked);
    return asked;
  };
  // The target of the address has moved since the browser scrolled to it.
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
        // What is not shown whole opens on focus or click.
        const isAbridged = item && item.matches('.remarks *, [data-folded], :has([data-host])');
        if (isAbridged && wide.matches && item !== shown?.item) show(item);
      });
  const sizes = new ResizeObserver(place);
  for (const text of document.querySelectorAll('[data-segments]')) sizes.observe(text);
  new MutationObserver(place).observe(document.documentElement, { attributeFilter: ['data-signs'] });
  wide.addEventListener('change', () => void placeStyled());
  document.fonts.addEventListener('loadingdone', place);
}
