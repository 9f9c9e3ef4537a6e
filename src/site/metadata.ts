import type { Citable } from '../cite/csl-item.ts';
import { isoDate } from '../cite/dates.ts';
import { exportFormats, exportNames } from '../cite/export.ts';
import { paperItem } from '../cite/own-items.ts';
import { invertedName } from '../cite/ris.ts';
import { languageIn, sayVerdict } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { localised } from '../model/localised.ts';
import type { FrozenEdition } from '../model/release.ts';
import type { Edition } from '../model/settings.ts';
import { doiAddress, urls, withBase, type EntryKind } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { chaptersIn, workOf } from '../read/text-in.ts';
import { checkOf } from './checks.ts';
import { hasRecord, ownPage } from './cited-pages.ts';
import { ownRecord, type OwnPage } from './own-record.ts';
import { coins } from './coins.ts';
import { releasedRecord } from './released-record.ts';

/** The subject of a page, for its metadata. Its address is the one by which it is cited. */
export type About =
  | ({ type: 'own' } & OwnPage)
  | { type: 'work'; id: string }
  | ({ type: 'released'; frozen: FrozenEdition } & OwnPage);

export interface Metadata {
  /** Highwire’s meta tags and a few of Zotero’s, which harvesters and reference managers read. */
  tags: [name: string, content: string][];
  /** Signposts for machines (https://signposting.org/FAIR/). */
  links: { rel: string; href: string; type?: string }[];
  /** The content of a script element. */
  jsonLd: string;
  /**
   * A ContextObject, if the authors are not the editors: from the tags, Zotero would store the page’s description as
   * the authors’ abstract.
   */
  coins?: string;
}

/** The subject of a page that does not declare one: the dossier, or an overview of it. */
export const aboutPage = (
  { settings }: Dossier,
  edition: Edition,
  { title, address }: { title: string; address: string },
): About =>
  address === '/' || address === urls.front(edition.id)
    ? {
        type: 'own',
        kind: 'dossier',
        id: settings.value.dossier.version,
        name: localised(settings.value.dossier.title, edition),
        address: '/',
      }
    : { type: 'own', kind: 'overview', id: address, name: title, address };

/** The subject of an entry’s page; for a work, the work itself. */
export const aboutEntry = (dossier: Dossier, edition: Edition, kind: EntryKind, id: string): About =>
  kind === 'work' ? { type: 'work', id } : { type: 'own', ...ownPage(dossier, edition, kind, id) };

/** `base` is the path prefix of the site’s links. */
export function metadataOf(dossier: Dossier, base: string, about: About, edition: Edition): Metadata {
  if (about.type === 'work') return workMetadata(dossier, base, about.id);
  if (about.type === 'released') return releasedMetadata(dossier, base, about, edition);
  const record = ownRecord(dossier, base, edition, about);
  // The authors’ own words count as the paper, on any page.
  const files = filesOf(dossier, base, about, edition);
  if (!record) return paperMetadata(dossier, edition, files);
  const { licence } = dossier.settings.value.dossier;
  const extra = about.kind === 'check' ? reviewOf(dossier, about.id, edition) : {};
  return ownMetadata(dossier, edition, about, record, licence?.url, extra, [
    ...authorOf(dossier, base, edition),
    ...files,
  ]);
}

function paperMetadata({ settings }: Dossier, edition: Edition, files: Metadata['links']): Metadata {
  const item = paperItem(settings.value, edition);
  return {
    tags: tagsOf(item),
    links: [
      ...(item.DOI === undefined ? [] : [{ rel: 'cite-as', href: doiAddress(item.DOI) }]),
      ...typesOf('ScholarlyArticle'),
      ...files,
    ],
    jsonLd: json(workData(item)),
    coins: coins(item),
  };
}

/** Without author and licence, which harvesters would take for those of the work. */
function workMetadata(dossier: Dossier, base: string, id: string): Metadata {
  const item = workOf(dossier, id)?.value;
  if (!item) throw new Error(`No work “${id}”`);
  const data = workData(item);
  return {
    tags: [],
    links: [
      ...(item.DOI === undefined ? [] : [{ rel: 'cite-as', href: doiAddress(item.DOI) }]),
      ...typesOf(data['@type']),
      { rel: 'describedby', href: withBase(base, urls.workFile(id, 'json')), type: CSL_JSON },
    ],
    jsonLd: json(data),
    coins: coins(item),
  };
}

