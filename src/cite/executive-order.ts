import { MONTHS } from '../language/en-numbers.ts';
import type { Locator } from '../model/locator.ts';
import { isChicago, type CitationStyle } from '../model/citation-style.ts';
import type { Citable } from './csl-item.ts';
import type { ReferencePiece } from './pieces.ts';

/**
 * An executive order’s number and, if known, its place in the Federal Register: Executive Order 14162, 90 Fed. Reg.
 * 8455.
 */
const ORDER = /^Executive Order (\d+)(?:, (\d+ Fed\. Reg\. \d+))?$/;
export const isExecutiveOrder = (number: string): boolean => ORDER.test(number);

/**
 * An executive order of a President of the United States as styles that follow legal citation print it: by its number
 * and the Federal Register or the date, instead of author and title. Undefined for anything else.
 */
export function executiveOrder(
  { number = '', issued, URL }: Citable,
  style: CitationStyle,
  {
    isEntry,
    isAgain = false,
    locator,
  }: { isEntry: boolean; isAgain?: boolean; locator?: Locator | undefined },
): ReferencePiece[] | undefined {
  const [, order, register] = ORDER.exec(number) ?? [];
  if (order === undefined || !(style === 'apa' || isChicago(style))) return undefined;
  const name = { text: `Exec. Order No. ${order}`, italic: false, variable: 'title' as const };
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  const date = [month === undefined ? '' : [MONTHS[month - 1], day].filter(Boolean).join(' '), year]
    .filter(Boolean)
    .join(', ');
  const plain = (text: string): ReferencePiece => ({ text, italic: false });
  const place = locator
    ? `, ${locator.label === 'page' ? locator.value : `${locator.label} ${locator.value}`}`
    : '';
  if (!isEntry && style !== 'chicago')
    return [plain('('), name, plain(`${year === undefined ? '' : `, ${year}`}${place})`)];
  if (isAgain) return place === '' ? [name] : [name, plain(place)];
  const said = style === 'apa' && register !== undefined ? String(year ?? '') : date;
  const whole = (register === undefined ? '' : `, ${register}`) + (said === '' ? '' : ` (${said})`) + place;
  const address = URL === undefined ? undefined : { ...plain(URL), variable: 'URL' as const };
  return [
    name,
    plain(whole + (address ? (isEntry ? '. ' : ', ') : '')),
    ...(address ? [address] : []),
    ...(isEntry && !(style === 'apa' && address) ? [plain('.')] : []),
  ];
}
