import type { Element } from 'xast';
import { validRecord, type LibraryRecord } from '../../cite/read-library.ts';
import type { SourceMetadata } from '../source-document.ts';
import { readAuthor } from '../words/bylines.ts';
import { filled, languageTag, pagesOf } from './html-metadata.ts';
import { all, attr, child, children, textOf } from './xml.ts';

/** The metadata in the front of a JATS article. */
export function jatsMetadata(article: Element, meta: Element | undefined): SourceMetadata {
  const of = (name: string): string | undefined => textOf(child(meta, name)) || undefined;
  const [year] = (meta ? [...all(meta, 'pub-date'), ...all(meta, 'date')] : []).flatMap((date) => {
    const found = Number(textOf(child(date, 'year')));
    return Number.isInteger(found) && found > 0 ? [found] : [];
  });
  const lang = attr(article, 'xml:lang').slice(0, 2);
  const keywords = children(meta, 'kwd-group')
    .filter((group) => ['', lang].includes(attr(group, 'xml:lang').slice(0, 2)) && isOfAuthors(group))
    .flatMap((group) => all(group, 'kwd').map(textOf));
  const authors = children(meta, 'contrib-group')
    .flatMap((group) => children(group, 'contrib'))
    .filter((contrib) => ['', 'author'].includes(attr(contrib, 'contrib-type')))
    .flatMap((contrib) => jatsNames([contrib], lang).slice(0, 1))
    .map((name) =>
      'literal' in name
        ? { family: name.literal, given: '' }
        : { family: name.family, given: name.given ?? '' },
    );
  const title = textOf(child(child(meta, 'title-group'), 'article-title'));
  return filled({
    lang: languageTag(attr(article, 'xml:lang') || 'en'),
    title,
    authors: authors.length > 0 ? authors : undefined,
    keywords: keywords.length > 0 ? keywords : undefined,
    journal: textOf(all(article, 'journal-title')[0]) || undefined,
    year,
    volume: of('volume'),
    issue: of('issue'),
    pages: pagesOf(Number(of('fpage') ?? NaN), Number(of('lpage') ?? NaN)),
    DOI: children(meta, 'article-id')
      .filter((id) => attr(id, 'pub-id-type') === 'doi')
      .map(textOf)[0],
  });
}

/** Keywords assigned by an indexing service are not the article’s own. */
const isOfAuthors = (group: Element): boolean => /^(?:|author.*|kwd)$/i.test(attr(group, 'kwd-group-type'));

const types: Record<string, string> = {
  journal: 'article-journal',
  book: 'book',
  confproc: 'paper-conference',
  conference: 'paper-conference',
  thesis: 'thesis',
  report: 'report',
  web: 'webpage',
  webpage: 'webpage',
  website: 'webpage',
  newspaper: 'article-newspaper',
  preprint: 'article-journal',
};

/**
 * The work of a list entry that is marked up in fields (https://jats.nlm.nih.gov, element-citation); otherwise
 * undefined.
 */
