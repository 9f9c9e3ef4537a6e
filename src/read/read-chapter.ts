import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { splitLocator } from '../markdown/citation-syntax.ts';
import { nodesOf } from '../markdown/nodes-of.ts';
import type { Exception, Unit } from '../markdown/nodes.ts';
import { parseNoteLabel } from '../markdown/remark-notes.ts';
import { blockText, inlineText } from '../markdown/text.ts';
import { placeOf, stretchOf } from '../model/place.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import type {
  Chapter,
  Mark,
  Note,
  PlacedCitation,
  PlacedException,
  PlacedTarget,
  Segment,
  SegmentUnit,
} from './dossier.ts';

/** What is known about a chapter before its text is read. */
interface ChapterFrame extends Pick<Chapter, 'id' | 'section' | 'edition' | 'path'> {
  /** The printed page on which the previous chapter ends, if known. */
  page: number | undefined;
  /** False if the edition does not mark printed pages and the paper has more than one. */
  isPaged?: boolean;
  /** The printed pages of segments, from an edition that was read before. */
  known?: ReadonlyMap<string, [number, number]>;
}

/** Collects segments, notes and marks from a parsed chapter. */
export function readChapter(tree: Root, frame: ChapterFrame): Chapter {
  const { id, section, edition, path, isPaged = true, known } = frame;
  const segments: Segment[] = [];
  const marks: Mark[] = [];
  let { page } = frame;
  for (const block of tree.children) {
    const { segment: segmentId = '', opensSegment } = block.data ?? {};
    const type = parseSegmentId(segmentId)?.type;
    if (type === undefined) {
      page = nodesOf([block], 'pageBreak').at(-1)?.page ?? page;
      continue;
    }
    let segment = opensSegment ? undefined : segments.findLast((one) => one.id === segmentId);
    if (!segment) {
      const elsewhere = known?.get(segmentId);
      if (isPaged) page = later(page, elsewhere?.[0]);
      else page = elsewhere && elsewhere[0] === elsewhere[1] ? elsewhere[0] : undefined;
      const first = firstPage(block, page);
      const pages: Segment['pages'] = first === undefined ? undefined : [first, first];
      segment = emptySegment(block, { id: segmentId, type, pages: isPaged ? pages : elsewhere }, frame);
      segments.push(segment);
    }
    segment.blocks.push(block);
    page = readBlock(block, segment, marks, path, page);
    if (isPaged && segment.pages && page !== undefined) segment.pages[1] = page;
  }
  for (const segment of segments) segment.text = blockText(segment.blocks);
  const notes = (tree.data?.notes ?? []).map((definition) => readNote(definition, frame));
  return { id, section, edition, path, tree, segments, notes, marks };
}

/** A segment that begins with a block. */
const emptySegment = (
  opening: RootContent,
  known: Pick<Segment, 'id' | 'type' | 'pages'>,
  { id: chapter, edition, path }: ChapterFrame,
): Segment => ({
  ...known,
  edition,
  chapter,
  place: placeOf(opening, path),
  blocks: [],
  text: '',
  units: [],
  isDivided: opening.data?.isDivided ?? false,
  notes: [],
  targets: [],
  exceptions: [],
});

function readNote(definition: FootnoteDefinition, { id: chapter, edition, path }: ChapterFrame): Note {
  const blocks: RootContent[] = definition.children;
  return {
    number: parseNoteLabel(definition.identifier),
    label: definition.label ?? definition.identifier,
    edition,
    chapter,
    place: placeOf(definition, path),
    blocks,
    comment: commentOf(blocks),
    citations: citationsIn(blocks, path),
    targets: targetsIn(blocks, path),
    exceptions: nodesOf(blocks, 'exception').map((node) => exceptionOf(node, path)),
  };
}

