import { keysOf } from './known-items.ts';
import type { SearchRecord } from './record.ts';
import {
  contractedToken,
  contractionsIn,
  nameToken,
  numberToken,
  signsIn,
  signToken,
  tokensOf,
} from './tokens.ts';

/** What records that lie together are found by: their units, each at its place, then the rest. */
export function pageTokens(records: SearchRecord[]): string[] {
  const text = records.map((record) => record.text).join('\n');
  return [
    ...tokensOf(text),
    ...signsIn(text).map(signToken),
    ...new Set(contractionsIn(text).map(contractedToken)),
    ...new Set(records.flatMap(namesOf)),
  ];
}

/** What a record is found by besides its words: its names or its number, and a paragraph its printed pages. */
function namesOf(record: SearchRecord): string[] {
  const [first, last] = record.kind === 'segment' && record.pages ? record.pages : [1, 0];
  return [
    ...keysOf(record).map(nameToken),
    numberToken(record.kind, record.id),
    ...Array.from({ length: last - first + 1 }, (_, i) => numberToken('page', String(first + i))),
  ];
}