function releasedMetadata(
  dossier: Dossier,
  base: string,
  { frozen, ...page }: Extract<About, { type: 'released' }>,
  edition: Edition,
): Metadata {
  const record = releasedRecord(dossier, base, frozen, page);
  const files = dataCite(base, frozen.version);
  return record
    ? ownMetadata(dossier, edition, page, record, frozen.licence?.url, {}, [
        ...authorOf(dossier, base, edition),
        ...files,
      ])
    : paperMetadata(dossier, edition, files);
}

/** The metadata of a page in the editors’ words or a translator’s. */
function ownMetadata(
  { settings }: Dossier,
  edition: Edition,
  { kind, id }: OwnPage,
  record: Citable,
  licence: string | undefined,
  extra: Record<string, unknown>,
  links: Metadata['links'],
): Metadata {
  const { paper } = settings.value;
  const paperRecord = {
    '@type': 'ScholarlyArticle',
    '@id': paper.DOI && doiAddress(paper.DOI),
    name: localised(paper.title, edition),
  };
  const translators = record.translator;
  // The tags can only name a translator in the title.
  const title = translators
    ? translationsFor(edition.lang).cite.title.translation({
        name: record.title,
        translator: literal(translators[0]),
        language: languageIn(edition.lang, edition.lang),
      })
    : record.title;
  const isWhole = kind === 'dossier';
  const isAddress = record.URL?.startsWith('http');
  const data = {
    '@type': kind === 'chapter' ? 'Chapter' : isWhole ? 'Book' : 'CreativeWork',
    '@id': isAddress ? record.URL : undefined,
    name: title,
    author: peopleOf(record.author),
    ...(translators
      ? {
          translator: { '@type': 'Person', name: literal(translators[0]) },
          editor: peopleOf(record.editor),
          translationOfWork: paperRecord,
        }
      : { isBasedOn: paper.DOI ? doiAddress(paper.DOI) : paperRecord }),
    datePublished: isoDate(record.issued),
    version: record.version,
    inLanguage: record.language,
    isPartOf: isWhole ? undefined : { '@type': 'Book', name: record['container-title'] },
    license: licence,
    ...extra,
  };
  return {
    tags: [
      ...tagsOf({ ...record, title, URL: isAddress ? record.URL : undefined }),
      // Highwire has no tags for versions and books; Zotero reads these.
      ['bibo:edition', record.version ?? ''],
      ...(isWhole ? [['z:itemType', 'book'] satisfies [string, string]] : []),
    ],
    links: [
      ...(record.URL === undefined ? [] : [{ rel: 'cite-as', href: record.URL }]),
      ...typesOf(kind === 'overview' && id.endsWith('/data/') ? 'Dataset' : data['@type']),
      ...(licence === undefined ? [] : [{ rel: 'license', href: licence }]),
      ...links,
    ],
    jsonLd: json(data),
    ...(translators ? { coins: coins({ ...record, title }) } : {}),
  };
}

const CSL_JSON = exportFormats.json.type;

/** Who answers for the words of an edition, which a release may have and the dossier no longer. */
function authorOf({ settings }: Dossier, base: string, edition: Edition): Metadata['links'] {
  const { editions } = settings.value;
  const { id } = editions.find((one) => one.id === edition.id) ?? editions[0]!;
  return [{ rel: 'author', href: withBase(base, urls.about(id)) }];
}

const dataCite = (base: string, version?: string): Metadata['links'] => [
  {
    rel: 'describedby',
    href: withBase(base, urls.depositFile('datacite.json', version)),
    type: 'application/vnd.datacite.datacite+json',
  },
];

/** The files that describe a page or contain its content. Private text is in none of them. */
function filesOf(dossier: Dossier, base: string, page: OwnPage, edition: Edition): Metadata['links'] {
  const { kind, id, address } = page;
  if (edition.private) return [];
  const file = (rel: string, path: string, type: string) => ({ rel, href: withBase(base, path), type });
  const item = (path: string, type: string) => file('item', path, type);
  const texts = chaptersIn(dossier, edition.id)
    .filter((chapter) => kind === 'dossier' || chapter.id === id)
    .map((chapter) => item(urls.chapterText(edition.id, chapter.id), 'text/markdown'));
  // On a parallel page, the edition may lack the chapter.
  const recorded =
    kind === 'chapter'
      ? texts.length > 0 && urls.chapter(edition.id, id)
      : hasRecord(dossier, page) && address;
  const items = (): Metadata['links'] => {
    switch (kind === 'overview' ? address : kind) {
      case 'chapter':
        return texts;
      case 'exhibit':
        return [item(urls.exhibitData(edition.id, id), 'text/csv')];
      case 'dossier':
        return [
          file('describedby', urls.depositFile('CITATION.cff'), 'application/yaml'),
          ...texts,
          ...(dossier.works.length > 0 ? [item(urls.worksFile('json'), CSL_JSON)] : []),
        ];
      case urls.data(edition.id):
        return [item(urls.dataFile('csv'), 'text/csv'), item(urls.dataFile('json'), 'application/json')];
      case urls.index(edition.id, 'work'):
        return exportNames.map((format) => item(urls.worksFile(format), exportFormats[format].type));
      default:
        return [];
    }
  };
  return [
    ...(recorded ? [file('describedby', urls.recordFile(recorded), 'application/json')] : dataCite(base)),
    ...items(),
  ];
}

