import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Citable } from '../cite/csl-item.ts';
import { capitalised } from '../cite/headline-case.ts';
import { ownItem } from '../cite/own-items.ts';
import { firstSegment, lastSegment } from '../exchange/edition-record.ts';
import { translationsFor, type Translations } from '../i18n/translations.ts';
import { isWrittenInHan } from '../model/language.ts';
import { localised } from '../model/localised.ts';
import type { FrozenChapter, FrozenSegment } from '../model/release.ts';
import { inMarks } from '../model/quotation-marks.ts';
import { htmlId } from '../model/segment-id.ts';
import { publicEditions, type Edition, type Settings } from '../model/settings.ts';
import { outcomeOf } from '../model/source-check.ts';
import { collections, permalink, urls, type EntryKind } from '../model/urls.ts';
import { attributionOf, wordingOf, type Part } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { exhibitName, languageIn, quotesIn, sayVerdict } from '../i18n/phrases.ts';
import { accountLabelOf, labelOf } from '../render/label.ts';
import { checkOf } from './checks.ts';
import { exhibitOf, segmentIn } from '../read/text-in.ts';
import { nameOf, pagesOfExhibit, type Pages } from './queries.ts';
import { shortened } from './shortened.ts';
import { findReleased, frozenIn, releaseAsItStands, releasesOf, unchangedIn } from './releases.ts';

/** The kinds of pages that have files of citation data. */
export type CitedKind =
  'segment' | 'note' | 'case' | 'term' | 'actor' | 'exhibit' | 'check' | 'chapter' | 'overview';

/** A citable page of the dossier, with its name and address. */
export interface OwnPage {
  /** `dossier`: the whole dossier. `passages`: several passages of a chapter, with the chapter’s id. */
  kind: CitedKind | 'passages' | 'dossier';
  id: string;
  /** For the editors’ words on a page that otherwise belongs to the text. */
  part?: 'account' | undefined;
  /** For a drawing that the editors made from the text, without having seen the original. */
  isReconstructed?: true | undefined;
  /** For the whole dossier: whether it is cited as read in one edition. */
  isRead?: true | undefined;
  /** What to call an entry of an overview, by edition, if only that is cited. */
  entry?: Record<string, string> | undefined;
  name: string;
  /** From the dossier’s root. */
  address: string;
}

/**
 * Cases, terms, actors, source checks, overviews and the dossier as a whole are the editors’ account, whatever edition
 * they are shown with.
 */
export const partOf = ({ kind, part }: Pick<OwnPage, 'kind' | 'part'>): Part =>
  part ?? (['segment', 'passages', 'note', 'chapter', 'exhibit'].includes(kind) ? 'text' : 'account');

/** Whether a page is the front page of an edition, which is cited as the whole dossier. */
export const isFront = (edition: Edition, { kind, id }: Pick<OwnPage, 'kind' | 'id'>): boolean =>
  kind === 'overview' && id === urls.front(edition.id);

/** The name of a page in an edition; undefined if its id is not enough to know it. */
export function nameOfPage(
  dossier: Dossier,
  edition: Edition,
  { kind, id, part }: Pick<OwnPage, 'kind' | 'id' | 'part'>,
): string | undefined {
  const t = translationsFor(edition.lang);
  switch (kind) {
    case 'segment':
      if (part === 'account') return t.segment.editorNoteTo({ id });
      return id === 'abstract' ? t.abstract : t.segment.name({ id });
    case 'passages':
      return t.segment.range({ first: firstSegment, last: lastSegment });
    case 'note':
      return t.note.name({ number: id });
    case 'case':
    case 'term':
    case 'actor':
      return nameOf(dossier, kind, id, edition);
    case 'check': {
      const check = checkOf(dossier, id);
      return check
        ? titleOfCheck(
            edition,
            id,
            shortened(localised(check.claim, edition), isWrittenInHan(edition.lang) ? 30 : 70),
          )
        : t.checks.name({ id });
    }
    case 'chapter': {
      const head = dossier.settings.value.chapters.find((one) => one.id === id);
      return head && localised(head.title, edition);
    }
    case 'exhibit': {
      const exhibit = exhibitOf(dossier, id);
      return (
        exhibit && t.typography.colon({ name: exhibitName(t, id), text: localised(exhibit.title, edition) })
      );
    }
    case 'dossier':
      return localised(dossier.settings.value.dossier.title, edition);
    case 'overview': {
      const fronts = dossier.settings.value.editions.map((one) => urls.front(one.id));
      return (
        overviewNames(edition)[id.split('/').at(-2) ?? ''] ??
        (['/', ...fronts].includes(id) ? t.nav.front : undefined)
      );
    }
  }
}

