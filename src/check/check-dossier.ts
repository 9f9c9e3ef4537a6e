import { compareMessages, createMessage, type Message } from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';
import { readDossier } from '../read/read-dossier.ts';
import { brokenTexts, isConsequence, segmentOf } from './consequences.ts';
import { withoutSuppressed, suppressionsOf, type Suppression } from './suppressions.ts';
import { loneDivisions } from './divided.ts';
import type { Finding, Rule } from './rule.ts';
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
import { interfaceTranslated } from './rules/interface-translated.ts';
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
import { redirectsFew } from './rules/redirects-few.ts';
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
import { worksUnique } from './rules/works-unique.ts';

/** In the order of causes: what a rule says of a text may make what a later one would say needless. */
export const rules: Rule[] = [
  filesKnown,
  chaptersWritten,
  editionsNamed,
  interfaceTranslated,
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
  redirectsFew,
  releaseKept,
];

/** Everything that does not fit in a content folder, in the order of its files; `readable` is false where there is no dossier. */
export async function checkDossier(folder: string): Promise<{ messages: Message[]; readable: boolean }> {
  const { dossier, messages } = await readDossier(folder);
  const found = [...messages, ...(dossier ? judge(dossier) : [])].sort(compareMessages);
  return { messages: found, readable: dossier !== undefined };
}

const judged = new WeakMap<Dossier, Message[]>();

/** What the rules find in a dossier, less what its editors have suppressed. */
export function judge(dossier: Dossier): Message[] {
  const found = judged.get(dossier) ?? judgeAnew(dossier);
  // Where a dossier is read once, it is judged once.
  if (globalThis.dossierReadings) judged.set(dossier, found);
  return found;
}

function judgeAnew(dossier: Dossier): Message[] {
  const suppressions = suppressionsOf(dossier);
  const used = new Set<Suppression>();
  const divisions = loneDivisions(dossier);
  const judgements = rules.map((rule) => ({
    rule,
    findings: [...rule.judge(dossier)].map((finding) => withDivision(finding, divisions)),
  }));
  const broken = brokenTexts(judgements);
  const found = judgements.flatMap(({ rule, findings }, order) => {
    const { own = [], following = [] } = Object.groupBy(findings, (finding) =>
      isConsequence(finding, rule, order, broken) ? 'following' : 'own',
    );
    withoutSuppressed(dossier, rule.id, following, used, suppressions);
    return withoutSuppressed(dossier, rule.id, own, used, suppressions);
  });
  const needless = suppressions.filter(
    (one) =>
      !used.has(one) &&
      // Rules that compare with the paper are judged by whoever holds it.
      !one.rule.startsWith('source-') &&
      !(broken.has(segmentOf(one.text)) && rules.some(({ id }) => id === one.rule)),
  );
  return [...found, ...needless.map(exceptionNeeded)];
}

/** A finding about a unit, with what divides its segment in one edition only. */
function withDivision(finding: Finding, divisions: ReadonlyMap<string, string>): Finding {
  const division = divisions.get(segmentOf(finding.text ?? ''));
  return division === undefined
    ? finding
    : { ...finding, note: [finding.note, division].filter(Boolean).join(' ') };
}

/** `exceptions-needed`: an exception that suppresses nothing would hide the next fault. */
const exceptionNeeded = ({ rule, place }: Suppression): Message =>
  createMessage({
    place,
    rule: 'exceptions-needed',
    ...(rules.some(({ id }) => id === rule)
      ? { reason: `Unexpected exception from ${rule}, expected the rule to be broken in this unit` }
      : {
          reason: `Unexpected exception from unknown rule “${rule}”, expected one of the rules`,
          actual: rule,
          expected: rules.map(({ id }) => id),
        }),
  });
