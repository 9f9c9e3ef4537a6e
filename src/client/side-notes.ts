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

/** A form of an item: its height, the lines to which its texts are cut, if they are, and what is lost by that. */
interface Form {
  height: number;
  lines: number | undefined;
  loss: number;
}

/**
 * What is lost with each line of a remark or note, with the first line of a note, and with the second of a remark: as
 * much as if a note were so many pixels below its line.
 */
const LOSS_PX = { remark: 8, note: 12, first: 16, second: 16 };

/** What is lost if an item is so many pixels below its line: less for a remark, which follows its note. */
const strayed = (item: HTMLElement, px: number): number =>
  item.matches('.remarks *') ? Math.max(px / 5, px - 120) : px;

/** The number of lines that a note shows at least. */
const LEAST_LINES = 3;

/** More lines than a note has; it then lacks only its links. */
const ALL_LINES = 99;

function cut(item: HTMLElement, lines: number | undefined): void {
  item.toggleAttribute('data-folded', lines !== undefined);
  item.style.setProperty('--lines', lines === undefined ? '' : String(lines));
}

/** The forms in which each item can be shown, of which the first is the whole. */
function formsOf(all: HTMLElement[]): Form[][] {
  const [whole, uncut, least, two, one] = [undefined, ALL_LINES, LEAST_LINES, 2, 1].map((lines) => {
    for (const item of all) cut(item, lines);
    return all.map(({ offsetHeight }) => offsetHeight);
  }) as [number[], number[], number[], number[], number[]];
  return all.map((item, i) => {
    const line = parseFloat(getComputedStyle(item).lineHeight);
    const height = whole[i]!;
    const lost = (own: number): number => Math.round((height - own) / line);
    const forms: Form[] = [{ height, lines: undefined, loss: 0 }];
    const add = (own: number, lines: number, loss: number): void => {
      if (own < forms.at(-1)!.height) forms.push({ height: own, lines, loss });
    };
    if (item === shown?.item) return forms;
    if (item.matches('.remarks *')) {
      add(two[i]!, 2, LOSS_PX.remark * lost(two[i]!));
      add(one[i]!, 1, LOSS_PX.remark * lost(one[i]!) + LOSS_PX.second);
      return forms;
    }
    add(uncut[i]!, ALL_LINES, 1);
    for (let lines = LEAST_LINES + lost(least[i]!); lines >= LEAST_LINES; lines--) {
      const own = least[i]! + (lines - LEAST_LINES) * line;
      if (own < uncut[i]! - 1) add(own, lines, LOSS_PX.first + LOSS_PX.note * lost(own));
    }
    return forms;
  });
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

/** Moves an item down until it covers no figure or table. */
const clearOf = (obstacles: { top: number; bottom: number }[], from: number, height: number): number =>
  obstacles.reduce((at, { top, bottom }) => (at < bottom && at + height > top ? bottom : at), from);

/** The items up to one, each in a form: where they end, what is lost, and the forms of the last and those before it. */
interface Column {
  end: number;
  cost: number;
  form?: Form;
  before?: Column;
}

/**
 * Places each item beside its line or right below the previous one, and chooses their forms so that as little as
 * possible is lost by cuts and by the distance from their lines: remarks give way first, and a note is cut only if
 * later ones need the room. Only the highlighted item may move earlier ones up.
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
  const forms = formsOf(all);
  const items = all.map((item, i) => ({ item, line: lineOf(item) - start, top: 0, form: forms[i]![0]! }));
  // A mark in the first line may be slightly above it.
  let columns: Column[] = [{ end: -GAP_PX, cost: 0 }];
  for (const [i, { item, line }] of items.entries()) {
    const longer = columns.flatMap((before) =>
      forms[i]!.map((form) => {
        const from = item === shown?.item ? shown.top : Math.max(line, before.end);
        const top = clearOf(wideExhibits, from, form.height);
        const cost = before.cost + form.loss + strayed(item, Math.max(0, top - line));
        return { end: top + form.height + GAP_PX, cost, form, before };
      }),
    );
    // A column that ends later is of use only if it costs less.
    let least = Infinity;
    columns = longer
      .sort((a, b) => a.end - b.end || a.cost - b.cost)
      .filter(({ cost }) => cost < least && ((least = cost), true));
  }
  let best = columns.at(-1);
  for (const one of [...items].reverse()) {
    if (best?.form) one.form = best.form;
    best = best?.before;
  }
  let [least, free] = [-GAP_PX, -GAP_PX];
  for (const one of items) {
    const { height, lines } = one.form;
    cut(one.item, lines);
    const from = one.item === shown?.item ? Math.max(shown.top, least) : Math.max(one.line, free);
    one.top = clearOf(wideExhibits, from, height);
    free = one.top + height + GAP_PX;
    least += height + GAP_PX;
  }
  let above = Infinity;
  for (const one of [...items].reverse()) {
    one.top = Math.min(one.top, above - GAP_PX - one.form.height);
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
  // The style sheet shows a verdict before its claim.
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
