import type { Kind } from '../coverage.ts';
import type { Ledger } from '../write/ledger.ts';
import type { Inline, Paper } from '../paper.ts';
import { element, type Content } from './html.ts';
import type { Words } from './words.ts';

/** Something that an import made or left out, with the offsets of its characters in the source. */
export interface ImportedPart {
  /** Its id on the page. */
  id: string;
  kind: 'title' | 'heading' | 'paragraph' | 'quotation' | 'note' | 'work' | 'exhibit' | 'left out';
  /** Its name in the dossier, or the kind of text if it is left out. */
  name: string;
  /** Why it is left out. */
  why?: string | undefined;
  content: Content[];
  offsets: number[];
}

/** Everything that an import made of a source, and everything that it left out. */
export function importedParts(
  paper: Paper,
  spans: Ledger['spans'],
  text: string,
  say: Words['say'],
): ImportedPart[] {
  const { names } = say;
  const inText = paper.sections.flatMap((section): ImportedPart[] => [
    ...(section.start === undefined
      ? []
      : [
          {
            id: `section-${section.number}`,
            kind: 'heading' as const,
            name: names.chapter({ number: section.number }),
            content: [element('strong', {}, section.title)],
            offsets: rangeOf(section.start, section.title.length),
          },
        ]),
    ...section.blocks.flatMap((block, i): ImportedPart[] => {
      if (block.type === 'exhibit') return [];
      const offsets = block.inlines.flatMap((inline) => inline.content.offsets);
      const kind = block.type !== 'paragraph' ? 'heading' : block.isQuotation ? 'quotation' : 'paragraph';
      const content = block.inlines.flatMap((inline) => drawInline(inline, say));
      return [
        {
          id: `block-${section.number}-${i}`,
          kind,
          name: block.id === 'abstract' ? names.abstract : block.id,
          content: kind === 'heading' ? [element('strong', {}, content)] : content,
          offsets,
        },
      ];
    }),
  ]);
  const notes = paper.notes.map(({ number, label, content }): ImportedPart => ({
    id: `note-${number}`,
    kind: 'note',
    name: number === label ? names.note({ number }) : names.notePrinted({ number, label }),
    content: [content.text],
    offsets: content.offsets,
  }));
  const works = paper.references.map(({ number, content }): ImportedPart => ({
    id: `work-${number}`,
    kind: 'work',
    name: names.work({ number }),
    content: [content.text],
    offsets: content.offsets,
  }));
  const apart = leftOut(spans, text, say);
  const rowsOf = (start: number | undefined): ImportedPart | undefined =>
    start === undefined
      ? undefined
      : apart.find(({ offsets }) => offsets[0]! <= start && start <= offsets.at(-1)!);
  const exhibits = paper.exhibits.map(({ id, title, rows, source, start }): ImportedPart => ({
    id,
    kind: 'exhibit',
    name: id,
    content: [
      element('strong', {}, title),
      ...(rows.length > 0 ? [element('pre', {}, rows.join('\n'))] : []),
      ...(source === '' ? [] : [element('p', {}, source)]),
    ],
    offsets: rowsOf(start)?.offsets ?? (start === undefined ? [] : rangeOf(start, title.length)),
  }));
  const ofExhibits = new Set(paper.exhibits.map(({ start }) => rowsOf(start)));
  return [...inText, ...notes, ...works, ...exhibits, ...apart.filter((one) => !ofExhibits.has(one))];
}

const rangeOf = (start: number, length: number): number[] =>
  Array.from({ length: Math.max(length, 1) }, (_, i) => start + i);

const drawInline = (inline: Inline, { names }: Words['say']): Content[] => {
  switch (inline.type) {
    case 'mark':
    case 'repeat':
      return [element('sup', {}, element('a', { href: `#note-${inline.note}` }, String(inline.note)))];
    case 'page':
      return [element('span', { class: 'page-begins' }, names.beginsPage({ page: inline.page }))];
    case 'cite':
      return [element('a', { href: `#work-${inline.reference + 1}` }, inline.content.text)];
    case 'text':
      return [inline.content.text];
  }
};

/** Kinds that are shown although they are in no chapter; page numbers and rules need not be shown. */
const shownApart = [
  'title',
  'authors',
  'keywords',
  'editorial',
  'other language',
  'running head',
  'table',
] as const satisfies Kind[];
type ShownApart = (typeof shownApart)[number];
const isShown = (kind: Kind): kind is ShownApart => shownApart.some((one) => one === kind);

/**
 * Text that is in no chapter, including the title, which is in `dossier.yaml`; consecutive lines of one kind are
 * joined.
 */
function leftOut(spans: Ledger['spans'], text: string, { kinds, dropped }: Words['say']): ImportedPart[] {
  const joined: [number, number, Kind][] = [];
  for (const [start, end, kind] of spans) {
    const last = joined.at(-1);
    if (kind === 'white space' || kind === 'remainder') continue;
    if (last?.[2] === kind && text.slice(last[1], start).trim() === '') last[1] = end;
    else joined.push([start, end, kind]);
  }
  return joined
    .flatMap(([start, end, kind]) => (isShown(kind) ? [{ start, end, kind }] : []))
    .map(({ start, end, kind }, i) => ({
      id: `apart-${i}`,
      kind: kind === 'title' ? 'title' : kind === 'table' ? 'exhibit' : 'left out',
      name: kinds[kind],
      why: kind in dropped ? dropped[kind as keyof typeof dropped] : undefined,
      content: [text.slice(start, end)],
      offsets: rangeOf(start, end - start),
    }));
}

/** For each character of a source, the number in `made` of its owner, from 1; 0 without an owner. */
export function ownersOf(made: ImportedPart[], length: number): Uint32Array {
  const owners = new Uint32Array(length);
  made.forEach(({ offsets }, i) => {
    for (const offset of offsets) if (!owners[offset]) owners[offset] = i + 1;
  });
  return owners;
}
