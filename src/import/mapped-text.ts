/** A text put together from the source, and where in the source each of its UTF-16 code units stands. */
export interface Traced {
  text: string;
  origins: number[];
}

/** The stretch of the source from `start` to `end`. */
export const trace = (source: string, start: number, end: number): Traced => ({
  text: source.slice(start, end),
  origins: Array.from({ length: end - start }, (_, i) => start + i),
});

export const sliceTraced = ({ text, origins }: Traced, start: number, end?: number): Traced => ({
  text: text.slice(start, end),
  origins: origins.slice(start, end),
});

export function joinTraced(parts: Traced[]): Traced {
  const origins: number[] = [];
  for (const part of parts) for (const origin of part.origins) origins.push(origin);
  return { text: parts.map(({ text }) => text).join(''), origins };
}

/** The text without the stretches given, which ascend and do not overlap. */
export function withoutStretches(traced: Traced, stretches: { start: number; end: number }[]): Traced {
  const kept: Traced[] = [];
  let from = 0;
  for (const { start, end } of stretches) {
    kept.push(sliceTraced(traced, from, start));
    from = end;
  }
  return joinTraced([...kept, sliceTraced(traced, from)]);
}
