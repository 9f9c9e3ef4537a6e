import type { EditionRecord } from '../exchange/edition-record.ts';
import { bare } from '../model/quoted-words.ts';
import type { FrozenChapter, FrozenEdition, FrozenSegment } from '../model/release.ts';
import { htmlId, parseSegmentId } from '../model/segment-id.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { urls } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize, memoizeWith } from '../model/memoize.ts';
import { translationsFor } from '../i18n/translations.ts';
import { placesOf } from './entry-names.ts';
import type { Pages } from './queries.ts';
import { panelOf, recordInEdition } from './record-data.ts';
import { metadataThen, releasedEdition } from './released-record.ts';
import { findReleased, pagesOfRange, type Release } from './releases.ts';

/** The path of a release’s citation data within the dossier’s root, before that of a page in it. */
export const releaseRoot = (version: string): string => urls.release(version).slice(1);

/**
 * The citation data of a passage in a release, as a file. A release has none of notes, tables and the editors’ remarks.
 */
export function releasedSegmentJson(dossier: Dossier, base: string, release: Release, id: string): string {
  const then = dossierOfDay(dossier)(release);
  return fileOf(
    id,
    release,
    release.editions.flatMap((frozen) => {
      const found = findReleased(frozen, id);
      if (!found) return [];
      const { segment, chapter } = found;
      const { quotations, panel, ...said } = recordOfPassage(
        then,
        base,
        releasedEdition(frozen),
        id,
        chapter.id,
        segment.pages,
      );
      return [
        {
          frozen,
          said: { ...said, ...quotedThen(segment, quotations), panel },
          units: segment.units.map((unit, i) => ({ index: i + 1, text: unit.trim() })),
        },
      ];
    }),
  );
}

/** What does not depend on the wording of a passage. */
const recordOfPassage = memoizeWith(
  (
    then: Dossier,
    base: string,
    edition: Edition,
    id: string,
    chapter: string,
    pages: FrozenSegment['pages'],
  ): EditionRecord & { panel: string } => {
    const t = translationsFor(edition.lang);
    const name = id === 'abstract' ? t.abstract : t.segment.name({ id });
    const page = { kind: 'segment', id, name, address: urls.segmentInRelease(VERSION, id) } as const;
    const text = `${urls.chapterInRelease(VERSION, edition.id, chapter)}#${htmlId(id)}`;
    const { parts: _, ...said } = recordInEdition(then, base, edition, { page, pages, text });
    return { ...said, panel: panelOf(then, base, edition, { own: page, paper: { pages } }) };
  },
);

/** The citation data of a chapter in a release, for several of its passages. */
export function releasedChapterJson(
  dossier: Dossier,
  base: string,
  release: Release,
  frozen: FrozenEdition,
  { id, title, segments }: FrozenChapter,
): string {
  const edition = releasedEdition(frozen);
  const then = dossierOfDay(dossier)(release);
  const said = recordOfChapter(then, base, edition, id, title, pagesOfRange(segments));
  const headings = placesOf(release.editions.map(releasedEdition), edition, (one) => {
    const there = release.editions.find((other) => other.edition.id === one.id);
    const all = there?.chapters.find((other) => other.id === id)?.segments ?? [];
    return {
      headings: all
        .filter((segment) => parseSegmentId(segment.id)?.type === 'heading')
        .map((segment) => [segment.id, segment.units.join('').trim()]),
    };
  });
  return fileOf(id, release, [{ frozen, said: { ...said, ...headings } }]);
}

/** What does not depend on the names of a chapter’s headings. */
const recordOfChapter = memoizeWith(
  (then: Dossier, base: string, edition: Edition, id: string, name: string, pages: Pages): EditionRecord => {
    const address = urls.chapterInRelease(VERSION, edition.id, id);
    return recordInEdition(then, base, edition, { page: { kind: 'chapter', id, name, address }, pages });
  },
);

/** The quotations that the text had then. Those that are known are from the present text. */
function quotedThen(
  { units }: FrozenSegment,
  quotations: EditionRecord['quotations'] = [],
): Pick<EditionRecord, 'quotations'> {
  const kept = quotations.flatMap((one) => {
    const at = units.findIndex((unit) => bare(unit).includes(bare(one.words)));
    return at < 0 ? [] : [{ ...one, unit: at + 1 }];
  });
  return kept.length > 0 ? { quotations: kept } : {};
}

/** `said` has the placeholder for the version. */
const fileOf = (
  id: string,
  { version }: Release,
  editions: { frozen: FrozenEdition; said: EditionRecord; units?: { index: number; text: string }[] }[],
): string =>
  `${JSON.stringify({
    id,
    version,
    editions: Object.fromEntries(
      editions.map(({ frozen: { edition, label }, said, units }) => [
        edition.id,
        { language: edition.lang, role: edition.role, label, ...said, ...(units ? { units } : {}) },
      ]),
    ),
  }).replaceAll(VERSION, version)}\n`;

/**
 * Stands for the version of a release. Most of what is said of a passage is the same in all releases of a day: only the
 * version differs, which is put in last.
 */
const VERSION = '70007.70007.70007';

/**
 * The dossier with the titles and editors of a release, and no release: what is cited then is cited in that version, at
 * its own address.
 */
export const dossierThen = memoize((dossier: Dossier) =>
  memoize((release: Release): Dossier => withSettings(dossier, settingsThen(dossier, release))),
);

/** The same with a placeholder for the version, so that releases of a day with the same titles have one dossier. */
const dossierOfDay = memoize((dossier: Dossier) =>
  memoize((release: Release): Dossier =>
    withSettings(dossier, settingsThen(dossier, { ...release, version: VERSION })),
  ),
);

function settingsThen({ settings: { value } }: Dossier, { version, issued, editions }: Release): Settings {
  return {
    ...value,
    dossier: { ...metadataThen(value, editions), version, issued },
    editions: editions.map(releasedEdition),
    chapters: value.chapters.map((head) => ({
      ...head,
      title: Object.fromEntries(
        editions.flatMap(({ edition, chapters }) => {
          const title = chapters.find(({ id }) => id === head.id)?.title ?? head.title[edition.id];
          return title === undefined ? [] : [[edition.id, title]];
        }),
      ),
    })),
  };
}

const withSettings = memoizeWith((dossier: Dossier, value: Settings): Dossier => {
  const { releases } = dossier;
  return {
    ...dossier,
    settings: { ...dossier.settings, value },
    releases: { ...releases, list: { ...releases.list, value: [] }, files: [] },
  };
});