export function recordOf(ref: Element, lang: string): LibraryRecord | undefined {
  const [citation, ...more] = [...all(ref, 'element-citation'), ...all(ref, 'mixed-citation')];
  if (!citation || more.some(({ name }) => name === citation.name)) return undefined;
  const of = (...names: string[]): string | undefined =>
    names.map((name) => textOf(all(citation, name)[0])).find(Boolean);
  const partTitle = of('article-title', 'chapter-title', 'part-title', 'data-title');
  const source = of('source');
  const title = partTitle ?? source;
  if (title === undefined) return undefined;
  const published = attr(citation, 'publication-type') || attr(citation, 'citation-type');
  const type = types[published] ?? (source === undefined ? 'document' : 'book');
  const isPart = partTitle !== undefined && type === 'book';
  const year = /\d{4}/.exec(of('year') ?? '')?.[0];
  const pages = [of('fpage'), of('lpage')].filter(Boolean).join('-');
  const id = (kind: string): string | undefined =>
    all(citation, 'pub-id')
      .filter((one) => attr(one, 'pub-id-type') === kind)
      .map(textOf)[0];
  const link = all(citation, 'ext-link').map((one) => attr(one, 'xlink:href') || textOf(one))[0];
  const groups = all(citation, 'person-group');
  const people = (kinds: RegExp): JatsName[] =>
    jatsNames(
      groups.filter((group) => kinds.test(attr(group, 'person-group-type'))),
      lang,
    );
  // An institution may be the author beside a group of editors.
  const authors = [
    ...people(/^(?:|author|allauthors)$/),
    ...(groups.length > 0 ? children(citation, 'collab').map(nameOf) : jatsNames([citation], lang)),
  ];
  const editors = people(/^editor/);
  const supplement = of('supplement');
  const issue = [
    of('issue'),
    supplement && (/\p{L}{3}/u.test(supplement) ? supplement : `Suppl. ${supplement}`),
  ];
  const fields = {
    type: isPart ? 'chapter' : type,
    title: title.replace(/\.$/, ''),
    author: authors.length > 0 ? authors : undefined,
    editor: editors.length > 0 ? editors : undefined,
    issued: year === undefined ? undefined : { 'date-parts': [[Number(year)]] },
    'container-title': partTitle !== undefined ? source?.replace(/\.$/, '') : undefined,
    volume: of('volume'),
    issue: issue.filter(Boolean).join(' ') || undefined,
    page: pages || of('elocation-id', 'page-range'),
    publisher: of('publisher-name') ?? (textOf(child(citation, 'institution')) || undefined),
    'publisher-place': of('publisher-loc'),
    edition: of('edition'),
    DOI: id('doi'),
    URL: link,
  };
  return validRecord(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
}

type JatsName = { family: string; given?: string } | { literal: string };

const jatsNames = (nodes: Element[], lang: string): JatsName[] =>
  nodes
    .flatMap((node) => nameElements(node, lang))
    .filter((name) => textOf(name) !== '')
    .map(nameOf);

/** The names of people and institutions in an element; of a name’s forms, the one in the article’s language. */
function nameElements(node: Element, lang: string): Element[] {
  return node.children.flatMap((part) => {
    if (part.type !== 'element') return [];
    if (/^(?:name|string-name|collab)$/.test(part.name)) return [part];
    const names = nameElements(part, lang);
    if (!part.name.endsWith('-alternatives')) return names;
    return names.find((name) => attr(name, 'xml:lang').slice(0, 2) === lang) ?? names.slice(0, 1);
  });
}

function nameOf(name: Element): JatsName {
  const [family, given] = [textOf(child(name, 'surname')), textOf(child(name, 'given-names'))];
  if (family !== '') return { family, ...(given === '' ? {} : { given }) };
  // An institution may have its members in it.
  const own = name.children.filter((part) => part.type !== 'element' || part.name !== 'contrib-group');
  const whole = textOf({ ...name, children: own });
  if (name.name !== 'string-name') return { literal: whole };
  const read = readAuthor(whole);
  return read.given === '' ? { literal: read.family } : read;
}

/** The text of an entry that consists only of fields, set as in most journals. */
export function inWords(citation: Element, lang: string): string {
  const of = (name: string): string => all(citation, name).map(textOf).join(', ');
  const names = jatsNames([citation], lang)
    .map((name) => ('literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(' ')))
    .join(', ');
  const pages = [of('fpage'), of('lpage')].filter(Boolean).join('–');
  const issue = [of('issue'), of('supplement')].filter(Boolean).join(' ');
  const volume = of('volume') + (issue === '' ? '' : `(${issue})`);
  const where = [volume, pages || of('elocation-id')].filter(Boolean).join(': ');
  return [
    `${names}${of('year') === '' ? '' : ` (${of('year')})`}`,
    of('article-title') || of('chapter-title') || of('data-title') || of('part-title'),
    [of('source'), where].filter(Boolean).join(' '),
    [of('publisher-loc'), of('publisher-name')].filter(Boolean).join(': '),
    all(citation, 'pub-id')
      .filter((id) => attr(id, 'pub-id-type') === 'doi')
      .map((id) => `https://doi.org/${textOf(id)}`)
      .join(' '),
    of('ext-link'),
  ]
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter(Boolean)
    .join('. ');
}