/** The types of a page: its own, and that of a page about a resource. */
const typesOf = (type: string): Metadata['links'] =>
  [type, 'AboutPage'].map((name) => ({ rel: 'type', href: `https://schema.org/${name}` }));

const tagsOf = (item: Citable): Metadata['tags'] => {
  const [first, last] = item.page?.split('-') ?? [];
  const container = item['container-title'];
  const fields: [string, string | undefined][] = [
    ['title', item.title],
    ...(item.author ?? []).map((name): [string, string] => ['author', invertedName(name)]),
    ['journal_title', item.type === 'article-journal' ? container : undefined],
    // `citation_book_title` would make the page itself a book.
    ['inbook_title', item.type === 'chapter' ? container : undefined],
    ['publication_date', isoDate(item.issued)],
    ['volume', item.volume],
    ['issue', item.issue],
    ['firstpage', first],
    ['lastpage', last],
    ['doi', item.DOI],
    ['language', item.language],
    ['public_url', item.URL],
  ];
  return fields.flatMap(([name, content]) => (content === undefined ? [] : [[`citation_${name}`, content]]));
};

type CitableName = NonNullable<Citable['author']>[number];

const literal = (name: CitableName | undefined): string => (name && 'literal' in name ? name.literal : '');

const peopleOf = (names: Citable['author'] = []): unknown[] =>
  names.map((name) =>
    'literal' in name
      ? { '@type': 'Organization', name: name.literal }
      : { '@type': 'Person', familyName: name.family, givenName: name.given },
  );

const schemaTypes: Partial<Record<Citable['type'], string>> = {
  'article-journal': 'ScholarlyArticle',
  'article-magazine': 'Article',
  'article-newspaper': 'NewsArticle',
  book: 'Book',
  chapter: 'Chapter',
  legislation: 'Legislation',
  'post-weblog': 'BlogPosting',
  report: 'Report',
  thesis: 'Thesis',
  webpage: 'WebPage',
};

/** A publication in schema.org’s vocabulary. */
function workData(item: Citable): Record<string, unknown> & { '@type': string } {
  const container = item['container-title'];
  const isJournal = item.type === 'article-journal';
  return {
    '@type': schemaTypes[item.type] ?? 'CreativeWork',
    '@id': item.DOI && doiAddress(item.DOI),
    name: item.title,
    author: peopleOf(item.author),
    datePublished: isoDate(item.issued),
    inLanguage: item.language,
    pagination: item.page,
    url: item.URL,
    isPartOf: container && {
      '@type': isJournal ? 'PublicationIssue' : 'CreativeWork',
      ...(isJournal
        ? { issueNumber: item.issue, isPartOf: { '@type': 'Periodical', name: container } }
        : { name: container }),
    },
  };
}

/** The fields that make a page a review of a claim; a check whose source was not available is not a review. */
function reviewOf(dossier: Dossier, id: string, edition: Edition): Record<string, unknown> {
  const check = checkOf(dossier, id);
  if (!check || check.verdict === 'not-to-be-had') return {};
  const settings = dossier.settings.value;
  const paper = paperItem(settings, edition);
  return {
    '@type': 'ClaimReview',
    claimReviewed: localised(check.claim, edition),
    dateCreated: check.date,
    itemReviewed: {
      '@type': 'Claim',
      author: peopleOf(paper.author),
      datePublished: isoDate(paper.issued),
      appearance: {
        '@type': 'ScholarlyArticle',
        '@id': paper.DOI && doiAddress(paper.DOI),
        name: paper.title,
      },
    },
    // A verdict in words, since there is no numeric scale.
    reviewRating: { '@type': 'Rating', alternateName: sayVerdict(translationsFor(edition.lang), check) },
  };
}

/** JSON that cannot close its script element. */
export const json = (value: Record<string, unknown>): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...value }).replaceAll('<', '\\u003c');
