import type { Element, ElementContent } from 'hast';
import { h, s } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Inline } from './bind-notes.ts';
import { dropped, kinds, type Kind } from './coverage.ts';
import type { Imported, PaperText } from './import-paper.ts';
import { writeCorrections, type Doubt } from './ledger.ts';
import { divideLines, type Line } from './lines.ts';
import type { Paper } from './paper.ts';
import { pageStyles } from './page-styles.ts';
import { lastAt } from './place-pages.ts';
import type { PageLayout } from './source-document.ts';

/**
 * A page in HTML that shows each page of the source beside what was made of it, with doubts where they arose. It needs
 * nothing but itself. `original` is the address of the file from there.
 */
export function drawPages(source: PaperText, { paper, ledger }: Imported, original?: string): string {
  const made = thingsMade(paper, ledger.spans, source.text);
  const owners = ownersOf(made, source.text.length);
  const sheets = divideSheets(source, paper);
  const context: Context = { source, paper, made, owners, doubts: ledger.doubts, original };
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', `What was made of ${ledger.source.path}`),
      h('style', pageStyles),
    ]),
    h('body', [
      drawHead(context, sheets),
      h(
        'main',
        sheets.map((sheet) => drawSheet(sheet, context)),
      ),
    ]),
  ]);
  return `<!doctype html>\n${toHtml(page)}\n`;
}

/** Something that an import made, or left out, with the offsets of its characters in the source. */
interface Made {
  /** What tells it from others in the page. */
  id: string;
  kind: 'title' | 'heading' | 'paragraph' | 'quotation' | 'note' | 'work' | 'exhibit' | 'left out';
  /** Its name in the dossier, or why it is in none. */
  name: string;
  content: ElementContent[];
  offsets: number[];
}

interface Sheet {
  /** Its place in the file, from 1. */
  number: number;
  start: number;
  end: number;
  lines: Line[];
  layout: PageLayout | undefined;
}

interface Context {
  source: PaperText;
  paper: Paper;
  made: Made[];
  /** For each character of the source the place in `made` of what holds it, from 1. */
  owners: Uint32Array;
  doubts: Doubt[];
  original: string | undefined;
}

function thingsMade(paper: Paper, spans: Imported['ledger']['spans'], text: string): Made[] {
  const inText = paper.sections.flatMap((section): Made[] => [
    ...(section.start === undefined
      ? []
      : [
          {
            id: `section-${section.number}`,
            kind: 'heading' as const,
            name: `chapter ${section.number}`,
            content: [h('strong', section.title)],
            offsets: rangeOf(section.start, section.title.length),
          },
        ]),
    ...section.blocks.flatMap((block, i): Made[] => {
      if (block.type === 'exhibit') return [];
      const offsets = block.inlines.flatMap((inline) => inline.content.offsets);
      const kind = block.type !== 'paragraph' ? 'heading' : block.isQuotation ? 'quotation' : 'paragraph';
      const content = block.inlines.flatMap(drawInline);
      return [
        {
          id: `block-${section.number}-${i}`,
          kind,
          name: block.id,
          content: kind === 'heading' ? [h('strong', content)] : content,
          offsets,
        },
      ];
    }),
  ]);
  const notes = paper.notes.map(({ number, label, content }): Made => ({
    id: `note-${number}`,
    kind: 'note',
    name: number === label ? `note ${number}` : `note ${number}, printed ${label}`,
    content: [{ type: 'text', value: content.text }],
    offsets: content.offsets,
  }));
  const works = paper.references.map(({ number, content }): Made => ({
    id: `work-${number}`,
    kind: 'work',
    name: `work ${number}`,
    content: [{ type: 'text', value: content.text }],
    offsets: content.offsets,
  }));
  const exhibits = paper.exhibits.map(({ id, title, rows, source, start }): Made => ({
    id,
    kind: 'exhibit',
    name: id,
    content: [
      h('strong', title),
      ...(rows.length > 0 ? [h('pre', rows.join('\n'))] : []),
      ...(source === '' ? [] : [h('p', source)]),
    ],
    offsets: start === undefined ? [] : rangeOf(start, title.length),
  }));
  return [...inText, ...notes, ...works, ...exhibits, ...leftOut(spans, text)];
}

