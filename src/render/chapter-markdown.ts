import type { ElementContent } from 'hast';
import type { Nodes, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { withStopsTaken } from '../markdown/quoted-stop.ts';
import type { RenderContext } from '../markdown/remark-html.ts';
import { localised } from '../model/localised.ts';
import { formatPassage } from '../model/passage.ts';
import { htmlId } from '../model/segment-id.ts';
import type { Edition } from '../model/settings.ts';
import type { SourceCheck } from '../model/source-check.ts';
import { absolute, urls } from '../model/urls.ts';
import type { Part } from '../model/wording.ts';
import type { Chapter, Dossier, Note, Segment } from '../read/dossier.ts';
import { exhibitOf } from '../read/text-in.ts';
import { sayLocator, sayVerdict } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { exhibitWords } from '../release/entities.ts';
import { labelOf } from './label.ts';
import { pictureOf } from './picture.ts';
import { renderContext } from './render-context.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*' })
  .use(remarkGfm, { singleTilde: false, tableCellPadding: true, tablePipeAlign: false })
  .use(remarkMath)
  .freeze();

/**
 * A chapter as self-contained Markdown: whose wording it is, then every segment under its id, then the notes and the
 * source checks. An abstract comes before the chapter’s heading, under one of its own. The label is at both ends,
 * since a reader may see only one of them. Links to the dossier’s other pages are omitted, since they do not work
 * outside it.
 */
export function chapterMarkdown(dossier: Dossier, edition: Edition, chapter: Chapter): string {
  const t = translationsFor(edition.lang);
  const title = dossier.settings.value.chapters.find(({ id }) => id === chapter.id)?.title ?? {};
  const labelled = (part: Part): RootContent => ({
    type: 'blockquote',
    children: [{ type: 'paragraph', children: withLinks(labelOf(dossier.settings.value, edition, part)) }],
  });
  const label = labelled('text');
  const { citation } = renderContext(dossier, '');
  const plain = plainIn(dossier, edition, citation);
  const { abstract = [], body = [] } = Object.groupBy(chapter.segments, ({ type }) =>
    type === 'abstract' ? type : 'body',
  );
  const checks = dossier.checks.value.filter(({ passage }) =>
    chapter.segments.some(({ id }) => id === passage.segment),
  );
  const tree: Root = {
    type: 'root',
    children: [
      ...abstract.flatMap((segment) => [heading(t.abstract), label, ...writtenSegment(segment, plain)]),
      heading(localised(title, edition)),
      ...(abstract.length > 0 ? [] : [label]),
      ...body.flatMap((segment) => writtenSegment(segment, plain)),
      ...chapter.notes.flatMap((note) => writtenNote(note, plain, citation)),
      ...(checks.length > 0
        ? [
            heading(t.checks.heading, 2),
            labelled('account'),
            ...checks.flatMap((check) => writtenCheck(dossier, edition, check)),
          ]
        : []),
      label,
    ],
  };
  return writer.stringify(tree);
}

/** Nodes of our notation as Markdown’s own; `note` is the label of the note that they are in. */
type Plain = (nodes: readonly Nodes[], note?: string) => RootContent[];

function plainIn(dossier: Dossier, edition: Edition, citation: RenderContext['citation']): Plain {
  const plain: Plain = (nodes, note) =>
    nodes.flatMap((node): RootContent[] => {
      switch (node.type) {
        case 'unit':
          return plain(node.children, note);
        case 'noteMark':
          return [{ type: 'footnoteReference', identifier: String(node.number), label: String(node.number) }];
        case 'citation':
          return citation(node, edition.id, note).flatMap(printed);
        case 'link': {
          const children = plain(node.children, note);
          return node.data?.target ? children : [{ ...node, children: children as PhrasingContent[] }];
        }
        case 'exhibitPlace':
          return writtenExhibit(dossier, edition, node.id);
        case 'pageBreak':
        case 'exception':
        case 'unitBoundary':
        case 'mdxTextExpression':
        case 'mdxFlowExpression':
          return [];
        default:
          return 'children' in node
            ? [{ ...node, children: plain(node.children, note) } as RootContent]
            : [node as RootContent];
      }
    });
  return plain;
}

