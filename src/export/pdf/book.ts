import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { Translations } from '../../i18n/translations.ts';
import { isWrittenInHan } from '../../model/language.ts';
import { localised } from '../../model/localised.ts';
import type { Edition } from '../../model/settings.ts';
import { urls } from '../../model/urls.ts';
import type { Dossier } from '../../read/dossier.ts';
import { copiedLabelOf } from '../../render/label.ts';
import { entriesInOrder } from '../../site/index-groups.ts';
import { nameOf } from '../../site/queries.ts';
import { entryHtmlId } from '../book/appendices.ts';
import { bind } from '../book/bind.ts';
import { chapterParts } from '../book/chapters.ts';
import { distinctTexts, hasClass, inLine, labels } from '../book/columns.ts';
import type { BookPart } from '../book/parts.ts';
import { authorsOf, bookTitle, titlePart } from '../book/title-page.ts';
import { array, call, row, string } from './code.ts';
import { drawBookStrip } from '../../draw/book-strip.ts';
import { template } from './template.ts';
import { inLang, typstOf } from './typst.ts';

const INDEXED = ['case', 'term'] as const;

/** A book of some editions as a Typst document without fonts; its language is that of the first edition. */
export function bookSource(dossier: Dossier, editions: Edition[]): string {
  const settings = dossier.settings.value;
  const { paper, dossier: metadata } = settings;
  const [first] = editions as [Edition, ...Edition[]];
  const say = (words: (edition: Edition, t: Translations) => string): string => inEach(editions, words);
  const texts = (values: string[]): string => array([...new Set(values)].map(string));
  const [year, month, day] = metadata.issued.split('-').map(Number);
  const options = {
    title: string(editions.map((edition) => bookTitle(dossier, edition)).join(' / ')),
    author: texts(editions.flatMap((edition) => authorsOf(dossier, edition))),
    description: string(localised(metadata.description, first)),
    keywords: texts(editions.flatMap(({ id }) => paper.keywords?.[id] ?? [])),
    date: `datetime(year: ${year}, month: ${month}, day: ${day})`,
    lang: string(first.lang),
    'is-han': String(isWrittenInHan(first.lang)),
    running: say((edition) => localised(paper.title, edition)),
    labels: say((edition) => copiedLabelOf(settings, edition)),
  };
  // Several editions may be in one language.
  const languages = [...new Set(editions.map(({ lang }) => lang))];
  const regions = languages.flatMap((lang) => {
    const { region } = new Intl.Locale(lang).maximize();
    return region === undefined || !/^[A-Z]{2}$/.test(region) ? [] : [`${string(lang)}: ${string(region)}`];
  });
  const body = bodyOf(dossier, editions, first);
  return [
    `#let region-of = (${regions.join(', ') || ':'})`,
    `#let is-bilingual = ${editions.length > 1}`,
    template,
    `#show: book.with(${Object.entries(options)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ')})`,
    `#front(${string(drawBookStrip(dossier))}, ${say((edition) => localised(paper.title, edition))})`,
    `#${body}`,
    ...indexOf(dossier, editions, body),
  ].join('\n');
}

function bodyOf(dossier: Dossier, editions: Edition[], first: Edition): string {
  const notes = new Map<string, ElementContent[]>();
  const { title, text, checks } = partsOf(dossier, editions);
  const { parts } = bind(dossier, editions, [title, ...text, ...checks]);
  // Labels are unique in the whole book: an element’s id, or the file’s name for a part as a whole.
  const places = new Set<string>();
  for (const { part, tree } of parts) {
    takeOut(tree, isNotes, ({ children }) => {
      for (const child of children)
        if (child.type === 'element' && child.tagName === 'aside')
          notes.set(String(child.properties['id']), child.children);
    });
    visit(tree, 'element', ({ properties: { id } }) => {
      if (typeof id === 'string' && id !== 'title') places.add(id);
    });
    places.add(placeOf(part.file));
  }
  const labelOf = (href: string): string | undefined => {
    const [file = '', id = ''] = href.split('#');
    const place = id === '' ? placeOf(file) : id;
    return places.has(place) || notes.has(place) ? place : undefined;
  };
  const targets = new Set<string>();
  for (const { tree } of parts)
    visit(tree, 'element', ({ properties: { href } }) => {
      const label = typeof href === 'string' ? labelOf(href) : undefined;
      if (label !== undefined && !notes.has(label)) targets.add(label);
    });
  const set = parts.map(({ part, tree }): string => {
    // It is printed at the front, as the title.
    if (part === title) takeOut(tree, ({ tagName }) => tagName === 'h1');
    const ids = new Set<string>();
    visit(tree, 'element', ({ properties: { id } }) => void ids.add(String(id)));
    const place = placeOf(part.file);
    return typstOf(
      [...(ids.has(place) ? [] : [h('div', { id: place })]), ...(tree.children as ElementContent[])],
      { notes, labelOf, isTarget: (label) => targets.has(label), lang: first.lang },
    );
  });
  const opening = text[0]?.type === 'abstract' ? 2 : 1;
  return row([...set.slice(0, opening), contents(editions), ...set.slice(opening)]);
}