const rangeOf = (start: number, length: number): number[] =>
  Array.from({ length: Math.max(length, 1) }, (_, i) => start + i);

const drawInline = (inline: Inline): ElementContent[] => {
  switch (inline.type) {
    case 'mark':
    case 'repeat':
      return [h('sup', h('a', { href: `#note-${inline.note}` }, String(inline.note)))];
    case 'page':
      return [h('span', { className: 'page-begins' }, `p. ${inline.page}`)];
    case 'cite':
      return [h('a', { href: `#work-${inline.reference + 1}` }, inline.content.text)];
    case 'text':
      return [{ type: 'text', value: inline.content.text }];
  }
};

/** Kinds that are shown though they are in no chapter; page numbers and rules are seen anyway. */
const shownApart: Kind[] = [
  'title',
  'authors',
  'keywords',
  'editorial',
  'other language',
  'running head',
  'table',
];

/** What stands in no chapter, the title among it, which `dossier.yaml` has; lines of one kind are one. */
function leftOut(spans: Imported['ledger']['spans'], text: string): Made[] {
  const joined: [number, number, Kind][] = [];
  for (const [start, end, kind] of spans) {
    const last = joined.at(-1);
    if (kind === 'white space' || kind === 'remainder') continue;
    if (last?.[2] === kind && text.slice(last[1], start).trim() === '') last[1] = end;
    else joined.push([start, end, kind]);
  }
  return joined
    .filter(([, , kind]) => shownApart.includes(kind))
    .map(([start, end, kind], i) => ({
      id: `apart-${i}`,
      kind: kind === 'title' ? 'title' : kind === 'table' ? 'exhibit' : 'left out',
      name: kind,
      content: [{ type: 'text', value: text.slice(start, end) }],
      offsets: rangeOf(start, end - start),
    }));
}

function ownersOf(made: Made[], length: number): Uint32Array {
  const owners = new Uint32Array(length);
  made.forEach(({ offsets }, i) => {
    for (const offset of offsets) if (!owners[offset]) owners[offset] = i + 1;
  });
  return owners;
}

/** Lines that are shown together where nothing divides a text into pages. */
const LINES_TOGETHER = 50;

function divideSheets({ text, document }: PaperText, { sheets }: Paper): Sheet[] {
  const lines = divideLines(text).filter((line) => line.text !== '');
  const starts =
    sheets.starts.length > 1
      ? sheets.starts
      : lines.filter((_, i) => i % LINES_TOGETHER === 0).map(({ start }) => start);
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? text.length + 1;
    return {
      number: i + sheets.first,
      start,
      end,
      lines: lines.filter((line) => line.start >= start && line.start < end),
      layout: document?.layout?.[i],
    };
  });
}

function drawHead({ source, paper, doubts, original }: Context, sheets: Sheet[]): Element {
  const counts = [
    `${paper.sections.length} chapters`,
    `${paper.notes.length} notes`,
    `${paper.references.length} listed works`,
    `${paper.exhibits.length} exhibits`,
  ];
  return h('header', [
    h('h1', { lang: paper.lang }, paper.title || 'No title was found'),
    h('p', [
      'Read from ',
      original === undefined ? source.path : h('a', { href: original }, source.path),
      `, in ${paper.lang}: ${counts.join(', ')}. On the left each page as it stands in the file, without pictures; on the right what was made of it. A line leads to what holds it, and that back to its line.`,
    ]),
    h('p', [
      'What is wrong goes into ',
      h('a', { href: 'corrections.yaml' }, 'corrections.yaml'),
      ', beside this page: how the line begins, its page of the file, and what it is. Import the paper again then; what has been written into the dossier since is kept. ',
      h('a', { href: 'ledger.md' }, 'ledger.md'),
      ' accounts for every character.',
    ]),
    h('h2', `Doubts (${doubts.length})`),
    doubts.length === 0
      ? h('p', 'None.')
      : h(
          'ol',
          doubts.map(({ reason, offset }, i) =>
            h('li', [
              h('a', { href: `#doubt-${i}` }, `Page ${sheetAt(sheets, offset)?.number ?? 1}`),
              `: ${reason}`,
            ]),
          ),
        ),
    h('nav', { ariaLabel: 'Pages' }, [
      ...sheets.flatMap(({ number }) => [h('a', { href: `#page-${number}` }, String(number)), ' ']),
    ]),
  ]);
}

