import { keysOf, numbersOf } from './known-items.ts';
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
    ...new Set(records.flatMap((record) => keysOf(record).map(nameToken))),
    ...new Set(records.flatMap((record) => numbersOf(record).map(({ kind, id }) => numberToken(kind, id)))),
  ];
}
