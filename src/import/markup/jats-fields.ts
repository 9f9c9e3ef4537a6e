import type { Element } from 'xast';
import { validRecord, type LibraryRecord } from '../../cite/read-library.ts';
import type { SourceMetadata } from '../source-document.ts';
import { readAuthor } from '../words/bylines.ts';
import { defined, languageTag, pagesOf } from './html-metadata.ts';
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
    .flatMap((contrib) => {
      const [name] = [...all(contrib, 'name'), ...all(contrib, 'string-name')];
      const collab = textOf(child(contrib, 'collab'));
      const family = textOf(child(name, 'surname'));
      if (name)
        return [
          family === '' ? readAuthor(textOf(name)) : { family, given: textOf(child(name, 'given-names')) },
        ];
      return collab === '' ? [] : [{ family: collab, given: '' }];
    });
  const title = textOf(child(child(meta, 'title-group'), 'article-title'));
  return defined({
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
export function recordOf(ref: Element): LibraryRecord | undefined {
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
  const people = (
    kinds: RegExp,
    among: Element[],
  ): { family: string; given?: string }[] | { literal: string }[] =>
    jatsNames(among.filter((group) => kinds.test(attr(group, 'person-group-type'))));
  const authors = groups.length > 0 ? people(/^(?:|author|allauthors)$/, groups) : jatsNames([citation]);
  const editors = people(/^editor/, groups);
  const fields = {
    type: isPart ? 'chapter' : type,
    title: title.replace(/\.$/, ''),
    author: authors.length > 0 ? authors : undefined,
    editor: editors.length > 0 ? editors : undefined,
    issued: year === undefined ? undefined : { 'date-parts': [[Number(year)]] },
    'container-title': partTitle !== undefined ? source?.replace(/\.$/, '') : undefined,
    volume: of('volume'),
    issue: of('issue'),
    page: pages || of('elocation-id', 'page-range'),
    publisher: of('publisher-name'),
    'publisher-place': of('publisher-loc'),
    edition: of('edition'),
    DOI: id('doi'),
    URL: link,
  };
  return validRecord(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
}

function jatsNames(nodes: Element[]): { family: string; given?: string }[] {
  return nodes.flatMap((node) =>
    [...all(node, 'name'), ...all(node, 'string-name')].flatMap((name) => {
      const family = textOf(child(name, 'surname'));
      const given = textOf(child(name, 'given-names'));
      return family === '' ? [] : [{ family, ...(given === '' ? {} : { given }) }];
    }),
  );
}

/** The text of an entry that consists only of fields, set as in most journals. */
export function inWords(citation: Element): string {
  const of = (name: string): string => all(citation, name).map(textOf).join(', ');
  const names = [...all(citation, 'name'), ...all(citation, 'collab')]
    .map((name) =>
      name.name === 'name'
        ? [child(name, 'surname'), child(name, 'given-names')]
            .map((one) => textOf(one))
            .filter(Boolean)
            .join(' ')
        : textOf(name),
    )
    .join(', ');
  const pages = [of('fpage'), of('lpage')].filter(Boolean).join('–');
  const volume = of('volume') + (of('issue') === '' ? '' : `(${of('issue')})`);
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
