import type { EditionRecord } from '../exchange/edition-record.ts';
import { bare } from '../model/quoted-words.ts';
import type { FrozenChapter, FrozenEdition, FrozenSegment } from '../model/release.ts';
import { htmlId, parseSegmentId } from '../model/segment-id.ts';
import type { Settings } from '../model/settings.ts';
import { urls } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { translationsFor } from '../i18n/translations.ts';
import { placesOf } from './entry-names.ts';
import { panelOf, recordInEdition } from './record-data.ts';
import { metadataThen, releasedEdition } from './released-record.ts';
import { findReleased, pagesOfRange, type Release } from './releases.ts';

/** The path of a release’s citation data within the dossier’s root, before that of a page in it. */
export const releaseRoot = (version: string): string => urls.release(version).slice(1);

/**
 * The citation data of a passage in a release, as a file. A release has none of notes, tables and the editors’ remarks.
 */
export function releasedSegmentJson(dossier: Dossier, base: string, release: Release, id: string): string {
  const then = dossierThen(dossier)(release);
  return fileOf(
    id,
    release,
    release.editions.flatMap((frozen) => {
      const found = findReleased(frozen, id);
      if (!found) return [];
      const { segment, chapter } = found;
      const t = translationsFor(frozen.edition.lang);
      const name = id === 'abstract' ? t.abstract : t.segment.name({ id });
      const page = {
        kind: 'segment',
        id,
        name,
        address: urls.segmentInRelease(release.version, id),
      } as const;
      const text = `${urls.chapterInRelease(release.version, frozen.edition.id, chapter.id)}#${htmlId(id)}`;
      const edition = releasedEdition(frozen);
      const { pages } = segment;
      const { parts: _, quotations, ...said } = recordInEdition(then, base, edition, { page, pages, text });
      return [
        {
          frozen,
          said: {
            ...said,
            ...quotedThen(segment, quotations),
            panel: panelOf(then, base, edition, { own: page, paper: { pages } }),
          },
          units: segment.units.map((unit, i) => ({ index: i + 1, text: unit.trim() })),
        },
      ];
    }),
  );
}

/** The citation data of a chapter in a release, for several of its passages. */
export function releasedChapterJson(
  dossier: Dossier,
  base: string,
  release: Release,
  frozen: FrozenEdition,
  { id, title, segments }: FrozenChapter,
): string {
  const address = urls.chapterInRelease(release.version, frozen.edition.id, id);
  const page = { kind: 'chapter', id, name: title, address } as const;
  const then = dossierThen(dossier)(release);
  const edition = releasedEdition(frozen);
  const said = recordInEdition(then, base, edition, { page, pages: pagesOfRange(segments) });
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
  })}\n`;

/**
 * The dossier with the titles and editors of a release, and no release: what is cited then is cited in that version, at
 * its own address.
 */
export const dossierThen = memoize((dossier: Dossier) =>
  memoize(({ version, issued, editions }: Release): Dossier => {
    const { value } = dossier.settings;
    const settings: Settings = {
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
    const { releases } = dossier;
    return {
      ...dossier,
      settings: { ...dossier.settings, value: settings },
      releases: { ...releases, list: { ...releases.list, value: [] }, files: [] },
    };
  }),
);
