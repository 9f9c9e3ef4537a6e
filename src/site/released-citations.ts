import { entryName, type EditionRecord } from '../exchange/edition-record.ts';
import { copiedAccountLabelOf } from '../render/label.ts';
import { bare } from '../model/quoted-words.ts';
import type { FrozenChapter, FrozenEdition, FrozenSegment } from '../model/release.ts';
import { htmlId, parseSegmentId } from '../model/segment-id.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { permalink, urls } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { exhibitName } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { checkOf } from './checks.ts';
import { placesOf, type PlaceNames } from './entry-names.ts';
import { citedIn } from './citing.ts';
import { exhibitPage, nameOfPage, type OwnPage } from './own-record.ts';
import { quotedFootnotes } from './quotation-records.ts';
import { sourceOfCheck } from './quoted-source.ts';
import { atPages, footnoteOf, panelOf, recordInEdition } from './record-data.ts';
import { metadataThen, releasedEdition } from './released-record.ts';
import { namesInTable, titleOfExhibit } from './released-html.ts';
import { findReleased, pagesOfNote, pagesOfRange, type Release } from './releases.ts';

/** The path of a release’s citation data within the dossier’s root, before that of a page in it. */
export const releaseRoot = (version: string): string => urls.release(version).slice(1);

/** The citation data of a passage in a release, as a file. */
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
            ...asidesThen(dossier, base, release, frozen, found),
            panel: panelOf(then, base, edition, { own: page, paper: { pages } }),
          },
          units: segment.units.map((unit, i) => ({ index: i + 1, text: unit.trim() })),
        },
      ];
    }),
  );
}

/** How the notes, editors’ notes and source checks that a release has on a passage are cited: at their places in it. */
function asidesThen(
  dossier: Dossier,
  base: string,
  release: Release,
  frozen: FrozenEdition,
  { segment, chapter }: NonNullable<ReturnType<typeof findReleased>>,
): Pick<EditionRecord, 'parts' | 'wordsInChecks'> {
  const { id, notes, remarks = [], checks = [] } = segment;
  const then = dossierThen(dossier)(release);
  const edition = releasedEdition(frozen);
  const { label } = translationsFor(edition.lang);
  const path = urls.chapterInRelease(release.version, edition.id, chapter.id);
  const address = permalink(then.settings.value.dossier.site, base, path);
  const by = (own: OwnPage, creditOfInner: string): Partial<EditionRecord> => ({
    address,
    text: address,
    credit: copiedAccountLabelOf(then.settings.value, edition),
    creditOfQuoted: '',
    creditOfInner,
    creditOfOthers: label.innerOfOthersThere,
    quotations: [],
    footnotes: citedIn(then, base, edition, { own }).map((one) => footnoteOf(edition, one)),
  });
  const noteOn = { kind: 'segment', id, part: 'account', address: path } as const;
  const check: OwnPage = { kind: 'check', id: entryName, name: '', address: path, isPlace: true };
  const parts = {
    ...(remarks.length > 0
      ? { account: by({ ...noteOn, name: nameOfPage(then, edition, noteOn) ?? id }, label.innerOfAccount) }
      : {}),
    ...(checks.length > 0 ? { check: by(check, label.innerOfCheck) } : {}),
    ...(notes.length > 0 ? { note: noteThen(then, base, edition, path, [segment]) } : {}),
  };
  const wordsInChecks = Object.fromEntries(
    checks.flatMap(({ id, words }) => {
      const present = checkOf(dossier, id);
      // The source is recorded for the present words only.
      if (!words || present?.words?.text !== words.text) return [];
      const source = sourceOfCheck(dossier, edition, present);
      return [
        [
          id,
          {
            ...parts.check,
            credit: label.ofSource,
            creditOfInner: '',
            footnotes: quotedFootnotes(then, base, edition, check, { source }),
          },
        ],
      ];
    }),
  );
  return {
    ...(Object.keys(parts).length > 0 ? { parts } : {}),
    ...(Object.keys(wordsInChecks).length > 0 ? { wordsInChecks } : {}),
  };
}

/** How a note of a release is cited: at its place in the chapter, and the paper at the page of the note’s mark. */
function noteThen(
  then: Dossier,
  base: string,
  edition: Edition,
  address: string,
  segments: FrozenSegment[],
): Partial<EditionRecord> {
  const { note } = translationsFor(edition.lang);
  const own = { kind: 'note', id: entryName, name: note.name({ number: entryName }), address } as const;
  const pages = segments.flatMap(({ notes }) =>
    notes.flatMap((number) => {
      const own = pagesOfNote(segments, number);
      return own ? [own] : [];
    }),
  );
  const styles = citedIn(then, base, edition, { own, paper: { pages: pages[0] } });
  return {
    address: permalink(then.settings.value.dossier.site, base, address),
    footnotes: styles.map((one) => footnoteOf(edition, one)),
    atPages: atPages(then, edition, styles, pages),
  };
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
  /** What an edition of the release calls its headings, or the rows and columns of a table. */
  const placesThen = (namesIn: (of: FrozenSegment[]) => PlaceNames | undefined) =>
    placesOf(release.editions.map(releasedEdition), edition, (one) =>
      namesIn(
        release.editions
          .find((other) => other.edition.id === one.id)
          ?.chapters.find((other) => other.id === id)?.segments ?? [],
      ),
    );
  const note = noteThen(then, base, edition, address, segments);
  const exhibits = segments.flatMap((segment) => {
    const title = titleOfExhibit(segment);
    if (title === undefined) return [];
    const t = translationsFor(edition.lang);
    const { page: own, paper } = exhibitPage(then, edition, segment.id);
    const name = t.typography.colon({ name: exhibitName(t, segment.id), text: title });
    const at = { ...own, name, address: `${address}#${htmlId(segment.id)}` };
    const places = placesThen((all) => {
      const there = all.find((one) => one.id === segment.id);
      return there && namesInTable(there);
    });
    const said = recordInEdition(then, base, edition, { page: at, ...paper, pages: segment.pages });
    return [[segment.id, { ...said, ...places }]];
  });
  const headings = placesThen((all) => ({
    headings: all
      .filter((one) => parseSegmentId(one.id)?.type === 'heading')
      .map(({ id, units }) => [id, units.join('').trim()]),
  }));
  return fileOf(id, release, [
    {
      frozen,
      said: {
        ...said,
        ...headings,
        parts: { ...said.parts, note },
        exhibits: Object.fromEntries(exhibits),
      },
    },
  ]);
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
