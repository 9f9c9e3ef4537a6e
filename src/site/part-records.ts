import type { EditionRecord, PartRecords } from '../exchange/edition-record.ts';
import { sayOrigin } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { isWrittenInHan } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import { wordingOf } from '../model/wording.ts';
import type { Dossier } from '../read/dossier.ts';
import { exhibitOf } from '../read/text-in.ts';
import { copiedAccountLabelOf, copiedLabelOf } from '../render/label.ts';
import type { Located } from './cited-pages.ts';
import { checkOf } from './checks.ts';
import { citedIn, type Cited } from './citing.ts';
import { anyEntry } from './entry-names.ts';
import { footnoteOf } from './footnote.ts';
import { nameOfPage, ownRecord, type OwnPage } from './own-record.ts';
import { definitionIn, type Pages } from './queries.ts';
import { pagesOfTerm } from './placed-passage.ts';
import { onPages, quotationRecords, quotedFootnotes } from './quotation-records.ts';
import { sourceOfCheck } from './quoted-source.ts';

/** A page in an edition, whose parts are cited. */
interface Whole extends Located {
  dossier: Dossier;
  base: string;
  edition: Edition;
}

/** The parts of a page whose words are cited differently from the page’s text. */
export const partsOf = (whole: Whole): PartRecords => partsByKind[whole.page.kind]?.(whole) ?? {};

const partsByKind: Partial<Record<OwnPage['kind'], (whole: Whole) => PartRecords>> = {
  segment: partsOfSegment,
  exhibit: partsOfExhibit,
  check: partsOfCheck,
  term: partsOfTerm,
  chapter: partsOfChapter,
  case: (whole) => ({ entry: entryOf(whole) }),
  actor: (whole) => ({ entry: entryOf(whole) }),
  overview: (whole) => ({ entry: entryOf(whole) }),
};

function partsOfSegment(whole: Whole): PartRecords {
  const { dossier, page } = whole;
  const hasNotes = dossier.editorNotes.value.some(({ segment }) => segment === page.id);
  return hasNotes ? { account: accountOn(whole) } : {};
}

function partsOfExhibit(whole: Whole): PartRecords {
  const { page, pages, basis } = whole;
  return {
    account: accountOn(whole),
    ...(page.isReconstructed ? { caption: captionOf(whole) } : {}),
    entry: entryOf(whole, { pages, ...(basis ? { basis } : {}) }),
  };
}

function partsOfCheck({ dossier, base, edition, page }: Whole): PartRecords {
  const check = checkOf(dossier, page.id);
  if (!check?.words) return {};
  const source = sourceOfCheck(dossier, edition, check);
  return {
    words: {
      credit: translationsFor(edition.lang).label.ofSource,
      creditOfInner: '',
      quotations: [],
      footnotes: quotedFootnotes(dossier, base, edition, page, { source }),
    },
  };
}

function partsOfTerm(whole: Whole): PartRecords {
  const { dossier, base, edition, page: own } = whole;
  const { label } = translationsFor(edition.lang);
  const paper = definitionIn(dossier, edition, own.id);
  const isNamed = dossier.terms.some(({ id, value }) => id === own.id && value.nameInPaper.length > 0);
  const pages = pagesOfTerm(dossier, edition, own.id);
  return {
    ...(isNamed
      ? {
          name: {
            credit: label.term,
            ...onPages(edition, pages),
            footnotes: quotedFootnotes(dossier, base, edition, own, { paper: { pages } }),
          },
        }
      : {}),
    ...(paper
      ? {
          definition: {
            credit: paper.definedBy === 'source' ? label.definitionOfSource : label.definition,
            footnotes: footnotes(whole, { own, paper }),
          },
        }
      : {}),
  };
}

function partsOfChapter(whole: Whole): PartRecords {
  const { dossier, edition, page, pages } = whole;
  if (wordingOf(edition).type === 'original') return {};
  const several = { kind: 'passages', id: page.id } as const;
  const own = { ...page, ...several, name: nameOfPage(dossier, edition, several) ?? page.name };
  const quoted = (own: OwnPage, pages: Pages): Partial<EditionRecord> => ({
    credit: '',
    creditOfQuoted: '',
    creditOfInner: '',
    footnotes: footnotes(whole, { own, paper: { pages } }),
  });
  return {
    passages: { footnotes: footnotes(whole, { own, paper: { pages } }) },
    entry: entryOf(whole, { pages }),
    ...(edition.headings === 'paper'
      ? {
          title: quoted(page, pages && [pages[0], pages[0]]),
          heading: quoted({ ...page, entry: anyEntry(dossier, edition) }, pages),
        }
      : {}),
  };
}

/** The editors’ remarks on a passage or an exhibit. */
function accountOn(whole: Whole): Partial<EditionRecord> {
  const { dossier, base, edition, page } = whole;
  const { kind, id } = page;
  const { label } = translationsFor(edition.lang);
  const part = 'account';
  const own = { ...page, part, name: nameOfPage(dossier, edition, { kind, id, part }) ?? page.name } as const;
  const address = ownRecord(dossier, base, edition, own)?.URL;
  return {
    ...(address === undefined ? {} : { address, text: address }),
    credit: copiedAccountLabelOf(dossier.settings.value, edition),
    creditOfQuoted: '',
    creditOfInner: label.innerOfAccount,
    creditOfOthers: label.innerOfOthersThere,
    quotations: quotationRecords(dossier, base, edition, own),
    footnotes: footnotes(whole, { own }),
  };
}

/** The caption of a figure that the editors have drawn without having seen it. */
function captionOf(whole: Whole): Partial<EditionRecord> {
  const { dossier, edition, page, pages } = whole;
  const origin = originOf(dossier, edition, page.id);
  return {
    credit: [copiedLabelOf(dossier.settings.value, edition), origin].join(
      isWrittenInHan(edition.lang) ? '' : ' ',
    ),
    footnotes: footnotes(whole, { own: { ...page, isReconstructed: undefined }, paper: { pages } }),
  };
}

/** How the editors reworked an exhibit. */
export function originOf(dossier: Dossier, edition: Edition, id: string): string | undefined {
  const exhibit = exhibitOf(dossier, id);
  return exhibit && sayOrigin(translationsFor(edition.lang), exhibit);
}

/** One of the entries or places of a page, with placeholders for its name. */
const entryOf = (whole: Whole, paper?: Cited['paper']): Partial<EditionRecord> => ({
  footnotes: footnotes(whole, {
    own: { ...whole.page, entry: anyEntry(whole.dossier, whole.edition) },
    paper,
  }),
});

const footnotes = ({ dossier, base, edition }: Whole, cited: Cited): EditionRecord['footnotes'] =>
  citedIn(dossier, base, edition, cited).map((one) => footnoteOf(edition, one));
