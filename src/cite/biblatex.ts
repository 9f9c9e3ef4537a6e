import type { Name } from '../model/work.ts';
import { familyOf, type Citable } from './csl-item.ts';
import { isoDate } from './dates.ts';

/** Types and fields as the manual of biblatex has them (https://ctan.org/pkg/biblatex, sections 2.1 and 2.2). */
const types: Record<
  Citable['type'],
  { type: string; container?: string; publisher?: string; sort?: string; genre?: string }
> = {
  'article-journal': { type: 'article', container: 'journaltitle' },
  'article-magazine': { type: 'article', container: 'journaltitle', sort: 'magazine' },
  'article-newspaper': { type: 'article', container: 'journaltitle', sort: 'newspaper' },
  book: { type: 'book', container: 'maintitle' },
  chapter: { type: 'incollection', container: 'booktitle' },
  document: { type: 'misc', container: 'howpublished' },
  'entry-dictionary': { type: 'inreference', container: 'booktitle' },
  'entry-encyclopedia': { type: 'inreference', container: 'booktitle' },
  interview: { type: 'misc', container: 'howpublished' },
  legal_case: { type: 'jurisdiction', container: 'howpublished' },
  legislation: { type: 'legislation', container: 'howpublished' },
  manuscript: { type: 'unpublished', container: 'howpublished' },
  map: { type: 'misc', container: 'howpublished', genre: 'map' },
  pamphlet: { type: 'booklet', container: 'howpublished' },
  'paper-conference': { type: 'inproceedings', container: 'booktitle' },
  personal_communication: { type: 'letter', container: 'howpublished' },
  'post-weblog': { type: 'online', container: 'organization', sort: 'blog' },
  report: { type: 'report', container: 'maintitle', publisher: 'institution', genre: 'report' },
  speech: { type: 'unpublished', container: 'eventtitle' },
  thesis: { type: 'thesis', container: 'maintitle', publisher: 'institution' },
  treaty: { type: 'legal', container: 'howpublished' },
  webpage: { type: 'online', container: 'organization' },
};

/** One record of a `.bib` file, for biblatex. */
export function toBiblatex(item: Citable): string {
  const form = types[item.type];
  const fields: Record<string, string | undefined> = {
    entrysubtype: form.sort,
    author: names(item.author, item.custom?.authorsAbridged),
    editor: names(item.editor),
    translator: names(item.translator),
    title: asPrinted(item.title),
    shorttitle: asPrinted(item['title-short']),
    [form.container ?? 'booktitle']: asPrinted(item['container-title']),
    series: escape(item['collection-title']),
    edition: escape(item.edition),
    version: escape(item.version),
    volume: escape(item.volume),
    number: escape(item.issue ?? item.number),
    date: isoDate(item.issued),
    pages: escape(item.page)?.replace(/[-–—]+/g, '--'),
    // A journal’s publisher has no field.
    ...(form.type === 'article' ? {} : { [form.publisher ?? 'publisher']: escape(publisherOf(item)) }),
    location: escape(item['publisher-place']),
    type: escape(item.genre ?? form.genre),
    language: item.language,
    doi: verbatim(item.DOI),
    isbn: escape(item.ISBN),
    issn: escape(item.ISSN),
    url: verbatim(item.URL),
    urldate: isoDate(item.accessed),
    library: escape(heldAt(item)),
    note: escape(item.note),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}},\n`],
  );
  return `@${form.type}{${item.id},\n${lines.join('')}}\n`;
}

/** A report must have an institution: where none is named it is the body that wrote it. */
function publisherOf({ type, publisher, author: [first] = [] }: Citable): string | undefined {
  return publisher ?? (type === 'report' && first && 'literal' in first ? first.literal : undefined);
}

/** The shelf mark, the collection, the archive and its place. */
const heldAt = (item: Citable): string | undefined =>
  [item.archive_location, item.archive_collection, item.archive, item['archive-place']]
    .filter((part) => part !== undefined)
    .join(', ') || undefined;

function names(list: Name[] = [], abridged = false): string | undefined {
  if (list.length === 0) return undefined;
  return [...list.map(name), ...(abridged ? ['others'] : [])].join(' and ');
}

// A name that is not to be divided stands in braces of its own.
function name(one: Name): string {
  if ('literal' in one) return `{${escape(one.literal)}}`;
  const family = familyOf(one);
  if (one.given === undefined) return `{${escape(family)}}`;
  return [family, one.suffix, one.given]
    .filter((part) => part !== undefined)
    .map(escape)
    .join(', ');
}

// Whoever reads a record may set titles in lower case, names in them and all, unless braces hold them.
const asPrinted = (title: string | undefined): string | undefined =>
  title === undefined ? undefined : `{${escape(title)}}`;

const special: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escape(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const unpaired = unpairedBraces(text);
  return text.replace(/[\\~^{}#$%&_]/g, (character, at: number) =>
    unpaired.has(at)
      ? `\\textbrace${character === '{' ? 'left' : 'right'}{}`
      : (special[character] ?? `\\${character}`),
  );
}

/** Where braces stand that have no partner. BibTeX counts braces even behind a backslash, so that these would break a record. */
function unpairedBraces(text: string): Set<number> {
  const open: number[] = [];
  const unpaired = new Set<number>();
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.pop() === undefined) unpaired.add(index);
  }
  return unpaired.union(new Set(open));
}

/** In an address nothing is escaped; what would end the field is encoded. */
const verbatim = (address: string | undefined): string | undefined =>
  address?.replace(/[{}\\]/g, (character) => encodeURIComponent(character));

export const toBiblatexFile = (items: Citable[]): string => items.map(toBiblatex).join('\n');
