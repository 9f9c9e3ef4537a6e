import { createMessage, type Message } from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';
import { brokenTexts, isConsequence, segmentOf } from './consequences.ts';
import { exceptionsIn, withoutSuppressed, type ExceptionInText } from './exceptions.ts';
import { oneSidedBoundaries } from './unit-boundaries.ts';
import type { Finding, Rule } from './rule.ts';

/** The given rules’ messages about a dossier, except those that its editors have suppressed. */
export function judgeBy(rules: readonly Rule[], dossier: Dossier): Message[] {
  const exceptions = exceptionsIn(dossier);
  const used = new Set<ExceptionInText>();
  const divisions = oneSidedBoundaries(dossier);
  const judgements = rules.map((rule) => ({
    rule,
    findings: [...rule.judge(dossier)].map((finding) => withDivision(finding, divisions)),
  }));
  const broken = brokenTexts(judgements);
  const found = judgements.flatMap(({ rule, findings }, order) => {
    const { own = [], following = [] } = Object.groupBy(findings, (finding) =>
      isConsequence(finding, rule, order, broken) ? 'following' : 'own',
    );
    withoutSuppressed(rule.id, following, exceptions, used);
    return withoutSuppressed(rule.id, own, exceptions, used);
  });
  const needless = exceptions.filter(
    (one) =>
      !used.has(one) &&
      // Rules that compare with the paper run only where someone has the paper.
      !one.rule.startsWith('source-') &&
      !(broken.has(segmentOf(one.text)) && rules.some(({ id }) => id === one.rule)),
  );
  return [...found, ...needless.map((one) => exceptionNeeded(one, rules))];
}

/** A finding about a unit, with a note if only one edition has unit boundaries in its segment. */
function withDivision(finding: Finding, divisions: ReadonlyMap<string, string>): Finding {
  const division = divisions.get(segmentOf(finding.text ?? ''));
  return division === undefined
    ? finding
    : { ...finding, note: [finding.note, division].filter(Boolean).join(' ') };
}

/** `exceptions-needed`: an exception that suppresses nothing would hide a future fault. */
const exceptionNeeded = ({ rule, place }: ExceptionInText, rules: readonly Rule[]): Message =>
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
