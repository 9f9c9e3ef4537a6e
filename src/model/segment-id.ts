/** The parts of a segment id. Section 0 is the introduction; subsection 0 is a section’s lead. */
export type SegmentIdParts =
  | { type: 'paragraph'; section: number; subsection: number; paragraph: number; inserted: string }
  | { type: 'heading'; section: number; subsection?: number }
  | { type: 'abstract' }
  | { type: 'exhibit'; kind: 'figure' | 'table'; number: number };

// A paragraph inserted before the first is 2.4.0a.
const paragraph = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.([1-9]\d*|0(?=[a-z]))([a-z]?)$/;
const heading = /^(0|[1-9]\d*)(?:\.([1-9]\d*))?$/;
const exhibit = /^(figure|table)-([1-9]\d*)$/;

const withoutAnchors = (): string =>
  `(?:abstract|${[paragraph, heading, exhibit].map(({ source }) => source.slice(1, -1)).join('|')})`;
/** The form of a segment id, as the source of a regular expression without anchors; scripts of pages do without it. */
export const SEGMENT_ID = /* @__PURE__ */ withoutAnchors();

/** Reads `2.4.2`, `2.4.2a`, `2`, `2.4`, `abstract`, `figure-1`, `table-1`; undefined for anything else. */
export function parseSegmentId(id: string): SegmentIdParts | undefined {
  if (id === 'abstract') return { type: 'abstract' };
  const p = paragraph.exec(id);
  if (p) {
    return {
      type: 'paragraph',
      section: Number(p[1]),
      subsection: Number(p[2]),
      paragraph: Number(p[3]),
      inserted: p[4] ?? '',
    };
  }
  const h = heading.exec(id);
  if (h) {
    return {
      type: 'heading',
      section: Number(h[1]),
      ...(h[2] === undefined ? {} : { subsection: Number(h[2]) }),
    };
  }
  const e = exhibit.exec(id);
  if (e) return { type: 'exhibit', kind: e[1] as 'figure' | 'table', number: Number(e[2]) };
  return undefined;
}

/**
 * The order of the paper: the abstract, then headings and paragraphs by number.
 * Exhibits have no position in it and compare as equal to everything.
 */
export function compareSegmentIds(a: string, b: string): number {
  const [x, y] = [orderOf(a), orderOf(b)];
  if (!x || !y) return 0;
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const difference = (x[i] ?? -1) - (y[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function orderOf(id: string): number[] | undefined {
  const parts = parseSegmentId(id);
  switch (parts?.type) {
    case 'abstract':
      return [-1];
    case 'heading':
      return parts.subsection === undefined ? [parts.section] : [parts.section, parts.subsection];
    case 'paragraph': {
      const inserted = parts.inserted === '' ? 0 : parts.inserted.charCodeAt(0) - 96;
      return [parts.section, parts.subsection, parts.paragraph, inserted];
    }
    default:
      return undefined;
  }
}

/** The `id` attribute on the page: `p2.4.2` or `p2.4` for numbered segments, the id itself for the others. */
export const htmlId = (id: string): string => (/^\d/.test(id) ? `p${id}` : id);

/** The `id` of the nth unit (from 1) of a segment: `p2.4.2-3`. */
export const unitHtmlId = (id: string, unit: number): string => `${htmlId(id)}-${unit}`;

/** The `id` of an editors’ note, itself numbered within its segment: `editor-note-2.4.2-1`. */
export const editorNoteHtmlId = (note: string): string => `editor-note-${note}`;

/** The segments that have a page of their own: paragraphs and the abstract. */
export const hasOwnPage = (id: string): boolean => {
  const type = parseSegmentId(id)?.type;
  return type === 'paragraph' || type === 'abstract';
};
