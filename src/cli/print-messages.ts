import { reports, type ReportFormat } from '../check/report.ts';
import type { Message } from '../model/message.ts';

/** Prints messages; returns whether they allow a build. */
export function printMessages(
  messages: Message[],
  { strict = false, format = 'text' }: { strict?: boolean; format?: ReportFormat } = {},
): boolean {
  console.log(reports[format](messages));
  return !messages.some(({ level }) => level === 'error' || strict);
}
