import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { hasOwnPage, htmlId } from '../../model/segment-id.ts';
import type { Edition } from '../../model/settings.ts';
import { absolute, addressInLanguage, entryKinds, urls } from '../../model/urls.ts';
import type { Dossier } from '../../read/dossier.ts';
import { checkHtmlId } from '../../render/unit-marks.ts';
import { listEntries } from '../../site/queries.ts';
import { entryFile, entryHtmlId } from './appendices.ts';
import { ABSTRACT_FILE, chapterFile } from './chapters.ts';
import { hasClass, onLines } from './columns.ts';
import type { BookPart, BoundPart } from './parts.ts';

export interface Bound {
  parts: BoundPart[];
  /** The start of each printed page. */
  pages: { page: number; href: string }[];
}

/** What is where in the book, collected while its parts are marked. */
interface Found {
  /** The file of each id, for the first part that has it, and of each file#id. */
  fileOf: Map<string, string>;
  /** Where each printed page starts. */
  pages: Map<number, string>;
}

/**
 * Makes a book from parts that look like pages of the site. Links point within the book, or else to the site if it
 * has an address, or else are removed; note marks become references that reading systems open in place; printed pages
 * are marked.
 */
export function bind(dossier: Dossier, editions: Edition[], parts: BookPart[]): Bound {
  const found: Found = { fileOf: new Map(), pages: new Map() };
  const { fileOf, pages } = found;
  const bound = parts.map((part) => marked(part, found));
  const [opening] =
    dossier.chapters.find(({ edition }) => editions.some(({ id }) => id === edition))?.segments ?? [];
  // The paper’s first page need not be marked.
  if (opening?.pages && !pages.has(opening.pages[0])) {
    const id = htmlId(opening.id);
    pages.set(opening.pages[0], `${fileOf.get(id)}#${id}`);
  }
  const { site } = dossier.settings.value.dossier;
  const placeOf = placesInBook(dossier, editions, parts);
  for (const { part, tree } of bound)
    visit(tree, 'element', (element, index, parent) => {
      const { href } = element.properties;
      if (typeof href !== 'string' || !parent || index === undefined || !/^[/#]/.test(href)) return;
      const leads = href.startsWith('#') ? `${part.file}${href}` : placeOf(href);
      const [, id = ''] = leads?.split('#') ?? [];
      if (leads !== undefined && (!leads.includes('#') || fileOf.has(leads)))
        element.properties['href'] = leads.startsWith(`${part.file}#`) ? `#${id}` : leads;
      else if (fileOf.has(id)) element.properties['href'] = `${fileOf.get(id)}#${id}`;
      else if (site !== undefined && href.startsWith('/')) element.properties['href'] = absolute(site, href);
      else {
        const { href: _, role: __, 'epub:type': ___, ariaLabel: ____, ...rest } = element.properties;
        parent.children[index] = h('span', rest, element.children);
      }
    });
  return {
    parts: bound,
    pages: [...pages].map(([page, href]) => ({ page, href })).sort((a, b) => a.page - b.page),
  };
}

/** A part with the marks of a book: its ids are unique, and its note marks and printed pages say what they are. */
function marked(part: BookPart, { fileOf, pages }: Found): BoundPart {
  const tree: Root = { type: 'root', children: [sectionOf(part)] };
  const ids = new Set<string>();
  const holds = { svg: false, mathml: false };
  visit(tree, 'element', (element, index, parent) => {
    const { tagName, properties } = element;
    const isCheckMark = hasClass(element, 'check-mark');
    delete properties['dataPagefindIgnore'];
    delete properties['tabIndex'];
    if (properties['lang'] !== undefined) properties['xmlLang'] = properties['lang'];
    if (tagName === 'svg') holds.svg = true;
    if (tagName === 'math') holds.mathml = true;
    if (tagName === 'svg') properties['xmlns'] = 'http://www.w3.org/2000/svg';
    if (tagName === 'math') properties['xmlns'] = 'http://www.w3.org/1998/Math/MathML';
    if (properties['dataPage'] !== undefined) markPage(element, part.file, pages);
    if (properties['role'] === 'doc-noteref' || isCheckMark) markReference(element, ids);
    // The same id may occur in several editions, but must be unique in the file.
    const { id } = properties;
    if (typeof id === 'string') {
      if (ids.has(id)) delete properties['id'];
      else ids.add(id);
      if (!fileOf.has(id)) fileOf.set(id, part.file);
    }
    if (isCheckMark && parent && index !== undefined) {
      properties['className'] = [];
      parent.children[index] = h('sup', { className: ['check-mark'] }, element);
      return SKIP;
    }
    return undefined;
  });
  for (const id of ids) fileOf.set(`${part.file}#${id}`, part.file);
  return { part, tree, holds };
}

function sectionOf({ type, title, body }: BookPart): Element {
  const role = type === 'titlepage' ? {} : { role: `doc-${type}` };
  return h('section', { 'epub:type': type, ...role, ariaLabelledBy: 'title' }, [
    h('h1', { id: 'title' }, onLines(title)),
    ...body,
  ]);
}

/** The first mark of a note is the target of the note’s backlink. */
function markReference(element: Element, ids: Set<string>): void {
  const { properties } = element;
  const target = String(properties['href']).slice(1);
  properties['epub:type'] = 'noteref';
  properties['role'] = 'doc-noteref';
  if (!ids.has(`${target}-mark`)) properties['id'] = `${target}-mark`;
  const { dataSign } = properties;
  if (typeof dataSign !== 'string') return;
  element.children = [{ type: 'text', value: `${dataSign}${String(properties['dataQuiet'] ?? '')}` }];
  delete properties['dataSign'];
  delete properties['dataQuiet'];
}

/** A printed page starts where it does in the first edition. */
function markPage(element: Element, file: string, pages: Map<number, string>): void {
  const { dataPage, title } = element.properties;
  const page = Number(dataPage);
  element.properties = pages.has(page)
    ? { className: ['page'], dataPage: String(page) }
    : {
        id: `page-${page}`,
        className: ['page'],
        dataPage: String(page),
        'epub:type': 'pagebreak',
        role: 'doc-pagebreak',
        ariaLabel: String(title ?? page),
      };
  if (!pages.has(page)) pages.set(page, `${file}#page-${page}`);
}

/** The place in the book for an address of the site. */
function placesInBook(
  dossier: Dossier,
  editions: Edition[],
  parts: BookPart[],
): (address: string) => string | undefined {
  const all = dossier.settings.value.editions;
  const places = new Map<string, string>();
  const inAll = (address: string, place: string): void => {
    for (const { id } of editions) places.set(addressInLanguage(all, id, address), place);
  };
  for (const edition of editions)
    for (const kind of entryKinds)
      for (const { id } of listEntries(dossier, kind, edition))
        places.set(urls.entryIn(edition.id, kind, id), `${entryFile(kind)}#${entryHtmlId(kind, id)}`);
  const chapterOf = new Map<string, string>();
  for (const { id, edition, segments, notes } of dossier.chapters) {
    const file = chapterFile(id);
    if (!parts.some((part) => part.file === file)) continue;
    places.set(urls.chapter(edition, id), file);
    for (const segment of segments) {
      chapterOf.set(segment.id, file);
      if (segment.type === 'exhibit') places.set(urls.exhibit(edition, segment.id), `${file}#${segment.id}`);
    }
    for (const { number } of notes)
      if (number !== undefined) inAll(urls.note(number), `${file}#note-${number}`);
  }
  for (const check of dossier.checks.value) {
    const file = chapterOf.get(check.passage.segment);
    if (file !== undefined) inAll(urls.check(check.id), `${file}#${checkHtmlId(check)}`);
  }
  return (address) => {
    const [path = '', id] = address.split('#');
    const place = places.get(path);
    if (place === undefined || id === undefined) return place;
    const [, segment = ''] = /^(abstract)(?:-\d+)?$/.exec(id) ?? [];
    return `${hasOwnPage(segment) ? ABSTRACT_FILE : place}#${id}`;
  };
}