/** A check as a title, with the claim, which is not the editors’, in quotation marks. */
export function titleOfCheck(edition: Edition, id: string, claim: string): string {
  const t = translationsFor(edition.lang);
  return t.typography.colon({ name: t.checks.name({ id }), text: inMarks(claim, quotesIn(t)) });
}

/** The names of overviews other than front pages by the last part of their addresses. */
const overviewNames = (edition: Edition): Record<string, string | undefined> => {
  const t = translationsFor(edition.lang);
  return {
    ...Object.fromEntries(
      Object.entries(collections).map(([kind, part]) => [part, t.collections[kind as EntryKind]]),
    ),
    about: t.about.heading,
    argument: t.argument.heading,
    checks: t.checks.heading,
    data: t.quantities.heading,
    status: t.status.heading,
    timeline: t.timeline.heading,
  };
};

/** The page of an exhibit, and the printed pages that it concerns. */
export function exhibitPage(
  dossier: Dossier,
  edition: Edition,
  id: string,
): { page: OwnPage; paper: { pages: Pages; basis?: Pages } } {
  const name = nameOfPage(dossier, edition, { kind: 'exhibit', id }) ?? id;
  const page: OwnPage = { kind: 'exhibit', id, name, address: urls.exhibit(edition.id, id) };
  const pages = pagesOfExhibit(dossier, edition.id, id);
  const exhibit = exhibitOf(dossier, id);
  const basis = exhibit?.type === 'diagram' ? exhibit.reconstructedFrom : undefined;
  if (!basis || attributionOf(edition, 'text') !== 'paraphrase') return { page, paper: { pages } };
  const all = basis.flatMap((segment) => segmentIn(dossier, edition.id, segment)?.pages ?? []);
  return {
    page: { ...page, isReconstructed: true },
    paper: { pages, ...(all.length > 0 ? { basis: [Math.min(...all), Math.max(...all)] } : {}) },
  };
}

/**
 * The kind of a page as printed after its title, in the language of an edition, which may be another: a restatement of
 * the paper or the editors’ account; lists and checks are neither.
 */
export function kindOf(
  settings: Settings,
  edition: Edition,
  page: Pick<OwnPage, 'kind' | 'part' | 'isReconstructed' | 'isRead' | 'entry'>,
  speaks = edition,
): string {
  const { cite } = translationsFor(speaks.lang);
  const language = languageIn(speaks.lang, edition.lang);
  if (page.kind === 'overview' || page.kind === 'check') return '';
  if (page.kind === 'dossier') {
    const isParaphrased = publicEditions(settings).every((one) => wordingOf(one).type === 'paraphrase');
    return !isParaphrased || page.part === 'account'
      ? ''
      : page.isRead
        ? cite.editionIn({ language })
        : cite.edition;
  }
  // The part of a case is named, and its author.
  if (page.kind === 'case' && page.entry) return '';
  // The name of an editors’ note says what it is.
  if (page.kind === 'segment' && page.part === 'account') return '';
  const whose =
    partOf(page) === 'account'
      ? page.kind === 'exhibit'
        ? 'note'
        : 'account'
      : page.isReconstructed
        ? 'reconstruction'
        : attributionOf(edition, partOf(page));
  return cite.kind[whose]({ language, translator: 'none' });
}

