import { countMessages, formatMessage, placeOfMessage, type Message } from '../model/message.ts';

/** The output formats of messages: for people, for programs, and for GitHub Actions. */
export const reports = {
  text: (messages) => [...linesOf(messages), countMessages(messages)].join('\n'),
  json: (messages) => JSON.stringify(messages.map(jsonOf), null, 2),
  github: (messages) => [...messages.map(workflowCommand), countMessages(messages)].join('\n'),
} satisfies Record<string, (messages: Message[]) => string>;

export type ReportFormat = keyof typeof reports;

/** The messages as text, then the page of each rule that found something. */
export const linesOf = (messages: Message[]): string[] => [
  ...messages.map(formatMessage),
  ...new Set(messages.map(({ ruleId, url }) => `${ruleId}: see ${url}`)),
];

/** Lines and columns count from 1; `end` is after the last character, and absent if only the start is known. */
function jsonOf(message: Message) {
  const { level, ruleId: rule, reason, actual, expected, note: remedy, url } = message;
  const { path, ...start } = placeOfMessage(message);
  return { path, start, end: endOf(message), level, rule, reason, actual, expected, remedy, url };
}

const endOf = ({ place }: Message): { line: number; column: number } | undefined =>
  place && 'end' in place ? { line: place.end.line, column: place.end.column } : undefined;

/**
 * A command that makes GitHub Actions show a message beside its lines:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
function workflowCommand(message: Message): string {
  const { level, file, line, column, ruleId, reason, note } = message;
  const end = endOf(message) ?? { line, column };
  const properties = {
    file,
    line,
    endLine: end.line,
    // GitHub accepts columns only for a message on a single line.
    ...(end.line === line ? { col: column, endColumn: end.column } : {}),
    title: ruleId,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
  const said = note === undefined ? reason : `${reason}\n${note}`;
  return `::${level === 'error' ? 'error' : 'warning'} ${listed.join(',')}::${escapeData(said)}`;
}

// As in https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts.
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
