import { recordKinds, type Contents, type RecordKind } from './record.ts';

/** A record as the contents tell of it. */
export interface Entry {
  lot: number;
  /** Its place in the lot. */
  place: number;
  kind: RecordKind;
  /** The unit of its page with which it begins, and how many units it has. */
  start: number;
  units: number;
}

// Numbers as characters of a JSON text, beyond those that it would have to escape and without surrogates.
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

/** What lies in each lot of an edition. */
export function entriesOf({ kinds, units }: Contents['editions'][number]): Entry[][] {
  const lengths = unpacked(units).values();
  return kinds.split(' ').map((codes, lot) => {
    let start = 0;
    return Array.from(codes, (code, place): Entry => {
      const kind = recordKinds[Number(code)] ?? 'segment';
      const entry = { lot, place, kind, start, units: lengths.next().value ?? 0 };
      start += entry.units;
      return entry;
    });
  });
}
