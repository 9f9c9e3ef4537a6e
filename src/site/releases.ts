import { isDeepStrictEqual } from 'node:util';
import { fingerprint } from '../model/fingerprint.ts';
import {
  compareVersions,
  type FrozenChapter,
  type FrozenEdition,
  type FrozenSegment,
} from '../model/release.ts';
import { compareSegmentIds, hasOwnPage, htmlId } from '../model/segment-id.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import { urls } from '../model/urls.ts';
import { entityKey } from '../model/entity-key.ts';
import { frozenEntities, entitiesOf, type CitableEntity } from '../release/entities.ts';
import type { Dossier, Segment } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { pictureFiles } from './pictures.ts';

/** A release with its editions, in the order of the dossier at that time. */
export interface Release {
  version: string;
  issued: string;
  editions: FrozenEdition[];
}

/** All releases, oldest first. */
export const releasesOf = memoize(({ releases }: Dossier): Release[] =>
  [...releases.list.value]
    .sort((a, b) => compareVersions(a.version, b.version))
    .map(({ version, issued, editions }) => ({
      version,
      issued,
      editions: Object.keys(editions).flatMap((edition) =>
        releases.files
          .filter((file) => file.version === version && file.edition === edition)
          .map(({ value }) => value),
      ),
    })),
);

/** The paths of all releases, for Astro. */
export const releasePaths = (dossier: Dossier) =>
  releasesOf(dossier).map((release) => ({ params: { version: release.version }, props: { release } }));

/** The paths of all segments with pages of their own in all releases. */
export const releasedSegmentPaths = (dossier: Dossier) =>
  releasesOf(dossier).flatMap((release) =>
    releasedSegments(release).map((id) => ({
      params: { version: release.version, id },
      props: { release, id },
    })),
  );

/** The paths of all chapters in all releases. */
export const releasedChapterPaths = (dossier: Dossier) =>
  releasesOf(dossier).flatMap((release) =>
    release.editions.flatMap((frozen) =>
      frozen.chapters.map((chapter) => ({
        params: { version: release.version, edition: frozen.edition.id, chapter: chapter.id },
        props: { release, frozen, chapter },
      })),
    ),
  );

/** An edition in a release, if that has it. */
export const frozenIn = (dossier: Dossier, edition: Edition, version: string): FrozenEdition | undefined =>
  releasesOf(dossier)
    .find((one) => one.version === version)
    ?.editions.find((one) => one.edition.id === edition.id);

/** A segment in an edition of a release, with its chapter. */
export function findReleased(
  { chapters }: FrozenEdition,
  id: string,
): { segment: FrozenSegment; chapter: FrozenChapter } | undefined {
  for (const chapter of chapters) {
    const segment = chapter.segments.find((one) => one.id === id);
    if (segment) return { segment, chapter };
  }
  return undefined;
}

/** The first and the last printed page of some segments, if they are known. */
export function pagesOfRange(segments: FrozenSegment[]): [number, number] | undefined {
  const all = segments.flatMap(({ pages }) => pages ?? []);
  return all.length > 0 ? [Math.min(...all), Math.max(...all)] : undefined;
}

/** The ids of a release’s segments that have their own page, in the order of the paper. */
export const releasedSegments = ({ editions }: Release): string[] =>
  [
    ...new Set(
      editions
        .flatMap(({ chapters }) => chapters.flatMap(({ segments }) => segments.map(({ id }) => id)))
        .filter(hasOwnPage),
    ),
  ].sort(compareSegmentIds);

/** Fingerprints of everything in an edition, by kind and id; white space does not count. */
const fingerprintsOf = (entities: CitableEntity[]): Map<string, string> =>
  new Map(entities.map((entity) => [entityKey(entity), fingerprint(entity.text)]));

/** The texts of each release, and the present texts of the dossier. */
const textsOf = memoize((dossier: Dossier) => {
  const released = releasesOf(dossier).map((release) => ({
    release,
    texts: new Map(
      release.editions.map((frozen) => [frozen.edition.id, fingerprintsOf(frozenEntities(frozen))]),
    ),
  }));
  const editions = released.length === 0 ? [] : publicEditions(dossier.settings.value);
  return {
    released,
    present: new Map(editions.map((edition) => [edition.id, fingerprintsOf(entitiesOf(dossier, edition))])),
  };
});

