import type { Citable } from '../cite/csl-item.ts';
import { ownItem } from '../cite/own-items.ts';
import { firstPassage, lastPassage } from '../model/edition-record.ts';
import { inEdition } from '../model/localised.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { permalink, urls } from '../model/urls.ts';
import { attributionOf, type Part } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { exhibitName } from '../i18n/phrases.ts';
import { labelOf } from '../render/label.ts';
import { localised, nameOf, translationsOf } from './queries.ts';
import { unchangedIn } from './releases.ts';

/** A citable page of the dossier, with its name and address. */
export interface OwnPage {
  /** `dossier`: the whole dossier. `passages`: several passages of a chapter, with the chapter’s id. */
  kind:
    | 'segment'
    | 'passages'
    | 'note'
    | 'case'
    | 'term'
    | 'actor'
    | 'exhibit'
    | 'check'
    | 'chapter'
    | 'overview'
    | 'dossier';
  id: string;
  /** For the editors’ words on a page that otherwise belongs to the text. */
  part?: 'account' | undefined;
  name: string;
  /** From the dossier's root. */
  address: string;
}

/**
 * Cases, terms, actors, source checks, overviews and the dossier as a whole are the editors’ account, whatever edition
 * they are shown with.
 */
export const partOf = ({ kind, part }: Pick<OwnPage, 'kind' | 'part'>): Part =>
  part ?? (['segment', 'passages', 'note', 'chapter', 'exhibit'].includes(kind) ? 'text' : 'account');

/** The name of a page in an edition; undefined if its id is not enough to know it. */
export function nameOfPage(
  dossier: Dossier,
  edition: Edition,
  { kind, id, part }: Pick<OwnPage, 'kind' | 'id' | 'part'>,
): string | undefined {
  const t = translationsOf(edition);
  switch (kind) {
    case 'segment':
      if (part === 'account') return t.segment.editorNoteTo({ id });
      return id === 'abstract' ? t.abstract : t.segment.name({ id });
    case 'passages':
      return t.segment.range({ first: firstPassage, last: lastPassage });
    case 'note':
      return t.note.name({ number: Number(id) });
    case 'case':
    case 'term':
    case 'actor':
      return nameOf(dossier, kind, id, edition);
    case 'check': {
      const check = dossier.checks.value.find((one) => one.id === id);
      const name = t.checks.name({ id });
      return check ? t.typography.colon({ name, text: localised(check.claim, edition) }) : name;
    }
    case 'chapter': {
      const head = dossier.settings.value.chapters.find((one) => one.id === id);
      return head && localised(head.title, edition);
    }
    case 'exhibit': {
      const exhibit = dossier.exhibits.find((one) => one.id === id);
      return (
        exhibit &&
        t.typography.colon({ name: exhibitName(t, id), text: localised(exhibit.value.title, edition) })
      );
    }
    case 'dossier':
      return inEdition(dossier.settings.value.dossier.title, edition.id);
    case 'overview':
      return undefined;
  }
}

/**
 * The kind of a page as printed after its title, in the language of an edition, which may be another: a restatement of
 * the paper or the editors’ account; lists, actors and checks are neither.
 */
export function kindOf(edition: Edition, page: Pick<OwnPage, 'kind' | 'part'>, speaks = edition): string {
  if (page.kind === 'dossier') return '';
  const { cite, lang } = translationsOf(speaks);
  const tag = new Intl.Locale(edition.lang).language;
  const language = new Intl.DisplayNames(lang, { type: 'language' }).of(tag) ?? edition.lang;
  // The name of an editors’ note says what it is.
  const isNote = page.kind === 'segment' && page.part === 'account';
  const isBare = isNote || ['check', 'actor', 'overview'].includes(page.kind);
  const whose = isBare
    ? 'bare'
    : partOf(page) === 'account'
      ? 'account'
      : attributionOf(edition, partOf(page));
  return cite.kind[whose]({ language, isForeign: String(speaks !== edition), translator: 'none' });
}

/** The record of a page; undefined if it is the paper’s own text. Cites a release if it contains the present text. */
export function ownRecord(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
): Citable | undefined {
  const settings = dossier.settings.value;
  const { site, version, issued } = settings.dossier;
  const release = releaseOf(dossier, edition, page);
  return recordOf(settings, edition, {
    ...page,
    version: release?.version ?? version,
    issued: release?.issued ?? issued,
    address: permalink(site, base, release?.address ?? page.address),
  });
}

/** The record of a page in a given version; its address is absolute. */
export function recordOf(
  settings: Settings,
  edition: Edition,
  { kind, id, name, part: said, ...at }: OwnPage & { version: string; issued: string },
): Citable | undefined {
  const part = partOf({ kind, part: said });
  const whose = attributionOf(edition, part);
  if (whose === 'original') return undefined;
  const item = ownItem(settings, edition, part, {
    ...at,
    id: [kind, id, said].filter(Boolean).join('-'),
    name: capitalised(name),
    genre: capitalised(kindOf(edition, { kind, part: said })),
    label: labelOf(settings, edition, part),
  });
  if (kind !== 'dossier') return item;
  const { 'container-title': _, ...whole } = item;
  return { ...whole, type: 'book', title: inEdition(settings.dossier.title, edition.id) };
}

/** The latest release and the page’s address in it, if it contains the page’s present text. */
function releaseOf(
  dossier: Dossier,
  edition: Edition,
  { kind, id, part, address }: OwnPage,
): { version: string; issued: string; address: string } | undefined {
  if (part) return undefined;
  const isOfChapter = kind === 'chapter' || kind === 'passages';
  // Releases have no parallel pages.
  const isReleased = kind === 'segment' || (isOfChapter && address === urls.chapter(edition.id, id));
  const latest = isReleased ? unchangedIn(dossier, isOfChapter ? 'chapter' : kind, id) : undefined;
  return (
    latest && {
      ...latest,
      address:
        kind === 'segment'
          ? urls.segmentInRelease(latest.version, id)
          : urls.chapterInRelease(latest.version, edition.id, id),
    }
  );
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
