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

/** More todos than are taken in at a glance. */
const MANY = 10;

/** `1 error, 50 todo`, and where the todos are many a line of `38 editions-named, 12 terms-linked`. */
export function countMessages(messages: Message[]): string {
  const todos = messages.filter(({ level }) => level === 'todo');
  const errors = messages.length - todos.length;
  const counted = `${errors} ${errors === 1 ? 'error' : 'errors'}, ${todos.length} todo`;
  if (todos.length <= MANY) return counted;
  const byRule = [...Map.groupBy(todos, ({ rule }) => rule)]
    .map(([rule, { length }]) => ({ rule, length }))
    .sort((a, b) => b.length - a.length || compareText(a.rule, b.rule))
    .map(({ rule, length }) => `${length} ${rule}`);
  return `${counted}\n${byRule.join(', ')}`;
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
