import { recordKinds, type Contents, type RecordKind, type SearchRecord } from './record.ts';

/** A record as the contents tell of it. */
export interface Entry {
  lot: number;
  /** Its place in the lot. */
  place: number;
  kind: RecordKind;
  /** Whether it is the heading of a whole chapter. */
  isChapter: boolean;
  /** The unit of its page with which it begins, and how many units it has. */
  start: number;
  units: number;
}

const CHAPTER = 'h';

export const kindCode = ({ kind, url }: Pick<SearchRecord, 'kind' | 'url'>): string =>
  kind === 'heading' && !url.includes('#') ? CHAPTER : String(recordKinds.indexOf(kind));

// Numbers as characters of a JSON text, beyond those that it would have to escape and without surrogates.
const FIRST = 0x23;
const [SURROGATES, SURROGATE_COUNT] = [0xd800, 0x800];
export const packed = (numbers: number[]): string =>
  numbers
    .map((n) => n + FIRST)
    .map((n) => String.fromCodePoint(n < SURROGATES ? n : n + SURROGATE_COUNT))
    .join('');
const unpacked = (text: string): number[] =>
  [...text]
    .map((character) => character.codePointAt(0) ?? 0)
    .map((n) => (n < SURROGATES ? n : n - SURROGATE_COUNT) - FIRST);

/** What lies in each lot of an edition. */
export function entriesOf({ kinds, units }: Contents['editions'][number]): Entry[][] {
  const lengths = unpacked(units).values();
  return kinds.split(' ').map((codes, lot) => {
    let start = 0;
    return [...codes].map((code, place): Entry => {
      const isChapter = code === CHAPTER;
      const kind = isChapter ? 'heading' : (recordKinds[Number(code)] ?? 'segment');
      const entry = { lot, place, kind, isChapter, start, units: lengths.next().value ?? 0 };
      start += entry.units;
      return entry;
    });
  });
}

/** The entry of a lot in which a unit of its page stands; none has what stands behind all of them. */
export const entryAt = (entries: Entry[], unit: number): Entry | undefined =>
  entries.find(({ start, units }) => start <= unit && unit < start + units);