/** The latest release, if the dossier’s version, text and pictures are still the same. */
export const releaseAsItStands = memoize((dossier: Dossier): Release | undefined => {
  const { released, present } = textsOf(dossier);
  const latest = released.at(-1);
  const isSame =
    latest?.release.version === dossier.settings.value.dossier.version &&
    latest.texts.size === present.size &&
    pictureFiles(dossier).every(
      ({ name, width }) => width !== undefined || dossier.releases.pictures.has(name),
    ) &&
    [...present].every(([edition, texts]) => isDeepStrictEqual(texts, latest.texts.get(edition)));
  return isSame ? latest.release : undefined;
});

/** The ids of the segments with pages of their own that a released edition has otherwise than its present text. */
export function changedLater(
  dossier: Dossier,
  version: string,
  { edition, chapters }: FrozenEdition,
): Set<string> {
  const { released, present } = textsOf(dossier);
  const now = present.get(edition.id);
  const then = released.find(({ release }) => release.version === version)?.texts.get(edition.id);
  const isOther = (key: string): boolean => now?.has(key) === true && now.get(key) !== then?.get(key);
  const ids = chapters.flatMap(({ segments }) => segments.map(({ id }) => id)).filter(hasOwnPage);
  return new Set(ids.filter((id) => isOther(entityKey({ kind: 'segment', id }))));
}

/** A release that contains a segment. */
export interface SegmentRelease {
  version: string;
  issued: string;
  /**
   * The languages of the editions in which its text differs from the previous release that contains it, each once;
   * undefined for the first.
   */
  changedIn: string[] | undefined;
}

/**
 * The releases that contain a segment, chapter, note or exhibit, latest first, and whether its present text differs
 * from the latest.
 */
export function segmentReleases(
  dossier: Dossier,
  id: string,
  kind: 'segment' | 'chapter' | 'note' | 'exhibit' = 'segment',
): { list: SegmentRelease[]; changedSince: boolean } {
  const { released, present } = textsOf(dossier);
  const key = entityKey({ kind, id });
  const having = released.filter(({ texts }) =>
    [...texts.values()].some((fingerprints) => fingerprints.has(key)),
  );
  const langOf = new Map(
    [
      ...publicEditions(dossier.settings.value),
      ...having.flatMap(({ release }) => release.editions.map((one) => one.edition)),
    ].map(({ id, lang }) => [id, lang]),
  );
  const list = having.map(({ release: { version, issued }, texts }, i): SegmentRelease => {
    const before = having[i - 1]?.texts;
    const languages = before && differing(before, texts, key).map((id) => langOf.get(id) ?? id);
    return { version, issued, changedIn: languages && [...new Set(languages)] };
  });
  const latest = having.at(-1)?.texts;
  return {
    list: list.reverse(),
    changedSince: latest !== undefined && differing(latest, present, key).length > 0,
  };
}

/** The latest release that contains a segment, chapter, note or exhibit, if its text has not changed since. */
export function unchangedIn(
  dossier: Dossier,
  kind: 'segment' | 'chapter' | 'note' | 'exhibit',
  id: string,
): SegmentRelease | undefined {
  const { list, changedSince } = segmentReleases(dossier, id, kind);
  return changedSince ? undefined : list[0];
}

/**
 * A lasting address of a segment’s present wording in its chapter: in the latest release if that contains it, otherwise
 * on today’s page.
 */
export function lastingPlace(dossier: Dossier, edition: Edition, segment: Segment): string {
  const { id } = segment;
  const latest = unchangedIn(dossier, 'segment', id);
  const frozen = latest && frozenIn(dossier, edition, latest.version);
  const chapter = frozen && findReleased(frozen, id)?.chapter.id;
  return latest && chapter !== undefined
    ? `${urls.chapterInRelease(latest.version, edition.id, chapter)}#${htmlId(id)}`
    : urls.segmentInChapter(edition.id, segment.chapter, id);
}

const differing = (
  a: Map<string, Map<string, string>>,
  b: Map<string, Map<string, string>>,
  key: string,
): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter(
    (edition) => a.get(edition)?.get(key) !== b.get(edition)?.get(key),
  );
