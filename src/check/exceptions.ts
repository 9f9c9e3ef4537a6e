import { createMessage, type Message } from '../model/message.ts';
import type { Dossier, PlacedException } from '../read/dossier.ts';
import { notesIn, segmentsIn } from '../read/text-in.ts';
import type { Finding } from './rule.ts';

/** An exception set by an editor, with the unit, heading or note that contains it. */
export interface ExceptionInText extends PlacedException {
  text: string;
}

export const exceptionsIn = (dossier: Dossier): ExceptionInText[] =>
  [
    ...segmentsIn(dossier).flatMap(({ id, units, exceptions }) => [
      { text: id, exceptions },
      ...units.map((unit) => ({ text: `${id}-${unit.index}`, exceptions: unit.exceptions })),
    ]),
    ...notesIn(dossier).map(({ label, exceptions }) => ({ text: `note ${label}`, exceptions })),
  ].flatMap(({ text, exceptions }) => exceptions.map((one) => ({ ...one, text })));

/** A rule’s findings as messages, without suppressed ones; `used` collects the exceptions that applied. */
export function withoutSuppressed(
  rule: string,
  findings: Iterable<Finding>,
  exceptions: ExceptionInText[],
  used: Set<ExceptionInText>,
): Message[] {
  return [...findings].flatMap(
    ({ text, about: _about, invalidates: _invalidates, ...finding }): Message[] => {
      // A finding about a whole segment may be suppressed in any of its units.
      const own = exceptions.filter(
        (one) =>
          one.rule === rule && text !== undefined && (one.text === text || one.text.startsWith(`${text}-`)),
      );
      for (const one of own) used.add(one);
      return own.length > 0 ? [] : [createMessage({ ...finding, rule })];
    },
  );
}