/** Adds a block’s units, notes and references to its segment. Returns the printed page on which the block ends. */
function readBlock(
  block: RootContent,
  segment: Segment,
  marks: Mark[],
  path: string,
  page: number | undefined,
): number | undefined {
  let unit: number | undefined;
  visit(block, (node: Nodes) => {
    switch (node.type) {
      case 'unit': {
        unit = node.index;
        const opening = node.children[0];
        // After a unit boundary there may be a space before the unit’s first node.
        const first = node.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
        segment.units.push({
          index: node.index,
          text: inlineText(node.children).trim(),
          page: first?.type === 'pageBreak' ? first.page : page,
          lastPage: nodesOf([node], 'pageBreak').at(-1)?.page ?? page,
          pageBreaks: breaksIn(node),
          place: opening ? placeOf(opening, path, node.children.at(-1)) : segment.place,
          notes: [],
          exceptions: [],
        });
        break;
      }
      case 'pageBreak':
        page = node.page;
        break;
      case 'noteMark':
        // A segment’s own page shows each note marked in it, even if the note’s first mark is elsewhere.
        if (node.again) {
          if (!segment.notes.includes(node.number)) segment.notes.push(node.number);
          break;
        }
        marks.push({ number: node.number, place: placeOf(node, path), segment: segment.id, unit, page });
        segment.notes.push(node.number);
        if (unit !== undefined) segment.units.at(-1)?.notes.push(node.number);
        break;
      case 'exception':
        (segment.units.at(-1) ?? segment).exceptions.push(exceptionOf(node, path));
        break;
      default:
    }
  });
  segment.targets.push(...targetsIn([block], path));
  return page;
}

/** The printed pages that begin within a unit, with the offsets in its text. */
function breaksIn(unit: Unit): SegmentUnit['pageBreaks'] {
  const before = inlineText(unit.children, (node) => (node.type === 'pageBreak' ? BREAK : undefined))
    .split(BREAK)
    .slice(0, -1);
  let text = '';
  return nodesOf([unit], 'pageBreak').map(({ page }, i) => {
    text += before[i] ?? '';
    return { page, at: text.trimStart().length };
  });
}

/** Stands for a page break, which has no text. */
const BREAK = '\uE011';

export function targetsIn(blocks: RootContent[], path: string): PlacedTarget[] {
  const targets: PlacedTarget[] = [];
  let unit: number | undefined;
  for (const block of blocks) {
    visit(block, (node: Nodes) => {
      if (node.type === 'unit') unit = node.index;
      if (node.type !== 'link' || !node.data?.target) return;
      targets.push({
        ...node.data.target,
        place: placeOf(node, path),
        ...(unit === undefined ? {} : { unit }),
      });
    });
  }
  return targets;
}

/**
 * The works that a note cites: in citation syntax, or by links round printed text, with the locator as the link’s
 * title.
 */
function citationsIn(blocks: RootContent[], path: string): PlacedCitation[] {
  return blocks.flatMap((block) => [
    ...nodesOf([block], 'link').flatMap((node) => {
      const { scheme, id: key } = node.data?.target ?? {};
      const place = placeOf(node, path);
      return scheme === 'work' && key !== undefined
        ? [{ key, prefix: '', ...splitLocator(node.title ?? ''), place }]
        : [];
    }),
    ...nodesOf([block], 'citation').flatMap((node) =>
      node.items.map(({ offset, ...item }) => ({
        ...item,
        place: stretchOf(placeOf(node, path), offset, item.key.length + 1),
      })),
    ),
  ]);
}

const exceptionOf = (node: Exception, path: string): PlacedException => ({
  rule: node.rule,
  reason: node.reason,
  place: placeOf(node, path),
});

const later = (page: number | undefined, other: number | undefined): number | undefined =>
  page === undefined || other === undefined ? (page ?? other) : Math.max(page, other);

/** A block that opens with a page break begins on the new page. */
function firstPage(block: Nodes, page: number | undefined): number | undefined {
  const [first] = 'children' in block ? block.children : [];
  if (first?.type === 'pageBreak') return first.page;
  return first?.type === 'unit' && first.children[0]?.type === 'pageBreak' ? first.children[0].page : page;
}

/** The text of a note apart from its references. */
const commentOf = (blocks: Nodes[]): string =>
  inlineText(blocks, (node) =>
    node.type === 'citation'
      ? node.items.map(({ prefix, suffix }) => `${prefix} ${suffix}`).join(' ')
      : undefined,
  );