/**
 * The record of a page; undefined if it is the paper’s own text. It names a release only at an address in that release,
 * which has the present text. Any other page may change at its own address, so its record has only a day; but the front
 * page is cited as the dossier, in the release of its version. A dossier that keeps no releases has one state, which
 * its version names.
 */
export function ownRecord(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
): Citable | undefined {
  const settings = dossier.settings.value;
  const { site, issued } = settings.dossier;
  const release = releaseOf(dossier, edition, page);
  const isReleased = release !== undefined || releasesOf(dossier).length === 0;
  const record = recordOf(settings, edition, {
    ...page,
    version: isReleased ? (release?.version ?? dossier.settings.value.dossier.version) : undefined,
    issued: release?.issued ?? issued,
    address: permalink(site, base, release?.address ?? page.address),
  });
  if (!record) return undefined;
  if (isReleased) record.isReleased = true;
  const check = page.kind === 'check' && checkOf(dossier, page.id);
  if (!check) return record;
  const t = translationsFor(edition.lang);
  const said = t.checks.inRecord({
    id: check.id,
    verdict: t.checks.verdict[outcomeOf(check)],
    claim: localised(check.claim, edition),
  });
  return { ...record, note: [said, record.note].join(isWrittenInHan(edition.lang) ? '' : ' ') };
}

/** Whether the dossier’s text has changed since the release of its version. */
export function isChangedSinceRelease(dossier: Dossier): boolean {
  const { version } = dossier.settings.value.dossier;
  return releasesOf(dossier).some((one) => one.version === version) && !releaseAsItStands(dossier);
}

/** The record of a page in a given version; its address is absolute. */
export function recordOf(
  settings: Settings,
  edition: Edition,
  {
    kind,
    id,
    name,
    part: said,
    isReconstructed,
    ...at
  }: OwnPage & { version?: string | undefined; issued: string },
): Citable | undefined {
  const part = partOf({ kind, part: said });
  const whose = attributionOf(edition, part);
  if (whose === 'original') return undefined;
  const item = ownItem(settings, edition, part, {
    ...at,
    // An overview’s id is its address: /en/works/.
    id: [kind, kind === 'overview' ? id.split('/')[2] : id, said, edition.id].filter(Boolean).join('-'),
    name: capitalised(name),
    genre: capitalised(kindOf(settings, edition, { kind, part: said, isReconstructed })),
    label: part === 'account' ? accountLabelOf(settings, edition) : labelOf(settings, edition, part),
  });
  if (kind !== 'dossier') return item;
  const { 'container-title': _, ...whole } = item;
  return { ...whole, type: 'book', title: localised(settings.dossier.title, edition) };
}

/** The name of a check in running text. */
export const checkInText = ({ checks }: Translations, id: string): string => lowered(checks.name({ id }));

/** A name within a sentence. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The latest release and the page’s address in it, if it contains the page’s present text. */
function releaseOf(
  dossier: Dossier,
  edition: Edition,
  { kind, id, part, address }: OwnPage,
): { version: string; issued: string; address: string } | undefined {
  switch (kind) {
    case 'chapter':
    case 'passages':
      // Releases have no parallel pages.
      return address === urls.chapter(edition.id, id)
        ? placedIn(dossier, edition, unchangedIn(dossier, 'chapter', id), (chapter) => chapter.id === id)
        : undefined;
    case 'segment': {
      if (part) return remarksIn(dossier, edition, id);
      const latest = unchangedIn(dossier, kind, id);
      return latest && { ...latest, address: urls.segmentInRelease(latest.version, id) };
    }
    case 'note': {
      const latest = unchangedIn(dossier, kind, id);
      const hasNote = ({ notes }: FrozenChapter): boolean =>
        notes.some(({ number }) => String(number) === id);
      return placedIn(dossier, edition, latest, hasNote, `note-${id}`);
    }
    case 'exhibit': {
      const latest = part ? remarkIn(dossier, edition, id) : unchangedIn(dossier, kind, id);
      return placedIn(dossier, edition, latest, (chapter) => hasSegment(chapter, id), htmlId(id));
    }
    case 'check':
      return checkIn(dossier, edition, id);
    case 'dossier':
    case 'overview': {
      if (kind === 'overview' && !isFront(edition, { kind, id })) return undefined;
      const own = releasesOf(dossier).find(
        ({ version }) => version === dossier.settings.value.dossier.version,
      );
      return own && { ...own, address: kind === 'overview' ? address : urls.release(own.version) };
    }
    default:
      return undefined;
  }
}

