import { toHtml } from 'hast-util-to-html';
import { citationStyles, isEnglish } from '../model/citation-style.ts';
import { exportedItem } from '../cite/csl-item.ts';
import { recordOfPaper } from '../cite/own-items.ts';
import { indentedJson } from '../model/json.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import { firstPage, lastPage, type EditionRecord, type QuotationRecord } from '../exchange/edition-record.ts';
import { superscript } from '../model/page-range.ts';
import { permalink } from '../model/urls.ts';
import { wordingOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { quotesIn } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { copiedAccountLabelOf, copiedLabelOf, labelOf } from '../render/label.ts';
import { locatedPage, type CitedPage, type Located } from './cited-pages.ts';
import { citedWorks } from './cited-works.ts';
import { citePanel } from './cite-panel.ts';
import { besideOwn } from './joined-references.ts';
import { citedIn, printedPaperAt, type Cited, type InStyle } from './citing.ts';
import { ownRecord, partOf, type OwnPage } from './own-record.ts';
import { segmentIn } from '../read/text-in.ts';
import { originOf, partsOf } from './part-records.ts';
import type { Pages } from './queries.ts';
import { hasHeadings, placeNamesOf, placesOf, underHeading } from './entry-names.ts';
import { footnoteOf } from './footnote.ts';
import { inLanguage } from './in-language.ts';
import { namesInPaper } from './names-in-paper.ts';
import { placeOf } from './page-place.ts';
import { subjectOf } from './placed-passage.ts';
import { quotationRecords } from './quotation-records.ts';
import { lastingPlace } from './releases.ts';

/** The citation data of a page, in each public edition that has it. */
export function recordData(dossier: Dossier, base: string, page: CitedPage): Record<string, EditionRecord> {
  const settings = dossier.settings.value;
  return Object.fromEntries(
    publicEditions(settings).flatMap((edition) => {
      const own = locatedPage(dossier, edition, page);
      if (!own) return [];
      const segment = page.kind === 'segment' ? segmentIn(dossier, edition.id, page.id) : undefined;
      const text = segment && lastingPlace(dossier, edition, segment);
      return [[edition.id, recordInEdition(dossier, base, edition, { ...own, text })]];
    }),
  );
}

/**
 * The citation data of a page in an edition; `text` is where its sentences have addresses, if not on the page itself.
 */
export function recordInEdition(
  dossier: Dossier,
  base: string,
  edition: Edition,
  own: Located & { text?: string | undefined },
): EditionRecord {
  const settings = dossier.settings.value;
  const { page, pages, basis, text } = own;
  const record = ownRecord(dossier, base, edition, page);
  const t = translationsFor(edition.lang);
  const paper =
    partOf(page) === 'text' || !record
      ? { pages, ...(basis ? { basis } : {}) }
      : subjectOf(dossier, edition, page);
  const cited = { own: page, paper };
  const styles = citedIn(dossier, base, edition, cited);
  const parts = partsOf({ dossier, base, edition, ...own });
  return {
    address: record?.URL ?? permalink(settings.dossier.site, base, page.address),
    ...(text === undefined ? {} : { text: permalink(settings.dossier.site, base, text) }),
    // Matches the reference, which cites the editors’ account for cases and terms.
    credit:
      partOf(page) === 'account'
        ? copiedAccountLabelOf(settings, edition)
        : ((page.isReconstructed && originOf(dossier, edition, page.id)) ?? copiedLabelOf(settings, edition)),
    ...(partOf(page) === 'text' && wordingOf(edition).type === 'paraphrase'
      ? { creditOfQuoted: t.label.quoted, creditOfInner: t.label.inner }
      : partOf(page) === 'account'
        ? { creditOfInner: page.kind === 'check' ? t.label.innerOfCheck : t.label.innerOfAccount }
        : {}),
    creditOfSources: t.label.innerOfSource({ source: '{}' }),
    creditOfAuthors: t.label.innerOfAuthors({ words: '{}' }),
    creditOfOthers: partOf(page) === 'account' ? t.label.innerOfOthersThere : t.label.innerOfOthers,
    ...(page.kind === 'note'
      ? { place: placeOfNote(edition, own), works: citedWorks(dossier, edition, page, pages) }
      : {}),
    footnotes: styles.map((one) => footnoteOf(edition, one)),
    ...(pages && partOf(page) === 'text' && (pages[0] < pages[1] || page.kind === 'chapter')
      ? { atPages: atPages(dossier, edition, styles) }
      : {}),
    ...(page.kind === 'segment' && record ? { sentences: sentenceNames(dossier, edition, page) } : {}),
    ...withQuotations([
      ...quotationRecords(dossier, base, edition, page),
      ...namesInPaper(dossier, base, edition, page),
    ]),
    ...(page.kind === 'chapter' ? { panel: panelOf(dossier, base, edition, cited) } : {}),
    ...(Object.keys(parts).length > 0 ? { parts } : {}),
    ...(hasHeadings(page)
      ? { places: underHeading(dossier, page, edition) }
      : placesOf(publicEditions(settings), edition, (one) => placeNamesOf(dossier, page, one))),
    quotes: quotesIn(t),
    record: exportedItem(record ?? recordOfPaper(settings, edition)),
  };
}

/** How each style that numbers sentences names them after a passage. */
const sentenceNames = (
  dossier: Dossier,
  edition: Edition,
  page: OwnPage,
): NonNullable<EditionRecord['sentences']> =>
  Object.fromEntries(
    citationStyles.flatMap((style) => {
      if (style === 'apa' || style === 'mla') return [];
      const { cite } = isEnglish(style) ? translationsFor('en') : translationsFor(edition.lang);
      const place = placeOf(dossier, edition, page, style);
      return [[style, [place, cite.sentence({ number: '{}' }), cite.sentences({ first: '{}', last: '{}' })]]];
    }),
  );

const withQuotations = (quotations: QuotationRecord[]): Pick<EditionRecord, 'quotations'> =>
  quotations.length > 0 ? { quotations } : {};

/** A note with the printed page of its mark, as below copied words. */
function placeOfNote(edition: Edition, { page, pages }: { page: OwnPage; pages?: Pages }): string {
  const t = translationsFor(edition.lang);
  const onPage = pages ? t.page.ofPaper({ page: String(pages[0]) }) : '';
  return [page.name, onPage].filter(Boolean).join(t.typography.partSeparator);
}

/** The references to the paper at one printed page and at several, for selections on them. */
const atPages = (
  dossier: Dossier,
  edition: Edition,
  styles: InStyle[],
): NonNullable<EditionRecord['atPages']> =>
  Object.fromEntries(
    styles.map(({ style, chain }) => {
      const at = (pages: [number, number]): string => {
        const { lang, note } = printedPaperAt(dossier, edition, style, pages);
        return toHtml(inLanguage(edition, lang, chain ? besideOwn(style, note) : note))
          .replace(new RegExp(`${FIRST}|${superscript(FIRST)}`), firstPage)
          .replace(new RegExp(`${LAST}|${superscript(LAST)}`), lastPage);
      };
      return [style, [at([FIRST, FIRST]), at([FIRST, LAST])]];
    }),
  );

/** Pages that no paper has. They have no first digit in common, so that every style prints both in full. */
const [FIRST, LAST] = [80001, 90002];

/** The panel that a page shows when readers ask how to cite it. */
export function panelOf(dossier: Dossier, base: string, edition: Edition, cited: Cited): string {
  const { lang, cite } = translationsFor(edition.lang);
  const of = `lang="${lang}" aria-label="${cite.heading}" data-style-name="${cite.form}"`;
  return `<section class="cite" tabindex="-1" ${of}>${citePanel(dossier, base, edition, cited)}</section>`;
}

/** The same as a file, with labels that say whose wording it is. */
export const recordJson = (dossier: Dossier, base: string, page: CitedPage): string =>
  indentedJson({
    id: page.id,
    version: dossier.settings.value.dossier.version,
    editions: Object.fromEntries(
      Object.entries(recordData(dossier, base, page)).map(([id, said]) => {
        const edition = dossier.settings.value.editions.find((one) => one.id === id)!;
        const label = labelOf(dossier.settings.value, edition, partOf(page));
        return [id, { language: edition.lang, label, ...said }];
      }),
    ),
  });
