import type { ElementContent } from 'hast';
import type { Nodes, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Exhibit } from '../model/entries.ts';
import { inEdition } from '../model/localised.ts';
import type { FrozenBlock, FrozenChapter, FrozenEdition, FrozenMark, FrozenText } from '../model/release.ts';
import type { Edition } from '../model/settings.ts';
import { wordingOf } from '../model/wording.ts';
import { urls } from '../model/urls.ts';
import type { Chapter, Dossier } from '../read/dossier.ts';

/** What a release keeps and the dossier's files alone do not say. */
export interface Print {
  /** Whose wording an edition is, with the reference to the paper. */
  label: (edition: Edition) => string;
  /** The references that a citation is printed as; without it, the ids of its works stand for them. */
  citation?: (node: Extract<Nodes, { type: 'citation' }>, edition: string, note?: string) => ElementContent[];
}

/** An edition's text as a release keeps it. */
export function freezeEdition(dossier: Dossier, edition: Edition, print: Print): FrozenEdition {
  const { dossier: own, chapters: heads } = dossier.settings.value;
  const localised = (text: Record<string, string>): string => inEdition(text, edition.id);
  const wording = wordingOf(edition);
  const chapters = heads.flatMap((head): FrozenChapter[] => {
    const chapter = dossier.chapters.find((one) => one.edition === edition.id && one.id === head.id);
    return chapter === undefined
      ? []
      : [freezeChapter(dossier, chapter, localised(head.title), localised, print)];
  });
  return {
    format: 'dossier-release-1',
    version: own.version,
    issued: own.issued,
    edition: {
      id: edition.id,
      lang: edition.lang,
      role: wording.type,
      ...(wording.type === 'translation' ? { of: edition.of, translator: wording.translator } : {}),
      name: edition.name,
    },
    title: localised(own.title),
    editors: localised(own.editors),
    label: print.label(edition),
    ...(own.licence
      ? { licence: { name: own.licence.name, url: own.licence.url, covers: localised(own.licence.covers) } }
      : {}),
    chapters,
    entries: [
      ...dossier.cases.map(({ id, value, prose }) => {
        const account = prose
          .filter((one) => one.edition === edition.id)
          .map(({ tree }) => plainBlocks(tree.children));
        return {
          kind: 'case' as const,
          id,
          name: localised(value.title),
          text: [localised(value.summary), ...account].join('\n'),
        };
      }),
      ...dossier.terms.map(({ id, value }) => ({
        kind: 'term' as const,
        id,
        name: localised(value.name),
        text: localised(value.definition),
      })),
      ...dossier.actors.map(({ id, value }) => ({
        kind: 'actor' as const,
        id,
        name: localised(value.name),
        text: '',
      })),
      ...dossier.works.map(({ id, value }) => ({
        kind: 'work' as const,
        id,
        name: value.title,
        text: (value.author ?? value.editor ?? [])
          .map((name) =>
            'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' '),
          )
          .join('; '),
      })),
    ],
  };
}

function freezeChapter(
  dossier: Dossier,
  chapter: Chapter,
  title: string,
  localised: (text: Record<string, string>) => string,
  print: Print,
): FrozenChapter {
  const { edition } = chapter;
  const exhibits = new Map(dossier.exhibits.map(({ id, value }) => [id, value]));
  const freeze = (blocks: RootContent[], note?: string): FrozenBlock[] =>
    blocks.flatMap((block) =>
      freezeBlock(block, { edition, exhibits, localised, print, ...(note === undefined ? {} : { note }) }),
    );
  return {
    id: chapter.id,
    section: chapter.section,
    title,
    segments: chapter.segments.map(({ id, pages, blocks }) => {
      const remarks = dossier.editorNotes.value
        .filter(({ segment }) => segment === id)
        .map(({ printed, text }) => ({ printed, text: localised(text) }));
      return { id, pages, blocks: freeze(blocks), ...(remarks.length > 0 ? { remarks } : {}) };
    }),
    notes: chapter.notes.flatMap(({ number, blocks }) =>
      number === undefined ? [] : [{ number, blocks: freeze(blocks, String(number)) }],
    ),
  };
}

