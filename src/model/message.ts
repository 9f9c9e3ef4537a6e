import { VFileMessage } from 'vfile-message';
import { fileOfEngine } from './command-line.ts';
import { counted } from './counted.ts';
import { formatPlace, type Place } from './place.ts';

/** An `error` stops a build; a `todo` is work left, such as an untranslated segment. */
export type Level = 'error' | 'todo';

/** A rule’s finding, as a vfile message: an `error` is `fatal`, a `todo` a warning. */
export interface Message extends VFileMessage {
  file: string;
  line: number;
  column: number;
  level: Level;
  /** The state that must hold, which is also the rule’s name: `segments-aligned`. */
  ruleId: string;
  /** The second place of a finding that has two. */
  cause: VFileMessage | undefined;
}

/** The content of a message. */
export interface MessageFields {
  place: Place;
  /** Defaults to `error`. */
  level?: Level;
  rule: string;
  /** One sentence: what is wrong, then what would be right. */
  reason: string;
  /** The actual value, and the values allowed instead. */
  actual?: string | undefined;
  expected?: string[] | undefined;
  cause?: Place;
  /** The remedy, if the reason does not already give it. */
  note?: string;
}

export function createMessage({ rule, reason, level = 'error', ...fields }: MessageFields): Message {
  const { place, cause, actual, expected, note } = fields;
  return Object.assign(messageAt(reason, place, rule), {
    level,
    fatal: level === 'error',
    cause: cause && messageAt('see here', cause, rule),
    actual,
    expected,
    note,
    url: fileOfEngine(`docs/rules/${rule}.md`),
  });
}

function messageAt(reason: string, place: Place, ruleId: string) {
  const { path: file, end, ...start } = place;
  const message = new VFileMessage(reason, {
    place: end ? { start, end } : start,
    ruleId,
    source: 'dossier',
  });
  return Object.assign(message, { ...start, file, ruleId, name: formatPlace(place) });
}

export const placeOfMessage = ({ file = '', line = 1, column = 1 }: VFileMessage): Place => ({
  path: file,
  line,
  column,
});

/** `path:line:column level rule sentence`, with the cause and the remedy indented below. */
export function formatMessage(message: Message): string {
  const { level, ruleId, reason, cause, note } = message;
  const lines = [`${formatPlace(placeOfMessage(message))} ${level} ${ruleId} ${reason}`];
  if (cause) lines.push(`  see ${formatPlace(placeOfMessage(cause))}`);
  if (note) lines.push(`  ${note}`);
  return lines.join('\n');
}

/** The most todos that readers take in at a glance. */
const MANY_TODOS = 10;

/** `1 error, 50 todo`; if there are many todos, with a line of counts by rule: `38 editions-named, 12 terms-linked`. */
export function countMessages(messages: Pick<Message, 'level' | 'ruleId'>[]): string {
  const todos = messages.filter(({ level }) => level === 'todo');
  const errors = messages.length - todos.length;
  const byLevel = `${counted(errors, 'error')}, ${todos.length} todo`;
  if (todos.length <= MANY_TODOS) return byLevel;
  const byRule = [...Map.groupBy(todos, ({ ruleId }) => ruleId)]
    .map(([ruleId, { length }]) => ({ ruleId, length }))
    .sort((a, b) => b.length - a.length || compareText(a.ruleId, b.ruleId))
    .map(({ ruleId, length }) => `${length} ${ruleId}`);
  return `${byLevel}\n${byRule.join(', ')}`;
}

export const compareMessages = (a: Message, b: Message): number =>
  compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.ruleId, b.ruleId);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
