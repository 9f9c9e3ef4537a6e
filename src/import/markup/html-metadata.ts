import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { readLatinNames } from '../words/read-latin-names.ts';
import type { SourceMetadata } from '../source-document.ts';
import { readAuthor } from '../words/bylines.ts';
import { readLine } from '../words/issue-lines.ts';
import { headOf } from './page-head.ts';

/**
 * The metadata in a page’s head: the names that Google Scholar expects and every journal system writes
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), and Dublin Core.
 */
export function htmlMetadata(tree: Root): SourceMetadata {
  const contentsByName = new Map<string, string[]>();
  let pageLanguage: string | undefined;
  let pageTitle: string | undefined;
  const headings: string[] = [];
  const bylines = new Set<string>();
  visit(tree, 'element', (node) => {
    if (node.tagName === 'html' && node.properties['lang']) pageLanguage = String(node.properties['lang']);
    if (node.tagName === 'title') pageTitle ??= toString(node).trim();
    if (node.tagName === 'h1') headings.push(toString(node).replace(/\s+/g, ' ').trim());
    if (node.tagName === 'a' && [node.properties['rel']].flat().includes('author'))
      bylines.add(toString(node).replace(/\s+/g, ' ').trim());
    if (node.tagName !== 'meta') return;
    const key = String(node.properties['name'] ?? node.properties['property'] ?? '')
      .toLowerCase()
      .replace(/^dcterms\./, 'dc.');
    const value = String(node.properties['content'] ?? '').trim();
    if (key !== '' && value !== '') contentsByName.set(key, [...(contentsByName.get(key) ?? []), value]);
  });
  const first = (...names: string[]): string | undefined =>
    names.map((name) => contentsByName.get(name)?.[0]).find(Boolean);
  const head = headOf(tree);
  const persons = [head.authors, [...bylines], contentsByName.get('author') ?? []]
    .map((names) => names.filter(isPerson))
    .filter((names) => names.length > 0);
  // The site may name more authors than the page shows.
  const authors =
    contentsByName.get('citation_author') ??
    contentsByName.get('dc.creator.personalname') ??
    contentsByName.get('dc.creator') ??
    persons.find(
      (names) => persons[0]!.every((name) => names.includes(name)) && names.length > persons[0]!.length,
    ) ??
    persons[0] ??
    [];
  const site = (first('og:site_name') ?? '').replace(/[\s|–—-]+$/, '');
  const journal =
    first('citation_journal_title', 'dc.source') ??
    (JOURNAL.test(site) ? site : ABBREVIATED.exec(head.lines.join('\n'))?.groups!['journal']);
  // Some patterns of issues begin with the journal’s name.
  const shown = journal === undefined ? [] : head.lines.map((line) => readLine(`${journal}, ${line}`));
  const year = /\b(?:19|20)\d\d\b/.exec(
    first('citation_publication_date', 'citation_date', 'dc.date.issued', 'dc.date') ??
      shown.find(({ year }) => year !== undefined)?.year ??
      first('article:published_time') ??
      '',
  )?.[0];
  const [from, to] = [first('citation_firstpage'), first('citation_lastpage')].map(Number);
  const keywords = (contentsByName.get('citation_keywords') ?? contentsByName.get('keywords') ?? [])
    .flatMap((words) => words.split(/[;；]/.test(words) ? /[;；]/ : /[,，、]/))
    .map((word) => word.trim());
  const DOI = /\b10\.\d{4,9}\/\S+/.exec(
    first('citation_doi', 'dc.identifier.doi', 'dc.identifier') ?? '',
  )?.[0];
  return filled({
    lang: languageTag(first('citation_language', 'dc.language') ?? pageLanguage),
    title: first('citation_title', 'dc.title') ?? withoutSite(first('og:title') ?? pageTitle, headings),
    authors: authors.length > 0 ? authors.map(nameOf) : undefined,
    keywords: keywords.length > 0 ? [...new Set(keywords.filter(Boolean))] : undefined,
    journal,
    year: year === undefined ? undefined : Number(year),
    volume:
      first('citation_volume', 'dc.source.volume') ??
      shown.find(({ volume }) => volume !== undefined)?.volume,
    issue:
      first('citation_issue', 'dc.source.issue') ?? shown.find(({ issue }) => issue !== undefined)?.issue,
    pages: pagesOf(from, to),
    DOI,
  });
}

/** The end of a site’s name that is a journal’s. */
const JOURNAL = /(?:Review|Journal|Quarterly|学报|學報|学刊|學刊|研究|评论|評論)$/;

/** 12 Harb. L. Rev. Online 629 */
const ABBREVIATED =
  /(?:^|\s)\d{1,3} (?<journal>(?:(?:\p{Lu}[\p{L}.’]*|&|of) )*(?:Rev|L\.J|J|Q)\.(?: (?:Online|Forum))?) \d{1,4}(?=\s|$)/u;

/** The title of a page without the name of the site at its end, if a heading shows which part is the paper’s title. */
const withoutSite = (title: string | undefined, headings: string[]): string | undefined =>
  headings.find(
    (heading) =>
      heading !== '' && title?.startsWith(heading) && /^\s+[|–—·»-]\s/.test(title.slice(heading.length)),
  ) ?? title;

/**
 * True if a byline names a person rather than the site: at least two words, or as many characters as Chinese names
 * have.
 */
const isPerson = (name: string): boolean =>
  !/(?:Review|Journal|Law|Admin|Editors|Staff|Team|Press|Magazine|Blog|Institute|University|Society|Foundation)$|编辑部$/.test(
    name,
  ) &&
  (/^\p{Script=Han}{2,4}$/u.test(name) || /^\p{Lu}[\p{L}.’'-]*(?: [\p{L}.’'-]+){1,4}$/u.test(name));

/** Splits “Family, Given”, or else the name according to its language. */
function nameOf(written: string): { family: string; given: string } {
  const [family = '', given] = written.split(/,\s*/);
  if (given !== undefined) return { family, given };
  return readLatinNames(written).names.length > 0 ? readAuthor(written) : { family: written, given: '' };
}

export const pagesOf = (from: number | undefined, to: number | undefined): [number, number] | undefined =>
  from !== undefined && to !== undefined && Number.isInteger(from) && from > 0 && to >= from
    ? [from, to]
    : undefined;

/** A language tag in the form that dossiers use: Chinese with its script, other languages without a region. */
export function languageTag(written: string | undefined): string | undefined {
  try {
    const { language, script } = new Intl.Locale((written ?? '').trim().replace('_', '-')).maximize();
    if (language.length > 3) return undefined;
    return language === 'zh' ? `zh-${script ?? 'Hans'}` : language;
  } catch {
    // An invalid tag is ignored.
    return undefined;
  }
}

/** The fields that are neither undefined nor empty. */
export const filled = (fields: {
  [K in keyof SourceMetadata]: SourceMetadata[K] | undefined;
}): SourceMetadata =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as SourceMetadata;
