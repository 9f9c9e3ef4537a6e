import { fingerprint } from '../model/fingerprint.ts';
import { memoize } from '../model/memoize.ts';
import type { Permalink } from '../model/permalink.ts';
import { hasOwnPage, parseSegmentId } from '../model/segment-id.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import { collections, addressInLanguage, entryKinds, urls, type EntryKind } from '../model/urls.ts';
import type { Chapter, Dossier } from '../read/dossier.ts';
import { entityKey } from '../model/entity-key.ts';
import { entitiesOf } from '../release/entities.ts';

/** An address that the dossier has, and the entity that it belongs to. */
export interface Address {
  path: string;
  kind: Permalink['kind'];
  id: string;
  /** The edition of the page; undefined for a page of all editions. */
  edition?: string;
  /** For a page of all editions in this edition’s language: the neutral page, which is canonical. */
  neutral?: string;
}

/**
 * Every promised address, in the order of the dossier: the pages of its entities and their indexes, and in chapters
 * the anchors of segments and notes. Anchors of units (`#p2.4.2-3`) are promised only within a release; those of note
 * marks and of the interface are not promised at all. Files that accompany a page, such as its data in another
 * format, are found from the page.
 */
export const addressesOf = memoize((dossier: Dossier): Address[] => {
  const published = publicEditions(dossier.settings.value);
  const neutral = neutralAddresses(dossier, published);
  return [
    { path: '/', kind: 'page', id: '/' },
    ...(['csv', 'json'] as const).map((format): Address => {
      const path = urls.dataFile(format);
      return { path, kind: 'page', id: path };
    }),
    ...neutral,
    ...published.flatMap(({ id: edition }) => [
      ...addressesIn(dossier, edition),
      ...(published.length > 1 ? neutral : []).map((one) => ({
        ...one,
        path: addressInLanguage(published, edition, one.path),
        edition,
        neutral: one.path,
      })),
    ]),
  ];
});

/** The addresses of pages of all editions. */
function neutralAddresses(dossier: Dossier, published: Edition[]): Address[] {
  const chapters = dossier.chapters.filter(({ edition }) => published.some(({ id }) => id === edition));
  const segments = unique(chapters.flatMap((chapter) => chapter.segments.map(({ id }) => id)));
  const notes = unique(
    chapters.flatMap((chapter) =>
      chapter.notes.flatMap(({ number }) => (number === undefined ? [] : [number])),
    ),
  );
  return [
    ...segments.filter(hasOwnPage).map((id): Address => ({ path: urls.segment(id), kind: 'segment', id })),
    ...unique(chapters.map(({ id }) => id))
      .filter((id) => chapters.filter((chapter) => chapter.id === id).length > 1)
      .map((id): Address => ({ path: urls.parallel(id), kind: 'chapter', id })),
    ...notes.map((number): Address => ({ path: urls.note(number), kind: 'note', id: String(number) })),
    ...dossier.checks.value.map(({ id }): Address => ({ path: urls.check(id), kind: 'check', id })),
    ...entryKinds.flatMap((kind) =>
      entries(dossier, kind).map((id): Address => ({ path: urls.entry(kind, id), kind, id })),
    ),
  ];
}

/** The addresses of an edition’s own pages. */
function addressesIn(dossier: Dossier, edition: string): Address[] {
  const page = (path: string): Address => ({
    path,
    kind: 'page',
    id: path.slice(urls.front(edition).length - 1),
    edition,
  });
  return [
    page(urls.front(edition)),
    ...dossier.chapters.filter((one) => one.edition === edition).flatMap(chapterAddresses),
    ...(['data', 'timeline', 'argument', 'search', 'status', 'about'] as const).map((name) =>
      page(urls[name](edition)),
    ),
    ...dossier.exhibits.flatMap(({ id }): Address[] => [
      { path: urls.exhibit(edition, id), kind: 'exhibit', id, edition },
      page(urls.exhibitData(edition, id)),
    ]),
    ...(dossier.checks.value.length > 0 ? [page(urls.checks(edition))] : []),
    ...entryKinds.flatMap((kind): Address[] => [
      page(urls.index(edition, kind)),
      ...entries(dossier, kind).flatMap((id): Address[] => [
        { path: urls.entryIn(edition, kind, id), kind, id, edition },
        // Until 1.1.0, the only address of a case without prose was its anchor in the index.
        ...(kind === 'case' ? [{ path: `${urls.index(edition, kind)}#${id}`, kind, id, edition }] : []),
      ]),
    ]),
  ];
}

/** The addresses of a chapter and of the anchors of its segments and notes. */
const chapterAddresses = ({ id: chapter, edition, segments, notes }: Chapter): Address[] => [
  { path: urls.chapter(edition, chapter), kind: 'chapter', id: chapter, edition },
  ...segments.map(({ id }): Address => ({
    path: urls.segmentInChapter(edition, chapter, id),
    kind: parseSegmentId(id)?.type === 'exhibit' ? 'exhibit' : 'segment',
    id,
    edition,
  })),
  ...notes.map(({ label }): Address => ({
    path: urls.noteInChapter(edition, chapter, label),
    kind: 'note',
    id: label,
    edition,
  })),
];

const entries = (dossier: Dossier, kind: EntryKind): string[] =>
  unique(dossier[collections[kind]].map(({ id }) => id));

const unique = <T>(list: T[]): T[] => [...new Set(list)];

/** The fingerprint of the text at an address: in the address’s edition, or in all published editions. */
export function fingerprinter(dossier: Dossier): (address: Address) => string | undefined {
  const texts = publicEditions(dossier.settings.value).map((edition) => ({
    edition: edition.id,
    entities: new Map(entitiesOf(dossier, edition).map((entity) => [entityKey(entity), entity.text])),
  }));
  return (address) => {
    const own = texts
      .filter(({ edition }) => edition === (address.edition ?? edition))
      .flatMap(({ entities }) => entities.get(entityKey(address)) ?? []);
    return own.length === 0 ? undefined : fingerprint(own.join('\n'));
  };
}
