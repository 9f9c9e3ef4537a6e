import { lowerBound } from './lower-bound.ts';
import type { MappedText } from './mapped-text.ts';

/** A range of a text with a style. The spans of a text are nested or disjoint. */
export type Span = { start: number; end: number } & (
  | { style: 'emphasis' | 'strong' }
  /** Its text is TeX. */
  | { style: 'formula' }
  | { style: 'link'; url: string }
);

/**
 * Finds the spans of any part of a text. `spans` are those of the whole text, by their beginnings, outer before inner;
 * the offsets of the spans found are relative to the part.
 */
export function startSpans<S extends { start: number; end: number }>(
  spans: S[],
): (content: MappedText) => S[] {
  return ({ offsets }) => {
    const [first, last] = [offsets[0], offsets.at(-1)];
    if (first === undefined || last === undefined || spans.length === 0) return [];
    const found: S[] = [];
    const near = lowerBound(spans.length, (i) => spans[i]!.start < first) - MAX_NESTED;
    for (let i = Math.max(0, near); i < spans.length && spans[i]!.start <= last; i++) {
      const span = spans[i]!;
      if (span.end <= first) continue;
      const start = lowerBound(offsets.length, (at) => offsets[at]! < span.start);
      const end = lowerBound(offsets.length, (at) => offsets[at]! < span.end);
      if (end > start) found.push({ ...span, start, end });
    }
    return found;
  };
}

/** The maximum depth of nesting: outer spans that are still open may begin this many spans earlier. */
const MAX_NESTED = 64;

/** The text with each formula replaced by letters of the same number, as in a chapter that is read again. */
export function withoutFormulas(text: string, spans: readonly Span[] = []): string {
  let plain = text;
  for (const { style, start, end } of spans)
    if (style === 'formula') plain = plain.slice(0, start) + 'x'.repeat(end - start) + plain.slice(end);
  return plain;
}
