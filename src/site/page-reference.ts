import { type CitationStyle, isInText } from '../model/citation-style.ts';
import type { Citable } from '../cite/csl-item.ts';
import { withPlace } from '../cite/behind-title.ts';
import { capitalised } from '../cite/headline-case.ts';
import { localised } from '../model/localised.ts';
import { permalink, urls } from '../model/urls.ts';
import { entryIn } from '../model/entry-in.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { type OwnPage, isFront, kindOf, partOf } from './own-record.ts';
import { printedRecord } from './record-files.ts';
import { type Printed, commaIn, inChinese } from './joined-references.ts';
import { pageInStyle } from './page-in-style.ts';
import { placeOf } from './page-place.ts';
import { stylePage } from './styled-page.ts';
import { speaksIn } from './speaks-in.ts';

/**
 * Cites a page in one style; undefined if its words are the paper’s own. Passages and notes are places in the dossier,
 * or in the translation of the paper; so is every page in a style with years in the text, since one author’s works of
 * one year would need letters, which depend on everything else that a reader cites.
 */
export function ownIn(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
  style: CitationStyle,
): Printed | undefined {
  const item = printedRecord(dossier, base, edition, page);
  if (!item) return undefined;
  const isPlace = isInWhole(edition, page, style);
  const place = isPlace || style === 'mla' ? placeOf(dossier, edition, page, style) : '';
  const printedAs = (cited: OwnPage, of: Citable, kind: OwnPage): Printed =>
    inChinese(
      edition,
      style,
      stylePage(dossier, pageInStyle(dossier, edition, cited, of, style, kind), style),
    );
  const comma = commaIn(edition, style);
  if (!isPlace) {
    const own = printedAs(page, item, page);
    if (isInText(style)) return { ...own, note: withPlace(own.note, place, { style, comma }) };
    const entry = page.entry?.[speaksIn(dossier, edition, page, style).id];
    return entry === undefined
      ? own
      : { ...own, note: withPlace(own.note, entryIn(style, entry), { style, comma }) };
  }
  const whole = item.translator
    ? inTranslation(dossier, base, edition, page, item)
    : wholeOf(
        dossier,
        base,
        edition,
        item,
        style === 'mla' || (partOf(page) === 'text' && !page.isReconstructed),
      );
  // The front page is the dossier’s, not a part of it.
  if (isFront(edition, page)) whole.page = { ...whole.page, isRead: undefined, part: undefined };
  const own = printedAs(whole.page, whole.item, whole.page);
  if (isInText(style)) {
    const kind = capitalised(
      kindOf(dossier.settings.value, edition, page, speaksIn(dossier, edition, page, style)),
    );
    return {
      ...own,
      note: withPlace(own.note, place, { style, comma }),
      // MLA’s optional last element.
      ...(own.entry && style === 'mla' && partOf(page) === 'text' && !item.translator && kind !== ''
        ? { entry: [...own.entry, { text: ` ${kind}.`, italic: false }] }
        : {}),
    };
  }
  const { URL: _, ...alone } = whole.item;
  const there = { ...alone, ...(item.URL === undefined ? {} : { URL: item.URL }) };
  return {
    ...own,
    note: withPlace(printedAs(whole.page, there, isFront(edition, page) ? whole.page : page).note, place, {
      style,
      comma,
    }),
  };
}

/** Whether a page is cited as a place in the whole dossier, not under its title. */
const isInWhole = (edition: Edition, page: OwnPage, style: CitationStyle): boolean =>
  isFront(edition, page) ||
  ['segment', 'passages', 'note'].includes(page.kind) ||
  (isInText(style) && (style === 'mla' ? page.kind === 'exhibit' : page.kind !== 'dossier'));

/** The whole dossier, in the release in which one of its pages is cited, or else in its version. */
function wholeOf(
  dossier: Dossier,
  base: string,
  edition: Edition,
  { version, isReleased, issued, URL }: Citable,
  isText: boolean,
): { page: OwnPage; item: Citable } {
  const name = localised(dossier.settings.value.dossier.title, edition);
  const page: OwnPage = { kind: 'dossier', id: version ?? '', name, address: '/' };
  const { version: _, issued: _issued, URL: _URL, ...item } = printedRecord(dossier, base, edition, page)!;
  const release = version === undefined ? '/' : urls.release(version);
  const isIn = URL?.includes(release);
  const front = permalink(dossier.settings.value.dossier.site, base, isIn ? release : '/');
  return {
    // The editors’ own words are cited as theirs, not as a paraphrase.
    page: { ...page, isRead: true, part: isText ? undefined : 'account' },
    item: {
      ...item,
      ...(version === undefined ? {} : { version }),
      isReleased: isReleased === true,
      ...(issued ? { issued } : {}),
      ...(URL === undefined ? {} : { URL: front }),
    },
  };
}

/** The paper as translated in an edition, as a part of the dossier. */
function inTranslation(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
  item: Citable,
): { page: OwnPage; item: Citable } {
  const name = localised(dossier.settings.value.paper.title, edition);
  const { URL } = wholeOf(dossier, base, edition, item, true).item;
  return { page: { ...page, name }, item: { ...item, title: name, ...(URL === undefined ? {} : { URL }) } };
}
