/** A text assembled from the source, with the source offset of each of its UTF-16 code units. */
export interface MappedText {
  text: string;
  offsets: number[];
}

/** The source from `start` to `end`. */
export const mapStretch = (source: string, start: number, end: number): MappedText => ({
  text: source.slice(start, end),
  offsets: Array.from({ length: end - start }, (_, i) => start + i),
});

export const sliceMapped = ({ text, offsets }: MappedText, start: number, end?: number): MappedText => ({
  text: text.slice(start, end),
  offsets: offsets.slice(start, end),
});

export function joinMapped(parts: MappedText[]): MappedText {
  const offsets: number[] = [];
  for (const part of parts) for (const origin of part.offsets) offsets.push(origin);
  return { text: parts.map(({ text }) => text).join(''), offsets };
}

/** The text without the given ranges, which are in order and do not overlap. */
export function withoutStretches(
  mapped: MappedText,
  stretches: { start: number; end: number }[],
): MappedText {
  const kept: MappedText[] = [];
  let from = 0;
  for (const { start, end } of stretches) {
    kept.push(sliceMapped(mapped, from, start));
    from = end;
  }
  return joinMapped([...kept, sliceMapped(mapped, from)]);
}
