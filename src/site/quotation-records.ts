import { isEnglish } from '../model/citation-style.ts';
import { paperAuthors } from '../cite/own-items.ts';
import { referenceText } from '../cite/pieces.ts';
import { translationsFor } from '../i18n/translations.ts';
import { blockText } from '../markdown/text.ts';
import type { EditionRecord, QuotationRecord } from '../exchange/edition-record.ts';
import { HAN, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { localised, type Localised } from '../model/localised.ts';
import type { Passage } from '../model/passage.ts';
import { bare, isTelling, quotationsWithin } from '../model/quoted-words.ts';
import type { Edition } from '../model/settings.ts';
import { urls } from '../model/urls.ts';
import { languageIn, quotesIn, sayNames, sayPages } from '../i18n/phrases.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoizeWith } from '../model/memoize.ts';
import { remarksOn } from '../read/remarks.ts';
import { quantitiesIn, usesOf } from './backlinks.ts';
import { checkOf } from './checks.ts';
import { type Footnote, chainHtml, listHtml } from './footnote.ts';
import { isInPaperLanguage } from './citing.ts';
import { quotedIn, speakerIn, type QuotedFrom, type QuotedInStyle } from './quotation-chain.ts';
import { argumentInBrief, developmentId, editorsAccount, entryOf } from './entry-names.ts';
import { checkInText, partOf, type OwnPage } from './own-record.ts';
import { caseOf, exhibitOf, segmentIn, segmentsIn, termOf } from '../read/text-in.ts';
import { pagesOfWords, type Pages } from './queries.ts';
import { findQuoted, quotedInTables, quotedInText, type QuotedWords } from './quotations.ts';
import {
  sourceOfCheck,
  sourceOfDevelopment,
  sourceOfQuotation,
  sourceOfTerm,
  doubtOn,
  type QuotedSource,
} from './quoted-source.ts';

/**
 * The words that a page has in quotation marks, cited by where they are from. In the text, only those whose source is
 * known: all others are the paper’s, at the pages of the passage. On other pages, words that neither the text nor
 * another source has are left to the editors, who quote them.
 */
export function quotationRecords(
  dossier: Dossier,
  base: string,
  edition: Edition,
  own: OwnPage,
): QuotationRecord[] {
  return quotationsOn(dossier, edition, own).map(({ words, from, ...at }) => ({
    words,
    ...at,
    credit: creditOf(dossier, edition, from),
    ...(from.isAuthors ? { isAuthors: true } : {}),
    ...(from.isBeyondPaper ? { isBeyondPaper: true } : {}),
    ...onPages(edition, from.paper?.pages),
    ...innerOf(dossier, base, edition, own, from),
    footnotes: quotedFootnotes(
      dossier,
      base,
      edition,
      at.entry === undefined ? own : { ...own, entry: entryOf(dossier, own, at.entry) },
      {
        ...from,
        isTranslatedByEditors: from.paper ? !isInPaperLanguage(dossier, edition) : from.isForeign === true,
      },
    ),
  }));
}

/** Whether a page quotes words of somebody whom their citation names, other than the paper’s authors. */
export const quotesOthers = (dossier: Dossier, edition: Edition, own: OwnPage): boolean =>
  quotationsOn(dossier, edition, own).some(({ from }) => from.isNamed && !from.isAuthors);

/** Words that a page has in quotation marks, and where they are from. */
type FoundQuotation = Pick<QuotationRecord, 'words' | 'unit' | 'entry'> & { from: From };

const quotationsOn = memoizeWith(findQuotations);

function findQuotations(dossier: Dossier, edition: Edition, own: OwnPage): FoundQuotation[] {
  if (own.kind === 'segment' && own.part === undefined)
    return quotedInText(dossier)(edition)
      .filter(({ segment, record }) => segment.id === own.id && record !== undefined)
      .flatMap((found) => {
        const from = whereFrom(dossier, edition, found);
        return from.isNamed ? [{ words: found.words, from, unit: found.unit.index }] : [];
      });
  const quotes = quotesIn(translationsFor(edition.lang));
  const seen = new Set<string>();
  return accountOf(dossier, edition, own).flatMap(({ entry, ...one }) =>
    quotationsWithin(one.text, quotes).flatMap((words) => {
      const key = `${entry ?? ''} ${bare(words)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const from = fromAccount(dossier, edition, one, words);
      return from ? [{ words, from, ...(entry === undefined ? {} : { entry }) }] : [];
    }),
  );
}

/** Where words are from that a text of the editors quotes. */
function fromAccount(
  dossier: Dossier,
  edition: Edition,
  { near, kind, sources = [], otherwise }: AccountText,
  words: string,
): From | undefined {
  const source = sources.find((one) => one.has(words))?.source;
  if (source) return fromSource(edition, source, words);
  const found = findQuoted(dossier, edition, words, near);
  if (found) return whereFrom(dossier, edition, found);
  const pages = quotedInTables(dossier, edition, words, kind);
  if (pages) return { paper: { pages }, isNamed: false };
  const isOthers = otherwise && isTelling(words) && !isInPassages(dossier, edition, near, words);
  return isOthers ? fromSource(edition, otherwise, words) : undefined;
}

/** Where words are from, and whether that says whose they are. */
interface From extends QuotedFrom {
  isNamed: boolean;
  /** Whether their source has them in another language. */
  isForeign?: boolean;
  isAuthors?: boolean;
  isBeyondPaper?: boolean;
  /** The id of the check that did not find them in the source that the paper names. */
  doubtedIn?: string | undefined;
}

const fromSource = (edition: Edition, source: QuotedSource, words: string): From => ({
  source,
  isNamed: true,
  isForeign: isTranslated(edition, source, words),
});

/** The source of words, and how they have come from it. */
function innerOf(
  dossier: Dossier,
  base: string,
  edition: Edition,
  own: OwnPage,
  from: From,
): Pick<QuotationRecord, 'inner'> {
  const { cite, typography } = translationsFor(edition.lang);
  const { source, speaker, isNamed } = from;
  if (!source && !(isNamed && speaker)) return {};
  const way = wayOf(dossier, edition, own, from);
  const spoken = speaker && cite.saidBy({ name: speakerIn(speaker, edition) });
  // A style with author and date is followed by that of its family with notes.
  const all = quotedIn(dossier, base, edition, own, from).filter(
    ({ style }) => !style.endsWith('author-date'),
  );
  const inStyles = all.map(({ style, reported }) => {
    const said = source ? referenceText(reported).replace(/[.。]$/, '') : spoken;
    return [style, [said, way].filter(Boolean).join(typography.partSeparator)];
  });
  return { inner: Object.fromEntries(inStyles) };
}

/** How words have reached a page: as the paper has them, by translation, or in others’ quotation. */
function wayOf(dossier: Dossier, edition: Edition, own: OwnPage, from: From): string {
  const t = translationsFor(edition.lang);
  const { through } = t.label;
  const isForeign = from.source ? from.isForeign : from.isTranslatedInPaper;
  if (from.paper) {
    const { pages } = from.paper;
    // The citation of a passage names the paper.
    const paper =
      partOf(own) === 'text' || !pages
        ? through.paper
        : through.paperBy({
            authors: sayNames(t, paperAuthors(dossier.settings.value, edition)),
            pages: sayPages(t, pages),
          });
    if (from.doubtedIn !== undefined)
      return through.doubted({ paper, check: checkInText(t, from.doubtedIn) });
    return isForeign ? through.translated({ paper }) : through.asQuoted({ paper });
  }
  const { item, report, onlyReportedIn } = from.source ?? {};
  if (isForeign && item) return through.byEditors({ language: languageIn(edition.lang, item.language) });
  return onlyReportedIn === undefined || report
    ? ''
    : through.elsewhere({ check: checkInText(t, onlyReportedIn) });
}

/** The paper has them only if the edition is in its language: another quotes a source in the source’s own words. */
function whereFrom(dossier: Dossier, edition: Edition, { words, unit, segment, record }: QuotedWords): From {
  const paper = { pages: pagesOfWords(unit, words) ?? segment.pages };
  if (record?.authors || (!record && isCoined(dossier, edition, words)))
    return { paper, isNamed: true, isAuthors: true };
  const isThroughPaper =
    isInPaperLanguage(dossier, edition) && record?.check === undefined && record?.record === undefined;
  const named = record && sourceOfQuotation(dossier, edition, record, words, isThroughPaper);
  const doubtedIn =
    record && isThroughPaper && named ? doubtOn(dossier, edition, record, words)?.id : undefined;
  const isMarked = record?.note !== undefined && unit.notes.includes(record.note);
  // A note behind another sentence does not say that these words are the source’s.
  const source = doubtedIn === undefined || isMarked ? named : undefined;
  const { speaker } = record ?? {};
  if (!source)
    return {
      paper,
      isNamed: speaker?.[edition.id] !== undefined,
      speaker,
      doubtedIn,
      isTranslatedInPaper:
        isInPaperLanguage(dossier, edition) &&
        (record?.translated === true || (named !== undefined && isTranslated(edition, named, words))),
    };
  const from = fromSource(edition, source, words);
  return {
    ...from,
    doubtedIn,
    isBeyondPaper: record?.record !== undefined,
    ...(isThroughPaper ? { paper, isTranslatedInPaper: from.isForeign === true } : {}),
  };
}

/** Whether words are a term that the authors define in words of their own. */
const isCoined = (dossier: Dossier, edition: Edition, words: string): boolean =>
  dossier.terms.some(
    ({ value: { name, definedIn } }) =>
      bare(localised(name, edition)) === bare(words) &&
      dossier.quotations.value.some(({ passage, authors }) => authors && passage.segment === definedIn),
  );

/** Whether passages have words, in quotation marks or not. */
const isInPassages = (dossier: Dossier, edition: Edition, passages: Passage[], words: string): boolean =>
  passages.some(({ segment }) => {
    const text = segmentIn(dossier, edition.id, segment)?.text ?? '';
    return bare(text).includes(bare(words));
  });

/** Printed pages as below copied words. */
export function onPages({ lang }: Edition, pages: Pages): { place?: string } {
  if (!pages) return {};
  const { page } = translationsFor(lang);
  const [first, last] = pages.map(String) as [string, string];
  return { place: first === last ? page.ofPaper({ page: first }) : page.rangeOfPaper({ first, last }) };
}

/** Whose words they are. */
function creditOf(
  dossier: Dossier,
  edition: Edition,
  { source, paper, speaker, isForeign, isAuthors, isTranslatedInPaper, doubtedIn }: From,
): string {
  const t = translationsFor(edition.lang);
  const { label } = t;
  if (doubtedIn !== undefined) return label.quotedDoubted({ check: checkInText(t, doubtedIn) });
  const isInOwn = isInPaperLanguage(dossier, edition);
  if (isAuthors) return isInOwn ? label.quotedAuthors : label.quotedAuthorsTranslated;
  const name = speaker && speakerIn(speaker, edition);
  if (!source) {
    if (!name) return label.quotedAlsoInPaper;
    if (!isInOwn) return label.quotedSpeakerTranslated({ name });
    return isTranslatedInPaper ? label.speakerTranslatedInPaper({ name }) : label.quotedSpeaker({ name });
  }
  if (paper) return isForeign ? label.quotedInTranslation : label.quotedSource;
  if (isForeign) return label.ofForeignSource({ language: languageIn(edition.lang, source.item.language) });
  return source.onlyReportedIn === undefined
    ? label.ofSource
    : label.readElsewhere({ check: checkInText(t, source.onlyReportedIn) });
}

/**
 * Whether words are in a language other than their source. A name in Latin letters within Chinese is not translated.
 */
const isTranslated = (edition: Edition, { item }: QuotedSource, words: string): boolean =>
  primaryLanguage(item.language) !== primaryLanguage(edition.lang) &&
  (!isWrittenInHan(edition.lang) || HAN.test(words));

/** A text of the editors, and what it is about. */
interface AccountText {
  text: string;
  near: Passage[];
  /** The id of the entry in an overview, or of the part of a case. */
  entry?: string;
  /** The kind of case that it is about. */
  kind?: string;
  /** Sources that it quotes itself. */
  sources?: { has: (words: string) => boolean; source: QuotedSource }[];
  /** The source of telling words that are found nowhere else. */
  otherwise?: QuotedSource | undefined;
}

/** The texts of the editors on a page in an edition. */
function accountOf(dossier: Dossier, edition: Edition, { id, part, ...page }: OwnPage): AccountText[] {
  const about = (near: Passage[], text: Localised): AccountText => ({ text: localised(text, edition), near });
  switch (page.kind) {
    case 'case': {
      const found = caseOf(dossier, id);
      if (!found) return [];
      const { summary, passages: near, developments, title, kind } = found.value;
      const prose = found.prose.find((one) => one.edition === edition.id);
      return [
        ...[title, summary].map((text) => ({ ...about(near, text), kind })),
        ...(prose ? [{ text: blockText(prose.tree.children), near, kind, entry: editorsAccount }] : []),
        ...developments.map((one, i) => ({
          ...about([], one.text),
          entry: developmentId(i),
          sources: [{ has: () => true, source: sourceOfDevelopment(one, `${id}-${i}`) }],
        })),
      ];
    }
    case 'term': {
      const term = termOf(dossier, id)?.value;
      const near = [
        ...(term?.definedIn === undefined ? [] : [{ segment: term.definedIn }]),
        ...usesOf(dossier, edition.id, 'term', id).map(({ segment }) => ({ segment: segment.id })),
      ];
      const otherwise = term?.quoted && sourceOfTerm(term.quoted, id);
      return [term?.definition, term?.addition].flatMap((text) =>
        text ? [{ ...about(near, text), otherwise }] : [],
      );
    }
    case 'actor':
      return dossier.cases
        .filter(({ value }) => value.actors.includes(id))
        .flatMap(({ value: { title, summary, passages: near } }) =>
          [title, summary].map((text) => about(near, text)),
        );
    case 'check': {
      const check = checkOf(dossier, id);
      if (!check) return [];
      const { claim, finding, passage, words } = check;
      const source = sourceOfCheck(dossier, edition, check);
      const sources = words ? [{ has: (own: string) => bare(words.text).includes(bare(own)), source }] : [];
      // What the text does not quote is from the source, if the editors read that; often in their translation.
      const otherwise = check.read === 'passage' ? source : undefined;
      return [about([passage], claim), { ...about([passage], finding), sources, otherwise }];
    }
    case 'overview':
      return overviewTexts(dossier, edition, id);
    case 'exhibit': {
      const remark = part === 'account' && exhibitOf(dossier, id)?.remark;
      return remark ? [about([], remark)] : [];
    }
    case 'segment':
      return remarksOn(dossier, id).flatMap(({ notes }) =>
        notes.map(({ text, unit }) => about([{ segment: id, ...(unit && { units: [unit, unit] }) }], text)),
      );
    default:
      return [];
  }
}

function overviewTexts(dossier: Dossier, edition: Edition, id: string): AccountText[] {
  if (id === urls.timeline(edition.id) || id === urls.data(edition.id))
    return quantitiesIn(dossier)
      .filter(({ record }) => id === urls.data(edition.id) || record.type === 'date')
      .map(({ id: entry, record: { what, passage } }) => ({
        text: localised(what, edition),
        near: [passage],
        entry,
      }));
  if (id !== urls.argument(edition.id)) return [];
  return Object.entries(dossier.argument.value).map(([section, text]) => ({
    text: localised(text, edition),
    entry:
      section === 'paper'
        ? argumentInBrief
        : section.includes('.')
          ? `section-${section}`
          : (dossier.settings.value.chapters.find((chapter) => String(chapter.section) === section)?.id ??
            ''),
    near: segmentsIn(dossier, edition.id)
      .filter((segment) => segment.id.startsWith(`${section}.`))
      .map((segment) => ({ segment: segment.id })),
  }));
}

/** Cites quoted words in every style, as quoted on a page. */
export const quotedFootnotes = (
  dossier: Dossier,
  base: string,
  edition: Edition,
  own: OwnPage,
  from: QuotedFrom,
): EditionRecord['footnotes'] =>
  quotedIn(dossier, base, edition, own, from).map((one) => footnoteOfQuoted(edition, one));

/** A footnote as HTML, with the entries of the list of works in a style that has one. */
export function footnoteOfQuoted(
  edition: Edition,
  { style, name, own, chain, from }: Omit<QuotedInStyle, 'reported'>,
): Footnote {
  const { source, report, paper } = from;
  const isShort = isEnglish(style);
  const listed = !isShort ? [own, source, report, paper] : own ? [own] : [paper ?? source];
  // What a list of what was read does not contain.
  const unlisted = isShort
    ? { source: (own ?? paper) ? [source, report] : [], paper: own ? [paper] : [] }
    : {};
  return { style, name, note: chainHtml(edition, chain), ...listHtml(edition, style, listed, unlisted) };
}
