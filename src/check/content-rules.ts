import type { Rule } from './rule.ts';
import { addressesEnd } from './rules/addresses-end.ts';
import { addressesRegistered } from './rules/addresses-registered.ts';
import { chaptersWritten } from './rules/chapters-written.ts';
import { checksCited } from './rules/checks-cited.ts';
import { checksOrdered } from './rules/checks-ordered.ts';
import { citationResolves } from './rules/citation-resolves.ts';
import { correctionCarried } from './rules/correction-carried.ts';
import { editionsNamed } from './rules/editions-named.ts';
import { extentReached } from './rules/extent-reached.ts';
import { filesKnown } from './rules/files-known.ts';
import { formulasParse } from './rules/formulas-parse.ts';
import { latinNamesAgree } from './rules/latin-names-agree.ts';
import { keysCurrent } from './rules/keys-current.ts';
import { lengthsAgree } from './rules/lengths-agree.ts';
import { linksAgree } from './rules/links-agree.ts';
import { markersPlaced } from './rules/markers-placed.ts';
import { namesAgree } from './rules/names-agree.ts';
import { noteMarksPlaced } from './rules/note-marks-placed.ts';
import { notesAgree } from './rules/notes-agree.ts';
import { notesOrdered } from './rules/notes-ordered.ts';
import { notesPaired } from './rules/notes-paired.ts';
import { numbersAgree } from './rules/numbers-agree.ts';
import { orderAgrees } from './rules/order-agrees.ts';
import { pagesMarked } from './rules/pages-marked.ts';
import { pagesOrdered } from './rules/pages-ordered.ts';
import { pairsConfirmed } from './rules/pairs-confirmed.ts';
import { paragraphsOneLine } from './rules/paragraphs-one-line.ts';
import { paperDescribed } from './rules/paper-described.ts';
import { permalinkKept } from './rules/permalink-kept.ts';
import { permalinkMeansTheSame } from './rules/permalink-means-the-same.ts';
import { permalinkUnique } from './rules/permalink-unique.ts';
import { punctuationProper } from './rules/punctuation-proper.ts';
import { referenceResolves } from './rules/reference-resolves.ts';
import { releaseKept } from './rules/release-kept.ts';
import { segmentsAligned } from './rules/segments-aligned.ts';
import { segmentsMarked } from './rules/segments-marked.ts';
import { segmentsOrdered } from './rules/segments-ordered.ts';
import { termsAgree } from './rules/terms-agree.ts';
import { translationAttributed } from './rules/translation-attributed.ts';
import { unitsAligned } from './rules/units-aligned.ts';
import { worksCited } from './rules/works-cited.ts';
import { casesCarried } from './rules/cases-carried.ts';
import { termsLinked } from './rules/terms-linked.ts';
import { entriesReached } from './rules/entries-reached.ts';
import { picturesShown } from './rules/pictures-shown.ts';
import { pointersMatch } from './rules/pointers-match.ts';
import { quantitiesStand } from './rules/quantities-stand.ts';
import { romanisationsAgree } from './rules/romanisations-agree.ts';
import { worksUnique } from './rules/works-unique.ts';

/**
 * The rules that hold for a dossier regardless of the engine that shows it. Causes come first: a finding of one rule
 * may make findings of later rules in the same text redundant.
 */
export const contentRules: Rule[] = [
  filesKnown,
  chaptersWritten,
  editionsNamed,
  translationAttributed,
  paragraphsOneLine,
  markersPlaced,
  formulasParse,
  notesPaired,
  citationResolves,
  segmentsMarked,
  referenceResolves,
  picturesShown,
  segmentsOrdered,
  segmentsAligned,
  unitsAligned,
  lengthsAgree,
  numbersAgree,
  namesAgree,
  orderAgrees,
  latinNamesAgree,
  termsAgree,
  linksAgree,
  pagesMarked,
  pagesOrdered,
  notesOrdered,
  notesAgree,
  noteMarksPlaced,
  punctuationProper,
  keysCurrent,
  addressesEnd,
  casesCarried,
  termsLinked,
  entriesReached,
  quantitiesStand,
  romanisationsAgree,
  pointersMatch,
  checksOrdered,
  checksCited,
  correctionCarried,
  worksUnique,
  worksCited,
  extentReached,
  paperDescribed,
  pairsConfirmed,
  addressesRegistered,
  permalinkKept,
  permalinkUnique,
  permalinkMeansTheSame,
  releaseKept,
];