/** A segment under its id and printed pages. */
function writtenSegment({ id, pages, blocks }: Segment, plain: Plain): RootContent[] {
  const [first, ...rest] = plain(blocks);
  const where: PhrasingContent[] = [
    { type: 'html', value: `<a id="${htmlId(id)}"></a>` },
    { type: 'inlineCode', value: [id, ...(pages ? [[...new Set(pages)].join('–')] : [])].join(', ') },
  ];
  return first?.type === 'paragraph' && blocks[0]?.type === 'paragraph'
    ? [paragraph([...where, text(' '), ...first.children]), ...rest]
    : [paragraph(where), ...(first ? [first] : []), ...rest];
}

function writtenNote(
  { number, label, edition, blocks }: Note,
  plain: Plain,
  citation: RenderContext['citation'],
): RootContent[] {
  if (number === undefined) return [];
  const own = withStopsTaken(blocks, (node) => citation(node, edition, label));
  return [
    {
      type: 'footnoteDefinition',
      identifier: String(number),
      label: String(number),
      children: plain(own, label) as Extract<Nodes, { type: 'footnoteDefinition' }>['children'],
    },
  ];
}

/** A figure or table: its title, content, source and remarks. */
function writtenExhibit(dossier: Dossier, edition: Edition, id: string): RootContent[] {
  const found = exhibitOf(dossier, id);
  if (found === undefined) return [];
  const { title, rows, source, remark } = exhibitWords(found, edition.id);
  const picture = pictureOf(dossier, id);
  const [[alt = ''] = []] = rows;
  const { site } = dossier.settings.value.dossier;
  return [
    paragraph([{ type: 'strong', children: [text(title)] }]),
    picture
      ? paragraph([
          site === undefined
            ? text(alt)
            : { type: 'image', url: absolute(site, urls.picture(picture.name)), alt },
        ])
      : table(rows),
    ...[source, remark].flatMap((words) => (words ? [paragraph([text(words)])] : [])),
  ];
}

/** A source check: its id and unit, the claim with the verdict, the finding, and where the source was read. */
function writtenCheck(dossier: Dossier, edition: Edition, check: SourceCheck): RootContent[] {
  const { id, passage, claim, source, locator, finding, words, sought, opened, archive } = check;
  const { site } = dossier.settings.value.dossier;
  const t = translationsFor(edition.lang);
  const further = [
    localised(finding, edition),
    ...(words
      ? [t.checks.words({ text: words.text, at: words.at ? localised(words.at, edition) : 'none' })]
      : []),
    ...(sought ? [t.checks.sought({ where: localised(sought, edition) })] : []),
    ...(source
      ? [[localised(source, edition), locator && sayLocator(t, locator)].filter(Boolean).join(', ')]
      : []),
    ...[opened, archive, site && absolute(site, urls.check(id))].filter((one) => one !== undefined),
  ];
  return [
    paragraph([
      { type: 'inlineCode', value: `${id}, ${formatPassage(passage)}` },
      text(` ${localised(claim, edition)} `),
      { type: 'strong', children: [text(sayVerdict(t, check))] },
    ]),
    {
      type: 'list',
      spread: false,
      children: further.map((words) => ({
        type: 'listItem',
        children: [{ type: 'paragraph', children: withLinks(words) }],
      })),
    },
  ];
}

/** HTML of printed references as Markdown nodes, with italics. */
function printed(node: ElementContent): PhrasingContent[] {
  if (node.type === 'text') return [text(node.value)];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap(printed);
  const { href } = node.properties;
  if (node.tagName === 'a' && typeof href === 'string' && /^https?:/.test(href))
    return [{ type: 'link', url: href, children }];
  return node.tagName === 'i' ? [{ type: 'emphasis', children }] : children;
}

/** Turns addresses into links, since Markdown would otherwise escape their colons and dots. */
const withLinks = (value: string): PhrasingContent[] =>
  value
    .split(/(https?:\/\/[\w./%-]*[\w/])/)
    .map((part, i) => (i % 2 === 0 ? text(part) : { type: 'link', url: part, children: [text(part)] }));

/** A table whose rows are padded to the longest. */
const table = (rows: string[][]): RootContent => ({
  type: 'table',
  children: rows.map((row): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: Math.max(...rows.map(({ length }) => length), 1) }, (_, i) => ({
      type: 'tableCell',
      children: [text(row[i] ?? '')],
    })),
  })),
});

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
const heading = (words: string, depth: 1 | 2 = 1): RootContent => ({
  type: 'heading',
  depth,
  children: [text(words)],
});
