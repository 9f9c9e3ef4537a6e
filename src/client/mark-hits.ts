import sheet from '../styles/hits.css?url';
import type { Words } from '../exchange/words.ts';
import { percentDecoded } from '../model/percent.ts';
import { matchParts, searchable, type Span } from '../search/match.ts';
import { isInCapitals, parseQuery, type Query } from '../search/parse-query.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { isModified } from './held-keys.ts';
import { isTyping } from './is-typing.ts';
import { loadStyle } from './load-style.ts';
import { askWords } from './words.ts';

/** A hit on the page: one range for each text node that it spans. */
type Hit = Range[];

/** Marks the query of the address on a page, and steps from hit to hit. */
export async function markHits(query: string): Promise<void> {
  const { marked: t, scripts } = await askWords();
  const place = placeOf(location.hash);
  const find = (isWhole: boolean): Hit[] =>
    findHits(searchedIn(document), parseQuery(query, { scripts, isWhole }), place);
  // An abbreviation is rather a word of its own than the beginning of another.
  const whole = isInCapitals(query) ? find(true) : [];
  const hits = whole.length > 0 ? whole : find(false);
  if (hits.length === 0) return;
  paint('search-hit', hits.flat());
  tellRulers();
  const bar = makeBar(t);
  let current = 0;
  const show = (index: number, scrolls: boolean): void => {
    current = (index + hits.length) % hits.length;
    const hit = hits[current] ?? [];
    paint('search-hit-current', hit);
    bar.place.textContent = fill(t.of, current + 1, hits.length);
    const details = hit[0]?.startContainer.parentElement?.closest('details');
    if (details) details.open = true;
    const box = hit[0]?.getBoundingClientRect();
    if (scrolls && box && (box.top < 80 || box.bottom > innerHeight - 80))
      scrollBy({ top: box.top - innerHeight / 3, behavior: 'instant' });
  };
  const clear = (): void => {
    for (const name of ['search-hit', 'search-hit-current']) CSS.highlights?.delete(name);
    tellRulers();
    bar.whole.remove();
    removeEventListener('keydown', onKey);
    history.replaceState(history.state, '', withoutQuery());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (isModified(event) || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'n') show(current + 1, true);
    else if (event.key === 'N') show(current - 1, true);
    else if (event.key === 'Escape') clear();
  };
  bar.next.addEventListener('click', () => show(current + 1, true));
  bar.previous.addEventListener('click', () => show(current - 1, true));
  bar.clear.addEventListener('click', (event) => {
    event.preventDefault();
    clear();
  });
  addEventListener('keydown', onKey);
  // Shows the requested place, even if the words only occur after it.
  const begin = (): void => {
    const first = firstFrom(hits, location.hash);
    const asked = placeOf(location.hash);
    const [range] = hits[first] ?? [];
    show(first, !asked || (range !== undefined && asked.contains(range.startContainer)));
  };
  addEventListener('hashchange', begin);
  document.body.append(bar.whole);
  void loadStyle(sheet).then(() => (bar.whole.hidden = false));
  begin();
}

/** The rulers, if they are shown, mark the paragraphs with hits. */
const tellRulers = (): void => void dispatchEvent(new Event('search-hits'));

/** The element that an address points to. */
const placeOf = (hash: string): HTMLElement | null =>
  hash === '' ? null : document.getElementById(percentDecoded(hash.slice(1)));

/** The first hit in or after the element that the address points to. */
function firstFrom(hits: Hit[], hash: string): number {
  const place = placeOf(hash);
  if (!place) return 0;
  const found = hits.findIndex(([first]) => {
    if (!first) return false;
    const order = place.compareDocumentPosition(first.startContainer);
    return (order & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)) !== 0;
  });
  return Math.max(0, found);
}

/** The parts of a page that are indexed. A page without any repeats what is indexed on another one. */
function searchedIn(page: Document): Element[] {
  const searched = [...page.querySelectorAll('[data-pagefind-body]')];
  return searched.length > 0
    ? [...searched, ...page.querySelectorAll('.editor-note')]
    : [page.querySelector('main') ?? page.body];
}

/** The hits of a query on a page: for the strictest meaning that the requested place contains, or else the page. */
function findHits(roots: Element[], query: Query, place: HTMLElement | null): Hit[] {
  const blocks = roots.flatMap(blocksIn).map((nodes) => ({
    nodes,
    text: searchable(
      nodes
        .map(({ data }) => data)
        .join('')
        .replaceAll('\n', ' '),
    ),
  }));
  const found = query.meanings.flatMap((parts) => {
    // The parts of a query may occur in different paragraphs of one place.
    const hits = parts.map((part) =>
      blocks.flatMap(({ nodes, text }) =>
        (matchParts(text, [part]) ?? []).map((span) => toRanges(nodes, span)),
      ),
    );
    return hits.every((of) => of.length > 0) ? [hits.flat()] : [];
  });
  const isThere = ([range]: Hit): boolean =>
    range !== undefined && place?.contains(range.startContainer) === true;
  return (found.find((hits) => hits.some(isThere)) ?? found[0] ?? []).sort(byPlace);
}

function byPlace([a]: Hit, [b]: Hit): number {
  return a && b ? a.compareBoundaryPoints(Range.START_TO_START, b) : 0;
}

const BLOCKS =
  'address,article,aside,blockquote,br,caption,dd,div,dl,dt,figcaption,figure,footer,form,h1,h2,h3,h4,header,hr,li,main,nav,ol,p,pre,section,table,tbody,td,th,thead,tr,ul';
/** Elements within a text that are not part of it, and what is indexed on other pages only. */
const PASSED_OVER =
  '[data-pagefind-ignore], .permalink, sup:has([role=doc-noteref]), .page, .back, script, style, template, noscript, svg, [hidden], nav, math';

/** The text nodes of each paragraph. */
function blocksIn(root: Element): Text[][] {
  const blocks: Text[][] = [];
  let open: Text[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(open);
    open = [];
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) open.push(node);
    if (!(node instanceof Element) || node.matches(PASSED_OVER)) return;
    const isBlock = node.matches(BLOCKS);
    if (isBlock) close();
    node.childNodes.forEach(walk);
    if (isBlock) close();
  };
  walk(root);
  close();
  return blocks;
}

function toRanges(nodes: Text[], { start, end }: Span): Hit {
  const ranges: Range[] = [];
  let at = 0;
  for (const node of nodes) {
    const [from, to] = [Math.max(start, at), Math.min(end, at + node.length)];
    if (from < to) {
      const range = document.createRange();
      range.setStart(node, from - at);
      range.setEnd(node, to - at);
      ranges.push(range);
    }
    at += node.length;
  }
  return ranges;
}

/** Highlights ranges if the browser can; otherwise readers can only step from hit to hit. */
function paint(name: string, ranges: Range[]): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.set(name, new Highlight(...ranges));
}

function withoutQuery(): URL {
  const address = new URL(location.href);
  address.searchParams.delete('q');
  return address;
}

function makeBar(t: Words['marked']) {
  const place = element('span', { role: 'status' });
  const previous = element('button', { type: 'button', ariaLabel: t.previous }, '↑');
  const next = element('button', { type: 'button', ariaLabel: t.next }, '↓');
  const clear = element('a', { href: withoutQuery().href }, t.clear);
  const bar = { className: 'hit-steps', role: 'region', ariaLabel: t.region, hidden: true };
  const whole = element('div', bar, place, previous, next, clear);
  return { whole, place, previous, next, clear };
}
