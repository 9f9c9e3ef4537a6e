import { recordKinds, type Contents, type RecordKind } from './record.ts';

/** A record as described in the contents. */
export interface Entry {
  lot: number;
  /** Its index in the lot. */
  place: number;
  kind: RecordKind;
  /** The position of its first unit on the page, and its number of units. */
  start: number;
  units: number;
}

// Each number is one character of a JSON string, beyond the control characters and quotation mark that JSON escapes,
// without surrogates.
const FIRST = 0x23;
const [SURROGATES, SURROGATE_COUNT] = [0xd800, 0x800];
export const packed = (numbers: number[]): string =>
  numbers
    .map((n) => n + FIRST)
    .map((n) => String.fromCodePoint(n < SURROGATES ? n : n + SURROGATE_COUNT))
    .join('');
export const unpacked = (text: string): number[] =>
  Array.from(text, (character) => character.codePointAt(0) ?? 0).map(
    (n) => (n < SURROGATES ? n : n - SURROGATE_COUNT) - FIRST,
  );

/** The records in each lot of an edition. */
export function entriesOf({ kinds, units }: Contents['editions'][number]): Entry[][] {
  const lengths = unpacked(units).values();
  return kinds.split(' ').map((codes, lot) => {
    let start = 0;
    return Array.from(codes, (code, place): Entry => {
      const kind = recordKinds[Number.parseInt(code, 36)] ?? 'segment';
      const entry = { lot, place, kind, start, units: lengths.next().value ?? 0 };
      start += entry.units;
      return entry;
    });
  });
}
