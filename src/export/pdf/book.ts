import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { paperAuthors } from '../../cite/own-items.ts';
import { translationsFor, type Translations } from '../../i18n/translations.ts';
import type { Edition } from '../../model/settings.ts';
import { urls } from '../../model/urls.ts';
import { wordingOf } from '../../model/wording.ts';
import type { Dossier } from '../../read/dossier.ts';
import { copiedLabelOf } from '../../render/label.ts';
import { entriesInOrder } from '../../site/index-groups.ts';
import { localised, nameOf } from '../../site/queries.ts';
import { entryHtmlId } from '../epub/appendices.ts';
import { bind } from '../epub/bind.ts';
import { chapterParts } from '../epub/chapters.ts';
import { inLine, labels, onLines } from '../epub/columns.ts';
import type { BookPart } from '../epub/parts.ts';
import { bookTitle, titlePart } from '../epub/title-page.ts';
import { array, call, row, string } from './code.ts';
import type { Fonts } from './fonts.ts';
import { drawStrip } from './strip.ts';
import { template } from './template.ts';
import { inLang, isHan, typstOf } from './typst.ts';

const INDEXED = ['case', 'term'] as const;

/** A book of some editions as a document of Typst’s, whole; the first edition’s is its own language. */
export function bookSource(dossier: Dossier, editions: Edition[], fonts: Pick<Fonts, 'latin' | 'han'>): string {
  const { paper, dossier: own, ...settings } = dossier.settings.value;
  const [first] = editions as [Edition, ...Edition[]];
  const say = (words: (edition: Edition, t: Translations) => string, between: string): string =>
    row(
      editions.flatMap((edition, i) => {
        const said = string(words(edition, translationsFor(edition.lang)));
        return [...(i > 0 ? [between] : []), i > 0 ? inLang(edition.lang, said, true) : said];
      }),
    );
  const texts = (values: string[]): string => array([...new Set(values)].map(string));
  const [year, month, day] = own.issued.split('-').map(Number);
  const options = {
    title: string(editions.map((edition) => bookTitle(dossier, edition)).join(' / ')),
    author: texts(editions.flatMap((edition) => authorsOf(dossier, edition))),
    description: string(localised(own.description, first)),
    keywords: texts(editions.flatMap(({ id }) => paper.keywords?.[id] ?? [])),
    date: `datetime(year: ${year}, month: ${month}, day: ${day})`,
    lang: string(first.lang),
    'is-han': String(isHan(first.lang)),
    running: say((edition) => localised(paper.title, edition), 'h(1.2em)'),
    labels: say((edition) => copiedLabelOf({ paper, dossier: own, ...settings }, edition), 'linebreak()'),
  };
  const regions = editions.flatMap(({ lang }) => {
    const { region } = new Intl.Locale(lang).maximize();
    return region === undefined ? [] : [`${string(lang)}: ${string(region)}`];
  });
  return [
    `#let latin-faces = ${array([...fonts.latin, ...fonts.han].map(string))}`,
    // Han text has its own dashes, dots and quotation marks.
    `#let han-faces = ${array([...fonts.latin.map((name) => `(name: ${string(name)}, covers: "latin-in-cjk")`), ...[...fonts.han, ...fonts.latin].map(string)])}`,
    `#let region-of = (${regions.join(', ') || ':'})`,
    `#let is-bilingual = ${editions.length > 1}`,
    template,
    `#show: book.with(${Object.entries(options)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ')})`,
    `#front(${string(drawStrip(dossier))}, ${say((edition) => localised(paper.title, edition), 'linebreak()')})`,
    `#${bodyOf(dossier, editions, first)}`,
    `#index-of(${say((_, t) => t.book.index, 'linebreak()')}, ${say((_, t) => t.book.indexed, 'linebreak()')}, ${indexEntries(dossier, editions, first).join(', ')})`,
  ].join('\n');
}

const authorsOf = ({ settings }: Dossier, edition: Edition): string[] =>
  wordingOf(edition).type === 'paraphrase'
    ? [localised(settings.value.dossier.editors, edition)]
    : paperAuthors(settings.value, edition);

function bodyOf(dossier: Dossier, editions: Edition[], first: Edition): string {
  const notes = new Map<string, ElementContent[]>();
  const { title, text, checks } = partsOf(dossier, editions);
  const { parts } = bind(dossier, editions, [title, ...text, ...checks]);
  // A place is named once in the whole book, after what is most often asked for; what parts have of their own is not.
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
    if (part === title) takeOut(tree, ({ tagName }) => tagName === 'h1', () => undefined);
    const own = new Set<string>();
    visit(tree, 'element', ({ properties: { id } }) => void own.add(String(id)));
    const place = placeOf(part.file);
    return typstOf(
      [...(own.has(place) ? [] : [h('div', { id: place })]), ...(tree.children as ElementContent[])],
      { notes, labelOf, isTarget: (label) => targets.has(label), lang: first.lang },
    );
  });
  const opening = text[0]?.type === 'abstract' ? 2 : 1;
  return row([...set.slice(0, opening), contents(editions), ...set.slice(opening)]);
}

const placeOf = (file: string): string => file.replace('.xhtml', '');

const contents = (editions: Edition[]): string =>
  call('contents', [], row([string(translationsFor(editions[0]!.lang).nav.contents)]));

/** The text, its cases and terms marked for the index; and what the editors found in its sources, behind all chapters. */
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
    takeOut(tree, isLabel, () => undefined);
    visit(tree, 'element', ({ properties }) => {
      const entry = entries.get(String(properties['href']));
      if (entry !== undefined) properties['dataMention'] = entry;
    });
    return { ...part, body: tree.children as ElementContent[] };
  });
  const checks: BookPart = {
    file: 'checks.xhtml',
    type: 'appendix',
    title: inLine(editions, (_, t) => t.checks.heading),
    body: [...labels(dossier, editions, 'account'), ...remarks],
  };
  return { title: titlePart(dossier, editions), text, checks: remarks.length > 0 ? [checks] : [] };
}

function indexEntries(dossier: Dossier, editions: Edition[], first: Edition): string[] {
  return INDEXED.flatMap((kind) =>
    entriesInOrder(dossier, kind, first).map(({ id }) => ({ kind, id })),
  ).map(({ kind, id }) => {
    const names = [...new Set(editions.map((edition) => nameOf(dossier, kind, id, edition)))];
    const said = names.map((name, i) => {
      const { lang } = editions[i] ?? first;
      return i > 0 ? inLang(lang, string(name), true) : string(name);
    });
    return array([string(entryHtmlId(kind, id)), row(said.flatMap((name, i) => (i > 0 ? ['[ · ]', name] : [name])))]);
  });
}

const hasClass = (node: ElementContent, name: string): boolean =>
  node.type === 'element' &&
  Array.isArray(node.properties['className']) &&
  node.properties['className'].includes(name);
const isNotes = (node: ElementContent): boolean => hasClass(node, 'notes');
const isRemarks = (node: ElementContent): boolean => hasClass(node, 'remarks');
const isLabel = (node: ElementContent): boolean =>
  hasClass(node, 'label') ||
  (hasClass(node, 'pair') &&
    (node as Element).children.every((cell) => cell.type === 'element' && cell.children.every(isLabel)));

/** Takes out of a tree what passes a test. */
function takeOut(tree: Root, test: (element: Element) => boolean, take: (element: Element) => void): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !test(element)) return undefined;
    take(element);
    parent.children.splice(index, 1);
    return index;
  });
}
