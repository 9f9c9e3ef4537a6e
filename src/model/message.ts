import { formatPlace, type Place } from './place.ts';

/** What a rule finds. `error` stops a build; `todo` is work left, such as an untranslated segment. */
export interface Message {
  place: Place;
  level: 'error' | 'todo';
  /** The state that must hold, which is the name of the rule: `segments-aligned`. */
  rule: string;
  /** One sentence: what is unexpected, then what was expected. */
  reason: string;
  /** The other place of a finding that has two. */
  cause?: Place;
  /** The remedy, where the reason does not already say it. */
  note?: string;
}

/** `path:line:column level rule sentence`, with the cause and the remedy indented below. */
export function formatMessage({ place, level, rule, reason, cause, note }: Message): string {
  const lines = [`${formatPlace(place)} ${level} ${rule} ${reason}`];
  if (cause) lines.push(`  see ${formatPlace(cause)}`);
  if (note) lines.push(`  ${note}`);
  return lines.join('\n');
}

export function compareMessages(a: Message, b: Message): number {
  return (
    compareText(a.place.path, b.place.path) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.rule, b.rule)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
