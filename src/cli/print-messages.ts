import { reports, type ReportFormat } from '../check/report.ts';
import type { Message } from '../model/message.ts';

/** Prints what was found; true where nothing stands in the way of a build. */
export function printMessages(
  messages: Message[],
  { strict = false, format = 'text' }: { strict?: boolean; format?: ReportFormat } = {},
): boolean {
  console.log(reports[format](messages));
  return !messages.some(({ level }) => level === 'error' || strict);
}
