import { keysOf } from './known-items.ts';
import type { SearchRecord } from './record.ts';
import {
  charactersOf,
  contractedIn,
  contractedToken,
  nameToken,
  numberToken,
  signsIn,
  signToken,
  tokensOf,
} from './tokens.ts';

/** What records that lie together are found by, each thing at its place: the units, the characters once more, then the rest. */
export function pageTokens(records: SearchRecord[]): string[] {
  const text = records.map((record) => record.text).join('\n');
  return [
    ...tokensOf(text),
    ...charactersOf(text),
    ...signsIn(text).map(signToken),
    ...new Set(contractedIn(text).map(contractedToken)),
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