interface Frame {
  edition: string;
  exhibits: ReadonlyMap<string, Exhibit>;
  localised: (text: Record<string, string>) => string;
  print: Print;
  /** The label of the note that is frozen. */
  note?: string;
}

function freezeBlock(block: RootContent, frame: Frame): FrozenBlock[] {
  const text = (nodes: PhrasingContent[]): FrozenText => freezeInline(nodes, frame);
  const inner = (blocks: RootContent[]): FrozenBlock[] => blocks.flatMap((one) => freezeBlock(one, frame));
  switch (block.type) {
    case 'paragraph':
      return [{ type: 'paragraph', units: divide(block.children).map(text) }];
    case 'heading':
      return [{ type: 'heading', content: text(block.children) }];
    case 'list':
      return [
        {
          type: 'list',
          ...(block.ordered === true ? { from: block.start ?? 1 } : {}),
          items: block.children.map(({ children }) => inner(children)),
        },
      ];
    case 'blockquote':
      return [{ type: 'quotation', blocks: inner(block.children) }];
    case 'table':
      return [
        {
          type: 'table',
          rows: block.children.map((row: TableRow) => row.children.map(({ children }) => text(children))),
        },
      ];
    case 'exhibitPlace': {
      const exhibit = frame.exhibits.get(block.id);
      return exhibit === undefined ? [] : [freezeExhibit(exhibit, frame.localised)];
    }
    default: {
      const tex = formulaIn(block);
      if (tex !== undefined) return [{ type: 'formula', tex }];
      if ('children' in block) return inner(block.children as RootContent[]);
      return block.type === 'code' ? [{ type: 'paragraph', units: [{ text: block.value }] }] : [];
    }
  }
}

/** A unit each, with the space behind it; a paragraph without units is one. */
function divide(nodes: PhrasingContent[]): PhrasingContent[][] {
  const units: PhrasingContent[][] = [];
  for (const node of nodes) {
    const last = units.at(-1);
    if (node.type === 'unit' || last === undefined) units.push([node]);
    else last.push(node);
  }
  // What has no words, such as a page's beginning, goes with the unit that follows.
  const [first, second, ...rest] = units;
  return first && second && first.every(({ type }) => type === 'pageBreak')
    ? [[...first, ...second], ...rest]
    : units;
}

/** The TeX of a formula; undefined for any other node. */
const formulaIn = (node: { type: string; value?: unknown }): string | undefined =>
  (node.type === 'math' || node.type === 'inlineMath') && typeof node.value === 'string'
    ? node.value
    : undefined;

