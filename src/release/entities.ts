import type { Nodes } from 'mdast';
import { inlineText, type Substitute } from '../markdown/text.ts';
import type { Exhibit } from '../model/entries.ts';
import { localised, type Localised } from '../model/localised.ts';
import type { FrozenEdition } from '../model/release.ts';
import type { Permalink } from '../model/permalink.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import type { Edition } from '../model/settings.ts';
import type { EntryKind } from '../model/urls.ts';
import type { Dossier, Note, Segment } from '../read/dossier.ts';
import { chapterIn, exhibitOf } from '../read/text-in.ts';

/** An entity that addresses belong to, with its text in one edition. */
export interface CitableEntity {
  kind: Permalink['kind'];
  id: string;
  text: string;
}

/** The text of an edition, released or current. */
interface Words {
  chapters: {
    id: string;
    title: string;
    segments: { id: string; text: string }[];
    notes: { number: number; text: string }[];
  }[];
  entries: FrozenEdition['entries'];
  checks: { id: string; claim: string }[];
}

const entitiesIn = ({ chapters, entries, checks }: Words): CitableEntity[] => [
  ...chapters.flatMap(({ id, title, segments, notes }): CitableEntity[] => [
    { kind: 'chapter', id, text: [title, ...segments.map(({ text }) => text)].join('\n') },
    ...segments.map((segment): CitableEntity => ({
      ...segment,
      kind: parseSegmentId(segment.id)?.type === 'exhibit' ? 'exhibit' : 'segment',
    })),
    ...notes.map(({ number, text }): CitableEntity => ({ kind: 'note', id: String(number), text })),
  ]),
  ...entries.map(({ kind, id, name, text }): CitableEntity => ({ kind, id, text: `${name}\n${text}` })),
  ...checks.map(({ id, claim }): CitableEntity => ({ kind: 'check', id, text: claim })),
];

/** All entities of a released edition that addresses may belong to, and whose text must therefore stay recognisable. */
export const frozenEntities = ({ chapters, entries }: FrozenEdition): CitableEntity[] =>
  entitiesIn({
    chapters: chapters.map((chapter) => ({
      ...chapter,
      segments: chapter.segments.map(({ id, units }) => ({ id, text: units.join('') })),
    })),
    entries,
    checks: chapters.flatMap(({ segments }) => segments.flatMap(({ checks = [] }) => checks)),
  });

/** The same for a current edition. */
export const entitiesOf = (dossier: Dossier, edition: Edition): CitableEntity[] =>
  entitiesIn({
    chapters: dossier.settings.value.chapters.flatMap(({ id, title }) => {
      const chapter = chapterIn(dossier, edition.id, id);
      if (chapter === undefined) return [];
      const segments = chapter.segments.map((one) => ({ id: one.id, text: segmentText(dossier, one) }));
      const notes = chapter.notes.flatMap((note) =>
        note.number === undefined ? [] : [{ number: note.number, text: noteText(note) }],
      );
      return [{ id, title: localised(title, edition), segments, notes }];
    }),
    entries: entriesOf(dossier, edition),
    checks: dossier.checks.value.map(({ id, claim }) => ({ id, claim: localised(claim, edition) })),
  });

/** What each case, term, actor and work is, in plain words. */
export function entriesOf(dossier: Dossier, edition: Edition): FrozenEdition['entries'] {
  const entry = (kind: EntryKind, id: string, name: string, text: string) => ({ kind, id, name, text });
  return [
    ...dossier.cases.map(({ id, value, prose }) => {
      const account = prose
        .filter((one) => one.edition === edition.id)
        .map(({ tree }) => wordsOfBlocks(tree.children));
      return entry(
        'case',
        id,
        localised(value.title, edition),
        [localised(value.summary, edition), ...account].join('\n'),
      );
    }),
    ...dossier.terms.map(({ id, value }) =>
      entry('term', id, localised(value.name, edition), localised(value.definition, edition)),
    ),
    ...dossier.actors.map(({ id, value }) => entry('actor', id, localised(value.name, edition), '')),
    ...dossier.works.map(({ id, value: { title, author, editor } }) => {
      const names = (author ?? editor ?? []).map((name) =>
        'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' '),
      );
      return entry('work', id, title, names.join('; '));
    }),
  ];
}

/** The text of a segment; for a figure or table, one line per row. */
export function segmentText(dossier: Dossier, { id, text, edition }: Segment): string {
  const exhibit = exhibitOf(dossier, id);
  if (exhibit === undefined) return text;
  const { title, rows } = exhibitWords(exhibit, edition);
  return [title, ...rows.map((row) => row.join('\t'))].join('\n');
}

/**
 * Cuts a text where units begin. Text before the first unit goes with that unit, and text after the last with the
 * last.
 */
export function cutAtUnits(text: string, { units }: Segment): string[] {
  const starts: number[] = [];
  let at = 0;
  for (const unit of units) {
    const start = text.indexOf(unit.text, at);
    if (start < 0) continue;
    starts.push(start);
    at = start + unit.text.length;
  }
  const edges = [0, ...starts.slice(1), text.length];
  return edges.slice(1).map((edge, i) => text.slice(edges[i], edge));
}

/** A note’s text; a citation appears as the ids of its works, however references are printed. */
export const noteText = ({ blocks }: Note): string => wordsOfBlocks(blocks);

/** One line per block, whatever it contains: released texts are compared in this form, so it must not change. */
const wordsOfBlocks = (blocks: Nodes[]): string =>
  blocks
    .map((block) => inlineText([block], citedKeys).trim())
    .filter(Boolean)
    .join('\n');

const citedKeys: Substitute = (node) =>
  node.type === 'citation' ? node.items.map(({ key }) => key).join('; ') : undefined;

/** What an exhibit says in an edition. */
export function exhibitWords(
  exhibit: Exhibit,
  edition: string,
): { title: string; rows: string[][]; source: string | undefined; remark: string | undefined } {
  const { title, source, remark } = exhibit;
  return {
    title: localised(title, edition),
    rows: exhibitRows(exhibit, (text) => localised(text, edition)),
    source: source && localised(source, edition),
    remark: remark && localised(remark, edition),
  };
}

/**
 * A table as its rows, the first of which is its head; a diagram as its boxes with their text, then its arrows; a
 * picture as its alternative text.
 */
function exhibitRows(exhibit: Exhibit, localised: (text: Localised) => string): string[][] {
  switch (exhibit.type) {
    case 'table': {
      const { columns, rows } = exhibit;
      return [
        columns.map(({ label }) => localised(label)),
        ...rows.map(({ cells }) =>
          columns.map(({ id }) => {
            const cell = cells[id];
            return cell === undefined ? '' : localised(cell);
          }),
        ),
      ];
    }
    case 'diagram': {
      const { nodes, edges } = exhibit;
      const labels = new Map(nodes.map(({ id, label }) => [id, localised(label)]));
      return [
        ...nodes.map(({ label, detail }) => [
          localised(label),
          ...(detail === undefined ? [] : [localised(detail)]),
        ]),
        ...edges.map(({ from, to, both }) => [
          labels.get(from) ?? from,
          both ? '↔' : '→',
          labels.get(to) ?? to,
        ]),
      ];
    }
    case 'picture':
      return [[localised(exhibit.alt)]];
    case 'lines':
      return exhibit.lines.map((line) => [line]);
  }
}
