import { englishNames, isChinese, primaryLanguage } from '../model/language.ts';
import type { Name } from '../model/work.ts';
import { familyOf, type Citable } from './csl-item.ts';
import { isoDate } from './dates.ts';
import { loweredCase, sentenceCase } from './headline-case.ts';

/** An entry type, with its fields for the container and the publisher. */
interface Form {
  type: string;
  container?: string;
  publisher?: string;
  sort?: string;
  genre?: string;
}

const misc: Form = { type: 'misc', container: 'howpublished' };

/** According to the manual of biblatex (https://ctan.org/pkg/biblatex, sections 2.1 and 2.2). */
const biblatexForms: Record<Citable['type'], Form> = {
  'article-journal': { type: 'article', container: 'journaltitle' },
  'article-magazine': { type: 'article', container: 'journaltitle', sort: 'magazine' },
  'article-newspaper': { type: 'article', container: 'journaltitle', sort: 'newspaper' },
  book: { type: 'book', container: 'maintitle' },
  broadcast: misc,
  chapter: { type: 'incollection', container: 'booktitle' },
  document: misc,
  'entry-dictionary': { type: 'inreference', container: 'booktitle' },
  'entry-encyclopedia': { type: 'inreference', container: 'booktitle' },
  interview: misc,
  legal_case: { type: 'jurisdiction', container: 'howpublished' },
  legislation: { type: 'legislation', container: 'howpublished' },
  manuscript: { type: 'unpublished', container: 'howpublished' },
  map: { ...misc, genre: 'map' },
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

/**
 * According to classic BibTeX (https://ctan.org/pkg/bibtex, btxdoc, sections 3.1 and 3.2) and all its styles since; it
 * knows no other types.
 */
const bibtexForms: Partial<Record<Citable['type'], Form>> = {
  'article-journal': { type: 'article', container: 'journal' },
  'article-magazine': { type: 'article', container: 'journal' },
  'article-newspaper': { type: 'article', container: 'journal' },
  book: { type: 'book', container: 'howpublished' },
  chapter: { type: 'incollection', container: 'booktitle' },
  'entry-dictionary': { type: 'incollection', container: 'booktitle' },
  'entry-encyclopedia': { type: 'incollection', container: 'booktitle' },
  pamphlet: { type: 'booklet', container: 'howpublished' },
  'paper-conference': { type: 'inproceedings', container: 'booktitle' },
  report: { type: 'techreport', container: 'howpublished', publisher: 'institution' },
  thesis: { type: 'phdthesis', container: 'howpublished', publisher: 'school' },
};

type Fields = Record<string, string | undefined>;

/** One record of a `.bib` file, for biblatex. */
function toBiblatex(item: Citable): string {
  const form = biblatexForms[item.type];
  return record(item, form, {
    entrysubtype: form.sort,
    ...commonFields(item, form, asPrinted),
    // biblatex has no field for the number of an online source or the ISBN of a report.
    ...(form.type === 'online' ? { number: undefined, addendum: escape(item.number) } : {}),
    ...(form.type === 'report' ? { isbn: undefined } : {}),
    shorttitle: item['title-short'] && titleOf({ ...item, title: item['title-short'], custom: undefined }),
    ...sortedByPinyin(item),
    langid: langidOf(item.language),
    version: escape(item.version),
    date: isoDate(item.issued),
    location: escape(item['publisher-place']),
    type: escape(item.genre ?? form.genre),
    urldate: isoDate(item.accessed),
    library: escape(heldAt(item)),
    note: escape(item.note),
  });
}

/** The name by which babel and polyglossia know a language, which biblatex wants beside the printed one. */
const langidOf = (language: string): string | undefined =>
  /^en-US/.test(language)
    ? 'american'
    : /^en-GB/.test(language)
      ? 'british'
      : englishNames.of(primaryLanguage(language))?.toLowerCase();

const releaseOf = ({ version, language }: Citable): string | undefined =>
  version && (isChinese(language) ? `${version}版` : `Release ${version}`);

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The same for BibTeX, in the fields that its classic styles print. */
function toBibtex(item: Citable): string {
  const form = bibtexForms[item.type] ?? misc;
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const accessed = isoDate(item.accessed);
  return record(
    item,
    form,
    {
      ...commonFields(item, form, escape),
      // Works without an author are sorted by this; styles for Chinese sort all works by it.
      key: pinyinKey(item) ?? (item.author || item.editor ? undefined : escape(item.title)),
      year: year === undefined ? undefined : String(year),
      day: day === undefined ? undefined : String(day),
      address: escape(item['publisher-place']),
      type: escape(item.genre),
      urldate: accessed,
      note:
        [heldAt(item), releaseOf(item), item.note].flatMap((part) => escape(part) ?? []).join('. ') ||
        undefined,
    },
    { month: month === undefined ? undefined : months[month - 1] },
  );
}

/** What biblatex sorts by and never prints: a list in several scripts is then in the order of the letters. */
function sortedByPinyin({ custom: { romanised, authorsAbridged } = {} }: Citable): Fields {
  return { sortname: names(romanised?.author, authorsAbridged), sorttitle: asPrinted(romanised?.title) };
}

/** The romanised authors and title: BibTeX’s classic styles ignore it if there is an author. */
function pinyinKey({ custom: { romanised } = {} }: Citable): string | undefined {
  const people = romanised?.author?.map((one) =>
    'literal' in one ? one.literal : [familyOf(one), one.given].filter(Boolean).join(' '),
  );
  return escape([...(people ?? []), romanised?.title].filter(Boolean).join(', ') || undefined);
}

/** `write` formats the container’s title. */
const commonFields = (item: Citable, form: Form, write: typeof asPrinted): Fields => ({
  author: names(item.author, item.custom?.authorsAbridged),
  editor: names(item.editor),
  translator: names(item.translator),
  title: titleOf(item),
  [form.container ?? 'booktitle']: write(item['container-title']),
  series: escape(item['collection-title']),
  edition: escape(item.edition),
  volume: escape(item.volume),
  number: escape(item.issue ?? item.number),
  pages: escape(item.page)?.replace(/[-–—]+/g, '--'),
  // There is no field for a journal’s publisher.
  ...(form.type === 'article' ? {} : { [form.publisher ?? 'publisher']: escape(publisherOf(item)) }),
  language: item.language,
  doi: verbatim(item.DOI),
  isbn: escape(item.ISBN),
  issn: escape(item.ISSN),
  url: verbatim(item.URL),
  // biblatex knows it by this name too.
  annote: escape(item.annote),
});

/** `macros` are names that a style defines as strings, such as those of months. */
function record({ id }: Citable, { type }: Form, fields: Fields, macros: Fields = {}): string {
  const lines = [
    ...Object.entries(fields).map(([name, value]) => [name, value && `{${value}}`]),
    ...Object.entries(macros),
  ].flatMap(([name, value]) => (value ? [`  ${name} = ${value},\n`] : []));
  return `@${type}{${id},\n${lines.join('')}}\n`;
}

/** A report must have an institution: if none is given, the body that wrote it. */
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

// A name that must not be divided is in its own braces.
function name(one: Name): string {
  if ('literal' in one) return `{${escape(one.literal)}}`;
  const family = familyOf(one);
  if (one.given === undefined) return `{${escape(family)}}`;
  return [family, one.suffix, one.given]
    .filter((part) => part !== undefined)
    .map(escape)
    .join(', ');
}

// Programs may set titles in lower case, including the names in them, unless they are in braces.
const asPrinted = (title: string | undefined): string | undefined =>
  title === undefined ? undefined : `{${escape(title)}}`;

/**
 * The title of a work in English with braces around what a style in sentence case would wrongly lower, so that styles
 * may choose the case. Titles in other languages, and those of the dossier’s pages, stay as they are.
 */
function titleOf({ title, language, custom, isOwn }: Citable): string | undefined {
  if (primaryLanguage(language) !== 'en' || isOwn || /[{}]/.test(title)) return asPrinted(title);
  const words = title.split(' ');
  const lowered = (custom?.sentenceTitle ?? sentenceCase(loweredCase(title))).split(' ');
  if (lowered.length !== words.length) return asPrinted(title);
  const kept = (part: string, low = '', isFirst = false) =>
    /\p{Lu}/u.test(low.slice(isFirst ? 1 : 0)) ? `{${escape(part)}}` : escape(part);
  return words
    .map((word, i) => {
      const [, before = '', core = '', behind = ''] =
        /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? [];
      // Each part of a compound on its own: {US}-led, {Demand}-Supply after a colon.
      const low = (lowered[i] ?? '').slice(before.length).split('-');
      const parts = core.split('-').map((part, j) => kept(part, low[j], i === 0 && j === 0));
      return `${escape(before)}${parts.join('-')}${escape(behind)}`;
    })
    .join(' ');
}

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

/** The offsets of unpaired braces. BibTeX counts even escaped braces, so these would break a record. */
function unpairedBraces(text: string): Set<number> {
  const open: number[] = [];
  const unpaired = new Set<number>();
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.pop() === undefined) unpaired.add(index);
  }
  return unpaired.union(new Set(open));
}

/** Addresses are not escaped, but characters that would end the field are percent-encoded. */
const verbatim = (address: string | undefined): string | undefined =>
  address?.replace(/[{}\\]/g, (character) => encodeURIComponent(character));

export const toBiblatexFile = (items: Citable[]): string => items.map(toBiblatex).join('\n');
export const toBibtexFile = (items: Citable[]): string => items.map(toBibtex).join('\n');
