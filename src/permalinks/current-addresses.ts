import { fingerprint } from '../model/fingerprint.ts';
import type { Permalink } from '../model/permalink.ts';
import { hasOwnPage, parseSegmentId } from '../model/segment-id.ts';
import { publicEditions } from '../model/settings.ts';
import { collections, spokenIn, urls, type EntryKind } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { entityKey, entitiesOf } from '../release/entities.ts';

/** An address that the dossier gives, and what to. */
export interface Address {
  path: string;
  kind: Permalink['kind'];
  id: string;
  /** The edition that it shows; none where it shows all. */
  edition?: string;
  /** Of a page that shows all editions and speaks this one's language: the neutral page, which is canonical. */
  neutral?: string;
}

/**
 * Every address that is promised, in the order of the dossier: the pages of its entities, what lists them, and in chapters
 * the places of segments and notes. The places of units (`#p2.4.2-3`) are promised within a release only; those of note
 * marks and of the interface, not at all. What is read beside a page, such as its data in another format, is found
 * from the page.
 */
export function addressesOf(dossier: Dossier): Address[] {
  const published = publicEditions(dossier.settings.value);
  const editions = published.map(({ id }) => id);
  const shown = new Set(editions);
  const chapters = dossier.chapters.filter(({ edition }) => shown.has(edition));
  const segments = unique(chapters.flatMap((chapter) => chapter.segments.map(({ id }) => id)));
  const notes = unique(
    chapters.flatMap((chapter) =>
      chapter.notes.flatMap(({ number }) => (number === undefined ? [] : [number])),
    ),
  );
  const entries = (kind: EntryKind): string[] => unique(dossier[collections[kind]].map(({ id }) => id));

  const neutral: Address[] = [
    ...segments.filter(hasOwnPage).map((id): Address => ({ path: urls.segment(id), kind: 'segment', id })),
    ...unique(chapters.map(({ id }) => id))
      .filter((id) => chapters.filter((chapter) => chapter.id === id).length > 1)
      .map((id): Address => ({ path: urls.parallel(id), kind: 'chapter', id })),
    ...notes.map((number): Address => ({ path: urls.note(number), kind: 'note', id: String(number) })),
    ...dossier.checks.value.map(({ id }): Address => ({ path: urls.check(id), kind: 'check', id })),
    ...entryKinds.flatMap((kind) =>
      entries(kind).map((id): Address => ({ path: urls.entry(kind, id), kind, id })),
    ),
  ];
  const addresses: Address[] = [
    { path: '/', kind: 'page', id: '/' },
    { path: urls.dataFile('csv'), kind: 'page', id: urls.dataFile('csv') },
    { path: urls.dataFile('json'), kind: 'page', id: urls.dataFile('json') },
    ...neutral,
  ];
  for (const edition of editions) {
    const page = (path: string): Address => ({
      path,
      kind: 'page',
      id: path.slice(urls.front(edition).length - 1),
      edition,
    });
    addresses.push(page(urls.front(edition)));
    for (const chapter of chapters.filter((one) => one.edition === edition)) {
      addresses.push({ path: urls.chapter(edition, chapter.id), kind: 'chapter', id: chapter.id, edition });
      for (const { id } of chapter.segments) {
        const kind = parseSegmentId(id)?.type === 'exhibit' ? 'exhibit' : 'segment';
        addresses.push({ path: urls.segmentInChapter(edition, chapter.id, id), kind, id, edition });
      }
      for (const { label } of chapter.notes)
        addresses.push({
          path: urls.noteInChapter(edition, chapter.id, label),
          kind: 'note',
          id: label,
          edition,
        });
    }
    addresses.push(
      ...(['data', 'timeline', 'argument', 'search', 'status', 'about'] as const).map((name) =>
        page(urls[name](edition)),
      ),
      ...dossier.exhibits.flatMap(({ id }): Address[] => [
        { path: urls.exhibit(edition, id), kind: 'exhibit', id, edition },
        page(urls.exhibitData(edition, id)),
      ]),
    );
    if (dossier.checks.value.length > 0) addresses.push(page(urls.checks(edition)));
    for (const kind of entryKinds) {
      addresses.push(page(urls.index(edition, kind)));
      for (const id of entries(kind)) {
        addresses.push({ path: urls.entryIn(edition, kind, id), kind, id, edition });
        // Until 1.1.0 a case without prose had no other address than its place in the index.
        if (kind === 'case')
          addresses.push({ path: `${urls.index(edition, kind)}#${id}`, kind, id, edition });
      }
    }
    if (editions.length > 1)
      addresses.push(
        ...neutral.map((one) => ({
          ...one,
          path: spokenIn(published, edition, one.path),
          edition,
          neutral: one.path,
        })),
      );
  }
  return addresses;
}

const entryKinds = Object.keys(collections) as EntryKind[];

const unique = <T>(list: T[]): T[] => [...new Set(list)];

/** The fingerprint of the text behind an address: of what is there in that edition, or in all that are published. */
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