type Issue = { version: string; issued: string };
const hasSegment = ({ segments }: FrozenChapter, id: string): boolean =>
  segments.some((one) => one.id === id);

/** A place in the chapter of a release that fulfils a condition; undefined if the edition has none there. */
function placedIn(
  dossier: Dossier,
  edition: Edition,
  release: Issue | undefined,
  isOf: (chapter: FrozenChapter) => boolean,
  anchor?: string,
): (Issue & { address: string }) | undefined {
  const chapter = release && frozenIn(dossier, edition, release.version)?.chapters.find(isOf);
  if (!release || !chapter) return undefined;
  const address = urls.chapterInRelease(release.version, edition.id, chapter.id);
  return { ...release, address: anchor === undefined ? address : `${address}#${anchor}` };
}

/** A segment as the latest release has it. */
function latestSegment(
  dossier: Dossier,
  edition: Edition,
  id: string,
): { release: Issue; segment: FrozenSegment } | undefined {
  const release = releasesOf(dossier).at(-1);
  const frozen = release && frozenIn(dossier, edition, release.version);
  const segment = frozen && findReleased(frozen, id)?.segment;
  return segment && { release, segment };
}

/** The editors’ notes to a passage in the latest release, if they are the present ones. */
function remarksIn(dossier: Dossier, edition: Edition, id: string): ReturnType<typeof placedIn> {
  const latest = latestSegment(dossier, edition, id);
  const present = dossier.editorNotes.value.filter(({ segment }) => segment === id);
  const isSame =
    latest?.segment.remarks?.map(({ text }) => text).join('\n') ===
    present.map(({ text }) => localised(text, edition)).join('\n');
  return isSame
    ? placedIn(dossier, edition, latest?.release, (chapter) => hasSegment(chapter, id), htmlId(id))
    : undefined;
}

/** The latest release, if it has the editors’ present note to a figure or table. */
function remarkIn(dossier: Dossier, edition: Edition, id: string): Issue | undefined {
  const { release, segment } = latestSegment(dossier, edition, id) ?? {};
  const { remark } = exhibitOf(dossier, id) ?? {};
  return remark && segment?.html.includes(toHtml(h('p', localised(remark, edition)))) ? release : undefined;
}

/** A source check in the latest release, if its claim and finding are the present ones. */
function checkIn(dossier: Dossier, edition: Edition, id: string): ReturnType<typeof placedIn> {
  const check = checkOf(dossier, id);
  const { segment = '' } = check?.passage ?? {};
  const latest = latestSegment(dossier, edition, segment);
  const frozen = latest?.segment.checks?.find((one) => one.id === id);
  const isSame =
    check !== undefined &&
    frozen?.claim === localised(check.claim, edition) &&
    frozen.finding === localised(check.finding, edition) &&
    frozen.verdict === sayVerdict(translationsFor(edition.lang), check);
  return isSame
    ? placedIn(dossier, edition, latest?.release, (chapter) => hasSegment(chapter, segment), `check-${id}`)
    : undefined;
}