/** Text and marks of inline nodes. */
function freezeInline(nodes: PhrasingContent[], { edition, print, note }: Frame): FrozenText {
  let text = '';
  const marks: FrozenMark[] = [];
  const around = (make: (start: number, end: number) => FrozenMark, inside: () => void): void => {
    const [start, place] = [text.length, marks.length];
    inside();
    if (text.length > start) marks.splice(place, 0, make(start, text.length));
  };
  const walk = (node: Nodes): void => {
    const children = (): void => {
      if ('children' in node) node.children.forEach(walk);
    };
    const tex = formulaIn(node);
    if (tex !== undefined) {
      around(
        (start, end) => ({ type: 'formula', start, end }),
        () => (text += tex),
      );
      return;
    }
    switch (node.type) {
      case 'text':
        text += node.value;
        break;
      case 'break':
        text += '\n';
        break;
      case 'inlineCode': {
        const { value } = node;
        around(
          (start, end) => ({ type: 'code', start, end }),
          () => (text += value),
        );
        break;
      }
      case 'emphasis':
        around((start, end) => ({ type: 'emphasis', start, end }), children);
        break;
      case 'strong':
        around((start, end) => ({ type: 'strong', start, end }), children);
        break;
      case 'delete':
        around((start, end) => ({ type: 'deleted', start, end }), children);
        break;
      case 'link': {
        const { url } = node;
        around((start, end) => ({ type: 'link', start, end, to: url }), children);
        break;
      }
      case 'noteMark':
        marks.push({ type: 'note', start: text.length, end: text.length, number: node.number });
        break;
      case 'pageBreak':
        marks.push({ type: 'page', start: text.length, end: text.length, page: node.page });
        break;
      case 'citation': {
        const works = node.items.map(({ key }) => key);
        const printed = print.citation?.(node, edition, note);
        around(
          (start, end) => ({ type: 'citation', start, end, works }),
          () => {
            if (printed === undefined) text += works.join('; ');
            else printed.forEach(walkPrinted);
          },
        );
        break;
      }
      default:
        children();
    }
  };
  /** References are printed as HTML; what is to be kept of it are its words, its links and its italics. */
  const walkPrinted = (node: ElementContent): void => {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element') return;
    const inside = (): void => node.children.forEach(walkPrinted);
    const { lang, href } = node.properties;
    const type = printedMarks[node.tagName];
    if (node.tagName === 'cite' && typeof lang === 'string')
      around((start, end) => ({ type: 'reference', start, end, lang }), inside);
    else if (node.tagName === 'a' && typeof href === 'string')
      around((start, end) => ({ type: 'link', start, end, to: workAt(href, edition) ?? href }), inside);
    else if (type !== undefined) around((start, end) => ({ type, start, end }), inside);
    else inside();
  };
  nodes.forEach(walk);
  return { text, ...(marks.length > 0 ? { marks } : {}) };
}

const printedMarks: Record<string, 'emphasis' | 'strong' | 'superscript' | 'subscript'> = {
  i: 'emphasis',
  em: 'emphasis',
  b: 'strong',
  strong: 'strong',
  sup: 'superscript',
  sub: 'subscript',
};

/** `work:amt-1950` for the address of a work's page in that edition. */
function workAt(address: string, edition: string): string | undefined {
  const id = address.split('/').at(-2) ?? '';
  return address === urls.entryIn(edition, 'work', id) ? `work:${id}` : undefined;
}

function freezeExhibit(exhibit: Exhibit, localised: Frame['localised']): FrozenBlock {
  const { title, source, remark } = exhibit;
  return {
    type: 'exhibit',
    title: localised(title),
    rows: rowsOf(exhibit, localised),
    ...(source === undefined ? {} : { source: localised(source) }),
    ...(remark === undefined ? {} : { remark: localised(remark) }),
  };
}

function rowsOf(exhibit: Exhibit, localised: Frame['localised']): string[][] {
  switch (exhibit.type) {
    case 'table':
      return tableRows(exhibit, localised);
    case 'diagram':
      return diagramRows(exhibit, localised);
    case 'lines':
      return exhibit.lines.map((line) => [line]);
  }
}

const tableRows = (
  { columns, rows }: Extract<Exhibit, { type: 'table' }>,
  localised: Frame['localised'],
): string[][] => [
  columns.map(({ label }) => localised(label)),
  ...rows.map(({ cells }) =>
    columns.map(({ id }) => {
      const cell = cells[id];
      return cell === undefined ? '' : localised(cell);
    }),
  ),
];

function diagramRows(
  { nodes, edges }: Extract<Exhibit, { type: 'diagram' }>,
  localised: Frame['localised'],
): string[][] {
  const labels = new Map(nodes.map(({ id, label }) => [id, localised(label)]));
  return [
    ...nodes.map(({ label, detail }) => [
      localised(label),
      ...(detail === undefined ? [] : [localised(detail)]),
    ]),
    ...edges.map(({ from, to, both }) => [labels.get(from) ?? from, both ? '↔' : '→', labels.get(to) ?? to]),
  ];
}

/** The words of blocks, a block a line. */
const plainBlocks = (blocks: RootContent[]): string =>
  blocks
    .map((block) => plainText(block).trim())
    .filter(Boolean)
    .join('\n');

function plainText(node: Nodes): string {
  if (node.type === 'exception' || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return '';
  if ('children' in node) return node.children.map(plainText).join('');
  return 'value' in node ? node.value : '';
}
