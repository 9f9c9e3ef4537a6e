import type { PhrasingContent, RootContent } from 'mdast';
import type { Unit } from '../markdown/nodes.ts';
import { hasOwnPage, parseSegmentId, type SegmentIdParts } from '../model/segment-id.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier, Segment } from '../read/dossier.ts';
import type { HtmlRenderer } from './html.ts';
import { chapterIn } from '../read/text-in.ts';

/** A segment in all editions that have its chapter. */
export interface ParallelSegment {
  id: string;
  type: SegmentIdParts['type'];
  /**
   * One row per unit, if the editions have corresponding units in equal number; otherwise a single row for the segment.
   */
  rows: { unit: number | undefined; cells: ParallelCell[] }[];
  /** Originals next to two or more editions with corresponding units: the whole segment, next to all rows. */
  whole: ParallelCell[];
}

interface ParallelCell {
  edition: Edition;
  /** Undefined if the edition does not yet have the segment. */
  html: string | undefined;
}

/** The editions that can be shown in parallel in a chapter. */
export const editionsOf = (dossier: Dossier, chapter: string): Edition[] =>
  dossier.settings.value.editions.filter(({ id }) => chapterIn(dossier, id, chapter) !== undefined);

/**
 * The editions of a parallel page in the order of its columns: two begin with that of the page’s language; more are in
 * the order of the dossier, those with sentences of their own first.
 */
export function inColumns(editions: Edition[], first: Edition | undefined): Edition[] {
  if (editions.length < 3) return editions.toSorted((a, b) => Number(b === first) - Number(a === first));
  const together = editions.filter(isTogether);
  return together.length < 2 ? editions : [...editions.filter((one) => !isTogether(one)), ...together];
}

const isTogether = ({ role }: Edition): boolean => role !== 'original';

/** A chapter in the given editions, segment by segment in the order of the first. */
export function parallelSegments(
  dossier: Dossier,
  html: HtmlRenderer,
  chapter: string,
  shown = editionsOf(dossier, chapter),
): ParallelSegment[] {
  const columns = shown.map((edition) => ({
    edition,
    segments: new Map((chapterIn(dossier, edition.id, chapter)?.segments ?? []).map((one) => [one.id, one])),
  }));
  const ids = [...new Set(columns.flatMap(({ segments }) => [...segments.keys()]))];
  return ids.map((id) =>
    setBeside(
      html,
      id,
      columns.map(({ edition, segments }) => ({ edition, segment: segments.get(id) })),
    ),
  );
}

function setBeside(render: HtmlRenderer, id: string, columns: Column[]): ParallelSegment {
  const type = parseSegmentId(id)?.type ?? 'paragraph';
  const whole = ({ edition, segment }: Column): ParallelCell => ({
    edition,
    html: segment && render.segment(segment),
  });
  const together = columns.filter(({ edition }) => isTogether(edition));
  if (together.length < 2)
    return { id, type, rows: [{ unit: undefined, cells: columns.map(whole) }], whole: [] };
  const apart = columns.filter((column) => !together.includes(column)).map(whole);
  const divided = together.map(({ segment }) => segment && unitsOf(segment.blocks));
  const count = divided.find((units) => units !== undefined)?.length;
  const isAligned = together.every(({ segment }, i) => !segment || divided[i]?.length === count);
  if (count === undefined || !isAligned || !hasOwnPage(id))
    return { id, type, rows: [{ unit: undefined, cells: together.map(whole) }], whole: apart };
  return {
    id,
    type,
    whole: apart,
    rows: Array.from({ length: count }, (_, i) => ({
      unit: i + 1,
      cells: together.map(({ edition }, column) => {
        const unit = divided[column]?.[i];
        return { edition, html: unit && render.unit(unit, id, i + 1, edition.id) };
      }),
    })),
  };
}

/** The content of each unit of a segment; undefined if the segment contains anything else. */
function unitsOf(blocks: RootContent[]): PhrasingContent[][] | undefined {
  const units: PhrasingContent[][] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph') return undefined;
    for (const node of block.children) {
      if (node.type === 'unit') units.push([...node.children]);
      // A printed page may begin after the last unit.
      else if (units.length > 0 && node.type === 'pageBreak') units.at(-1)?.push(node);
      else if (!isBlank(node)) return undefined;
    }
  }
  return units.length > 0 ? units : undefined;
}

const isBlank = (node: Exclude<PhrasingContent, Unit>): boolean =>
  node.type === 'text' ? node.value.trim() === '' : node.type === 'exception' || node.type === 'unitBoundary';

interface Column {
  edition: Edition;
  segment: Segment | undefined;
}