const sheetAt = (sheets: Sheet[], offset: number): Sheet | undefined =>
  sheets[
    lastAt(
      sheets.map(({ start }) => start),
      offset,
    )
  ];

function drawSheet(sheet: Sheet, context: Context): Element {
  const { paper, made, doubts, original } = context;
  const here = made
    .filter(({ offsets: [first] }) => first !== undefined && first >= sheet.start && first < sheet.end)
    .sort((a, b) => a.offsets[0]! - b.offsets[0]!);
  const open = doubts.flatMap((doubt, i) =>
    doubt.offset >= sheet.start && doubt.offset < sheet.end ? [{ doubt, i }] : [],
  );
  const ownerOf = ({ offset }: Doubt): Made | undefined => ownerNear(context, offset, sheet.end);
  const apart = open.filter(({ doubt }) => !here.includes(ownerOf(doubt)!));
  const printed = paper.pages && sheet.lines.length > 0 ? `, printed as ${paper.pageAt(sheet.start)}` : '';
  return h('section', { id: `page-${sheet.number}` }, [
    h('h2', [
      `Page ${sheet.number} of the file${printed} `,
      ...(original !== undefined && sheet.layout
        ? [h('a', { href: `${original}#page=${sheet.number}` }, 'open it')]
        : []),
    ]),
    drawSource(sheet, context),
    h('div', { className: 'made', lang: paper.lang }, [
      ...apart.map(({ doubt, i }) => drawDoubt(doubt, i, sheet)),
      ...here.flatMap((one) => [
        drawMade(one, sheet),
        ...open
          .filter(({ doubt }) => ownerOf(doubt) === one)
          .map(({ doubt, i }) => drawDoubt(doubt, i, sheet)),
      ]),
    ]),
  ]);
}

function drawSource(sheet: Sheet, context: Context): Element {
  if (sheet.lines.length === 0) return h('p', 'It holds no text.');
  return sheet.layout ? drawLayout(sheet, sheet.layout, context) : drawLines(sheet, context);
}

/** What holds the character at an offset, or the next one that anything holds. */
function ownerNear({ owners, made }: Context, offset: number, end: number): Made | undefined {
  for (let at = offset; at < Math.min(end, owners.length); at++) {
    const owner = owners[at];
    if (owner) return made[owner - 1];
  }
  return undefined;
}

const lineAt = ({ lines }: Sheet, offset: number): Line | undefined =>
  lines[
    lastAt(
      lines.map(({ start }) => start),
      offset,
    )
  ];

const drawMade = ({ id, kind, name, content, offsets }: Made, sheet: Sheet): Element =>
  h('div', { id, className: ['thing', kind.replace(' ', '-')] }, [
    h('a', { className: 'name', href: `#line-${lineAt(sheet, offsets[0] ?? 0)?.number ?? 1}` }, name),
    h('div', { title: isKind(name) ? dropped[name] : undefined }, content),
  ]);

const isKind = (name: string): name is Kind => kinds.some((kind) => kind === name);

const drawDoubt = ({ reason, offset, correction }: Doubt, i: number, sheet: Sheet): Element =>
  h('div', { id: `doubt-${i}`, className: ['thing', 'doubt'], lang: 'en' }, [
    h('a', { className: 'name', href: `#line-${lineAt(sheet, offset)?.number ?? 1}` }, `doubt ${i + 1}`),
    h('div', [reason, ...(correction ? [h('pre', writeCorrections([correction]).trimEnd())] : [])]),
  ]);

interface DrawnLine {
  line: Line;
  /** What holds most of it. */
  owner: Made | undefined;
  /** True if nothing of the same thing stands above it on the page. */
  opens: boolean;
  doubt: number | undefined;
  /** Its text, divided where marks of notes stand. */
  runs: { text: string; isMark: boolean }[];
}

