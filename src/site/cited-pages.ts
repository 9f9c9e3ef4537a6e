import { publicEditions, type Edition } from '../model/settings.ts';
import { entryKinds, urls } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { chapterIn, chaptersIn, markOf, notesIn, segmentIn, segmentsIn } from '../read/text-in.ts';
import { exhibitPage, nameOfPage, type CitedKind, type OwnPage } from './own-record.ts';
import { pagesOf, type Pages } from './queries.ts';

/** A page that has a file of citation data. */
export interface CitedPage {
  kind: CitedKind;
  id: string;
}

/** A page with the printed pages that it concerns, and those that it rests on. */
export interface Located {
  page: OwnPage;
  pages?: Pages;
  basis?: Pages;
}

interface PageKind {
  /** The ids of all such pages in an edition. */
  ids: (dossier: Dossier, edition: string) => string[];
  /** From the dossier’s root. */
  address: (id: string, edition: string) => string;
  /** The printed pages of its text, if they are known. */
  pages?: (dossier: Dossier, edition: string, id: string) => Pages;
}

const entries = (kind: 'case' | 'term' | 'actor'): PageKind => ({
  ids: (dossier) => dossier[`${kind}s`].map(({ id }) => id),
  address: (id) => urls.entry(kind, id),
});

const pageKinds: Record<CitedKind, PageKind> = {
  segment: {
    ids: (dossier, edition) => segmentsIn(dossier, edition).map(({ id }) => id),
    address: urls.segment,
    pages: (dossier, edition, id) => segmentIn(dossier, edition, id)?.pages,
  },
  note: {
    ids: (dossier, edition) =>
      notesIn(dossier, edition).flatMap(({ number }) => (number === undefined ? [] : String(number))),
    address: (id) => urls.note(Number(id)),
    pages: (dossier, edition, id) => {
      const page = markOf(dossier, edition, Number(id))?.page;
      return page === undefined ? undefined : [page, page];
    },
  },
  case: entries('case'),
  term: entries('term'),
  actor: entries('actor'),
  check: { ids: ({ checks }) => checks.value.map(({ id }) => id), address: urls.check },
  exhibit: {
    ids: ({ exhibits }) => exhibits.map(({ id }) => id),
    address: (id, edition) => urls.exhibit(edition, id),
  },
  // The overviews, lists and front page of an edition, which are in the editors’ words.
  overview: {
    ids: ({ checks }, edition) => [
      urls.front(edition),
      ...entryKinds.map((kind) => urls.index(edition, kind)),
      urls.about(edition),
      urls.argument(edition),
      urls.timeline(edition),
      urls.data(edition),
      urls.status(edition),
      ...(checks.value.length > 0 ? [urls.checks(edition)] : []),
    ],
    address: (id) => id,
  },
  chapter: {
    ids: (dossier, edition) => chaptersIn(dossier, edition).map(({ id }) => id),
    address: (id, edition) => urls.chapter(edition, id),
    pages: (dossier, edition, id) => {
      const chapter = chapterIn(dossier, edition, id);
      return chapter && pagesOf(chapter);
    },
  },
};

/** A page with its name in an edition, which may lack it. */
export const ownPage = (dossier: Dossier, edition: Edition, kind: CitedKind, id: string): OwnPage =>
  kind === 'exhibit'
    ? exhibitPage(dossier, edition, id).page
    : {
        kind,
        id,
        name: nameOfPage(dossier, edition, { kind, id }) ?? id,
        address: pageKinds[kind].address(id, edition.id),
      };

/** A page and the printed pages that it concerns; undefined if an edition lacks it. */
export function locatedPage(
  dossier: Dossier,
  edition: Edition,
  { kind, id }: CitedPage,
): Located | undefined {
  const { ids, pages } = pageKinds[kind];
  if (!ids(dossier, edition.id).includes(id)) return undefined;
  const page = ownPage(dossier, edition, kind, id);
  return kind === 'exhibit'
    ? { page, ...exhibitPage(dossier, edition, id).paper }
    : { page, pages: pages?.(dossier, edition.id, id) };
}

/** Whether a page, in any language, has such a file: not if only a private edition has its text. */
export const hasRecord = (dossier: Dossier, { kind, id }: Pick<OwnPage, 'kind' | 'id'>): boolean =>
  // A chapter is asked for in one edition, and as a parallel page has none.
  kind !== 'chapter' &&
  kind in pageKinds &&
  publicEditions(dossier.settings.value).some((edition) =>
    pageKinds[kind as CitedKind].ids(dossier, edition.id).includes(id),
  );

/** The pages other than segments that have such a file, by their addresses. */
export const citedPages = (dossier: Dossier): Map<string, CitedPage> =>
  new Map(
    publicEditions(dossier.settings.value).flatMap((edition) =>
      (Object.keys(pageKinds) as CitedKind[])
        .filter((kind) => kind !== 'segment')
        .flatMap((kind) =>
          pageKinds[kind].ids(dossier, edition.id).map((id): [string, CitedPage] => {
            return [pageKinds[kind].address(id, edition.id), { kind, id }];
          }),
        ),
    ),
  );
