import { htmlId, unitHtmlId } from './segment-id.ts';
import type { Attribution } from './wording.ts';

/** The entries that have pages of their own. The keys are the schemes of cross references. */
export const collections = {
  case: 'cases',
  term: 'terms',
  actor: 'actors',
  work: 'works',
} as const;

export type EntryKind = keyof typeof collections;
// Marked as pure, so that the scripts of pages do without it.
export const entryKinds = /* @__PURE__ */ Object.keys(collections) as EntryKind[];

// Functions of their own, so that the scripts of pages take these and not all of `urls`.
export const chapterPage = (edition: string, chapter: string): string => `/${edition}/${chapter}/`;
export const segmentPage = (id: string): string => `/p/${id}/`;
export const notePage = (number: number | string): string => `/note/${number}/`;
export const checkPage = (id: string): string => `/check/${id}/`;
export const recordFile = (page: string): string => page.replace(/\/$/, '.json');

/**
 * Every address of a dossier: lower-case ASCII, trailing slash, from the dossier’s root (docs/reference/addresses.md).
 * `withBase` and `absolute` prepend a base path or the public site.
 */
export const urls = {
  front: (edition: string) => `/${edition}/`,
  chapter: chapterPage,
  /** The segment’s own page, for all editions: the address to cite. */
  segment: segmentPage,
  /** The segment within its chapter, in one edition. */
  segmentInChapter: (edition: string, chapter: string, id: string) => `/${edition}/${chapter}/#${htmlId(id)}`,
  /** A unit within its chapter, in one edition. */
  unitInChapter: (edition: string, chapter: string, id: string, unit: number) =>
    `/${edition}/${chapter}/#${unitHtmlId(id, unit)}`,
  /** A chapter with its editions side by side. */
  parallel: (chapter: string) => `/parallel/${chapter}/`,
  note: notePage,
  /** The note at the end of its chapter, in one edition. */
  noteInChapter: (edition: string, chapter: string, number: number | string) =>
    `/${edition}/${chapter}/#note-${number}`,
  /** A source check, for all editions: the address to cite. */
  check: checkPage,
  /** All source checks of the dossier. */
  checks: (edition: string) => `/${edition}/checks/`,
  entry: (kind: EntryKind, slug: string) => `/${kind}/${slug}/`,
  entryIn: (edition: string, kind: EntryKind, slug: string) => `/${edition}/${collections[kind]}/${slug}/`,
  index: (edition: string, kind: EntryKind) => `/${edition}/${collections[kind]}/`,
  /** The list of works in a form other than the edition’s default. */
  worksIn: (edition: string, form: string) => `/${edition}/works/${form}/`,
  /** Records for reference managers: all works, or one. */
  worksFile: (format: string) => `/works.${format}`,
  workFile: (key: string, format: string) => `/work/${key}.${format}`,
  /** How a page is cited, as data; for a segment, also its text. */
  recordFile,
  /** The dossier or a release of it, as described for deposit in a repository. */
  depositFile: (name: 'CITATION.cff' | 'datacite.json', version?: string) =>
    `${version === undefined ? '' : `/v/${version}`}/${name}`,
  /** A chapter as plain text with markup. */
  chapterText: (edition: string, chapter: string) => `/${edition}/${chapter}.md`,
  exhibit: (edition: string, id: string) => `/${edition}/exhibits/${id}/`,
  /** The exhibit’s data as CSV. */
  exhibitData: (edition: string, id: string) => `/${edition}/exhibits/${id}.csv`,
  /** A picture in one of its sizes; its name contains a hash of its content. */
  picture: (name: string) => `/pictures/${name}`,
  /** The paper drawn to scale, beside the chapters of an edition. */
  ruler: (edition: string) => `/${edition}/ruler.svg`,
  /** The paper drawn to scale in one line, at the head of every page. */
  strip: () => '/strip.svg',
  /** The whole site, for reading from a folder. */
  folder: (file: string) => `/offline/${file}`,
  /** The preview image for links to the dossier. */
  shareImage: () => '/share.png',
  /** Every amount and date of the paper. */
  data: (edition: string) => `/${edition}/data/`,
  dataFile: (format: 'csv' | 'json') => `/data.${format}`,
  timeline: (edition: string) => `/${edition}/timeline/`,
  /** Who made the dossier, and how. */
  about: (edition: string) => `/${edition}/about/`,
  /** What each section argues. */
  argument: (edition: string) => `/${edition}/argument/`,
  search: (edition: string) => `/${edition}/search/`,
  /** Tells browsers how to search the dossier (OpenSearch). */
  searchDescription: (edition: string) => `/${edition}/search.xml`,
  /** The style sheet for the footer of printed sheets. */
  printStyle: (edition: string, whose: Attribution) =>
    `/${edition}/print${whose === 'account' ? '-account' : ''}.css`,
  /** How much of the editions has been compared. */
  status: (edition: string) => `/${edition}/status/`,
  /** The list of releases. */
  releases: () => '/v/',
  /** A release; below, a segment of it in all editions and a chapter in one. */
  release: (version: string) => `/v/${version}/`,
  /** A release in a downloadable format. */
  formOfRelease: (version: string, file: string) => `/v/${version}/${file}`,
  segmentInRelease: (version: string, id: string) => `/v/${version}/p/${id}/`,
  chapterInRelease: (version: string, edition: string, chapter: string) =>
    `/v/${version}/${edition}/${chapter}/`,
};

/**
 * A neutral page in the language of one of the editions: /en/p/2.4.2/ for /p/2.4.2/. With a single edition it is the
 * neutral page itself.
 */
export const addressInLanguage = (
  editions: readonly { id: string }[],
  edition: string,
  address: string,
): string => (editions.length > 1 ? `/${edition}${address}` : address);

/** The address that resolves a DOI. */
export const doiAddress = (doi: string): string => `https://doi.org/${doi}`;

/** Prepends a base path such as `/dossier/` to an address from the dossier’s root. */
export const withBase = (base: string, address: string): string => base.replace(/\/+$/, '') + address;

/** The address to cite: the public one, or for a dossier without `site` the path at which this copy is served. */
export const permalink = (site: string | undefined, base: string, address: string): string =>
  withBase(site ?? base, address);

/** The full public address; `site` is the dossier’s public address, including its path. */
export const absolute = (site: string, address: string): string => withBase(site, address);