function linesOf(sheet: Sheet, context: Context): DrawnLine[] {
  const seen = new Set<Made>();
  const doubtAt = new Map(
    context.doubts.map(({ offset }, i) => [lineAt(sheet, offset)?.number, i] as const).reverse(),
  );
  return sheet.lines.map((line) => {
    const owner = ownerNear(context, line.start, line.end);
    const opens = owner !== undefined && !seen.has(owner);
    if (owner) seen.add(owner);
    const doubt = doubtAt.get(line.number);
    const isHere =
      doubt !== undefined &&
      context.doubts[doubt]!.offset >= sheet.start &&
      context.doubts[doubt]!.offset < sheet.end;
    return { line, owner, opens, doubt: isHere ? doubt : undefined, runs: runsOf(line, context) };
  });
}

function runsOf({ start, text }: Line, { paper }: Context): DrawnLine['runs'] {
  const runs: DrawnLine['runs'] = [];
  for (let i = 0; i < text.length; i++) {
    const isMark = paper.coverage.kindAt(start + i) === 'note mark';
    const last = runs.at(-1);
    if (last?.isMark === isMark) last.text += text[i];
    else runs.push({ text: text[i]!, isMark });
  }
  return runs;
}

/** A page as it is printed: each line of text in its place. */
function drawLayout(
  sheet: Sheet,
  { width, height, lines: places, rules }: PageLayout,
  context: Context,
): Element {
  const placeOf = new Map(places.map((place) => [place.start, place]));
  const drawn = linesOf(sheet, context).flatMap((one): Element[] => {
    const place = placeOf.get(one.line.start);
    if (!place) return [];
    const { x0, x1, y, size } = place;
    const { line, owner, opens, doubt, runs } = one;
    const text = [
      s('title', `${owner?.name ?? 'in no chapter'}; line ${line.number}`),
      s('rect', {
        x: round(x0 - 2),
        y: round(y - size * 0.9),
        width: round(x1 - x0 + 4),
        height: round(size * 1.2),
      }),
      s(
        'text',
        {
          x: round(x0),
          y: round(y),
          fontSize: round(size),
          textLength: round(Math.max(x1 - x0, 1)),
          lengthAdjust: 'spacingAndGlyphs',
        },
        runs.map((run) => (run.isMark ? s('tspan', { className: 'mark' }, run.text) : run.text)),
      ),
    ];
    return [
      s(
        owner ? 'a' : 'g',
        { id: `line-${line.number}`, className: classOf(owner), ...(owner ? { href: `#${owner.id}` } : {}) },
        text,
      ),
      ...(opens
        ? [s('text', { className: 'label', x: 2, y: round(y), fontSize: 6 }, owner?.name.replace(/,.*/, ''))]
        : []),
      ...(doubt === undefined
        ? []
        : [
            s('a', { href: `#doubt-${doubt}`, className: 'doubt' }, [
              s('title', `doubt ${doubt + 1}`),
              s('text', { x: round(width - 14), y: round(y), fontSize: 14 }, '?'),
            ]),
          ]),
    ];
  });
  return s(
    'svg',
    {
      className: 'printed',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      role: 'group',
      ariaLabel: `Page ${sheet.number}`,
    },
    [
      ...rules.map(({ x0, x1, y }) =>
        s('line', { x1: round(x0), x2: round(x1), y1: round(y), y2: round(y) }),
      ),
      ...drawn,
    ],
  );
}

const round = (points: number): number => Math.round(points * 10) / 10;

const classOf = (owner: Made | undefined): string => owner?.kind.replace(' ', '-') ?? 'in-none';

/** The lines of a text that has no layout. */
const drawLines = (sheet: Sheet, context: Context): Element =>
  h('ol', { className: 'printed', lang: context.paper.lang }, [
    ...linesOf(sheet, context).map(({ line, owner, opens, doubt, runs }) =>
      h('li', { id: `line-${line.number}`, value: line.number, className: classOf(owner) }, [
        ...(opens ? [h('a', { className: 'label', href: `#${owner?.id}` }, owner?.name), ' '] : []),
        ...runs.map((run): ElementContent =>
          run.isMark ? h('span', { className: 'mark' }, run.text) : { type: 'text', value: run.text },
        ),
        ...(doubt === undefined ? [] : [' ', h('a', { className: 'doubt', href: `#doubt-${doubt}` }, '?')]),
      ]),
    ),
  ]);