const placeOf = (file: string): string => file.replace('.xhtml', '');

const contents = (editions: Edition[]): string =>
  call(
    'contents',
    [],
    inEach(editions, (_, t) => t.nav.contents, '[ · ]'),
  );

/** The text, with cases and terms marked for the index; and the source checks, which follow all chapters. */
function partsOf(
  dossier: Dossier,
  editions: Edition[],
): { title: BookPart; text: BookPart[]; checks: BookPart[] } {
  const entries = new Map(
    editions.flatMap((edition) =>
      INDEXED.flatMap((kind) =>
        entriesInOrder(dossier, kind, edition).map(
          ({ id }) => [urls.entryIn(edition.id, kind, id), entryHtmlId(kind, id)] as const,
        ),
      ),
    ),
  );
  const remarks: ElementContent[] = [];
  const text = chapterParts(dossier, editions).map((part): BookPart => {
    const tree: Root = { type: 'root', children: part.body };
    takeOut(tree, isRemarks, ({ children }) => {
      const [, ...own] = children;
      remarks.push(...own.filter((one) => !isLabel(one)));
    });
    takeOut(tree, isLabel);
    visit(tree, 'element', ({ properties }) => {
      const entry = entries.get(String(properties['href']));
      if (entry !== undefined) properties['dataMention'] = entry;
    });
    return { ...part, body: tree.children as ElementContent[] };
  });
  visit({ type: 'root', children: remarks }, 'element', cutSource);
  const checks: BookPart = {
    file: 'checks.xhtml',
    type: 'appendix',
    title: inLine(editions, (_, t) => t.checks.heading),
    body: [...labels(dossier, editions, 'account'), h('section', { className: ['small-print'] }, remarks)],
  };
  return { title: titlePart(dossier, editions), text, checks: remarks.length > 0 ? [checks] : [] };
}

/** The index of cases and terms, in the order of the first edition, with names in every edition. */
function indexOf(dossier: Dossier, editions: Edition[], body: string): string[] {
  const groups = INDEXED.flatMap((kind) => {
    const entries = entriesInOrder(dossier, kind, editions[0]!).filter(({ id }) =>
      body.includes(mention(kind, id)),
    );
    if (entries.length === 0) return [];
    const named = entries.map(({ id }) =>
      array([
        string(entryHtmlId(kind, id)),
        inEach(editions, (edition) => nameOf(dossier, kind, id, edition), '[ · ]'),
      ]),
    );
    return [array([inEach(editions, (_, t) => t.collections[kind], '[ · ]'), array(named)])];
  });
  const heading = inEach(editions, (_, t) => t.book.index);
  const said = inEach(editions, (_, t) => t.book.indexed);
  return groups.length === 0 ? [] : [`#${call('index-of', [], heading, said, ...groups)}`];
}

const mention = (kind: (typeof INDEXED)[number], id: string): string =>
  call('mention', [string(entryHtmlId(kind, id))]);

/** A text in each edition’s language; identical texts only once. */
const inEach = (
  editions: Edition[],
  say: (edition: Edition, t: Translations) => string,
  between = 'linebreak()',
): string =>
  row(
    distinctTexts(editions, say).flatMap(({ text, lang }, i) =>
      i > 0 ? [between, inLang(lang, string(text), true)] : [string(text)],
    ),
  );

const isNotes = (node: ElementContent): boolean => hasClass(node, 'notes');
const isRemarks = (node: ElementContent): boolean => hasClass(node, 'remarks');
const isLabel = (node: ElementContent): boolean =>
  hasClass(node, 'label') ||
  (hasClass(node, 'pair') &&
    (node as Element).children.every((cell) => cell.type === 'element' && cell.children.every(isLabel)));

/** Shortens a check’s source to its name: details of the reading are long, and on the check’s own page. */
function cutSource(element: Element): void {
  if (!hasClass(element, 'source')) return;
  const end = element.children.findIndex((child) => child.type === 'element' && child.tagName === 'br');
  if (end !== -1) element.children.length = end;
}

/** Removes the elements that pass a test. */
function takeOut(tree: Root, test: (element: Element) => boolean, take?: (element: Element) => void): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !test(element)) return undefined;
    take?.(element);
    parent.children.splice(index, 1);
    return index;
  });
}
