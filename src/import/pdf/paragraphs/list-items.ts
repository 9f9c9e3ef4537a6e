import { hasNextNumber } from '../parts/numbered-headings.ts';
import type { TypeLine } from '../lines/page-lines.ts';

/** A bullet before a list item. */
export const BULLET = /^[•‣◦▪■●◆►✓\uF0A7\uF0B7\uF0D8\uFFFD]\s*\S/u;

/** A dash or number before a list item; it counts if the item’s other lines hang. */
export const ITEM = /^(?:[-–—]|[(（]?(?:\d{1,2}|[a-z])[)）]|(?:\d{1,2}|[a-z])[.．](?!\d))\s?\S/;

/** True if a line begins a list item whose next line hangs. */
export const opensItem = (line: TypeLine, next: TypeLine | undefined): boolean =>
  next !== undefined && ITEM.test(line.text) && hangsBelow(next, line);

/** True if a line has the number after that of the item before it. */
export const isNextItem = (line: TypeLine, [first]: TypeLine[]): boolean =>
  ITEM.test(line.text) && Math.abs(line.x0 - first!.x0) < 2 && hasNextNumber(first!.text, line.text);

const hangsBelow = (line: TypeLine, first: TypeLine): boolean =>
  line.sheet === first.sheet &&
  line.y > first.y &&
  line.x0 - first.x0 > first.size * 0.5 &&
  line.x0 - first.x0 < first.size * 4;

/** True if lines are a list item that, including the given one, hang below its bullet or number. */
export const hangs = ([first, second]: TypeLine[], line: TypeLine): boolean =>
  first !== undefined &&
  (BULLET.test(first.text) || (ITEM.test(first.text) && hangsBelow(second ?? line, first)));
