import type { ElementContent as HtmlContent } from 'hast';
import type { Nodes } from 'mdast';
import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import { sayVerdict } from '../../i18n/phrases.ts';
import { translationsFor } from '../../i18n/translations.ts';
import { withStopsTaken } from '../../markdown/quoted-stop.ts';
import type { Citation, Target } from '../../markdown/nodes.ts';
import { localised } from '../../model/localised.ts';
import { htmlId } from '../../model/segment-id.ts';
import type { Edition } from '../../model/settings.ts';
import { outcomeOf } from '../../model/source-check.ts';
import { absolute, urls } from '../../model/urls.ts';
import type { Dossier, Note, Segment } from '../../read/dossier.ts';
import { areOnWhole, remarksOn, unitOfRemarks } from '../../read/remarks.ts';
import { exhibitWords } from '../../release/entities.ts';
import { pictureOf } from '../../render/picture.ts';
import { exhibitOf, noteIn, segmentIn } from '../../read/text-in.ts';
import { contextOf } from './printed-note.ts';

/** The identifying attributes of a segment or unit in an edition. */
export type Place = (id: string, edition: string) => Record<string, string>;

/** The id of a place in an edition: the site’s id followed by the edition’s. */
export const xmlId = (id: string, edition: string): string => `${htmlId(id)}.${edition}`;
export const workId = (key: string): string => `work-${key}`;

/** A segment as its blocks. The first has its id, and the others point back to it. */
export function teiBlocks(
  dossier: Dossier,
  edition: Edition,
  segment: Segment,
  place: Place,
): ElementContent[] {
  const whole = place(segment.id, edition.id);
  const blocks =
    segment.type === 'exhibit'
      ? exhibit(dossier, edition, segment.id, place)
      : writer(dossier, edition, place)(segment.blocks);
  return blocks.map((block, i) =>
    block.type !== 'element'
      ? block
      : { ...block, attributes: i === 0 ? whole : { prev: `#${whole['xml:id']}`, ...block.attributes } },
  );
}

/** A note, with a link to its mark. */
export function teiNote(dossier: Dossier, edition: Edition, note: Note): Element[] {
  if (note.number === undefined) return [];
  const print = (node: Citation) => contextOf(dossier).citation(node, edition.id, note.label);
  const blocks = withStopsTaken(note.blocks, print);
  const id = `note-${note.number}`;
  return [
    x(
      'note',
      {
        'xml:id': `${id}.${edition.id}`,
        n: String(note.number),
        place: 'foot',
        target: `#${id}-mark.${edition.id}`,
      },
      writer(dossier, edition, () => ({}), note.label)(blocks),
    ),
  ];
}

/** The editors’ remarks on a segment: its source checks, and faults in print. */
export function teiRemarks(dossier: Dossier, edition: Edition, segment: Segment): Element[] {
  const t = translationsFor(edition.lang);
  return remarksOn(dossier, segment.id).flatMap((remarks) => {
    const unit = areOnWhole(dossier, segment, remarks) ? undefined : unitOfRemarks(dossier, segment, remarks);
    const target = `#${xmlId(unit === undefined ? segment.id : `${segment.id}-${unit}`, edition.id)}`;
    return [
      ...remarks.checks.map((check) =>
        x('note', { type: 'check', subtype: outcomeOf(check), n: check.id, target }, [
          x('p', localised(check.claim, edition)),
          x('p', sayVerdict(t, check)),
          x('p', localised(check.finding, edition)),
        ]),
      ),
      ...remarks.notes.map(({ printed, text }) =>
        x('note', { type: 'editor', target }, [
          x('p', t.segment.printed({ text: printed })),
          x('p', localised(text, edition)),
        ]),
      ),
    ];
  });
}

/** Writes nodes of a chapter in an edition, or of one of its notes. */
function writer(
  dossier: Dossier,
  edition: Edition,
  place: Place,
  note?: string,
): (nodes: readonly Nodes[]) => ElementContent[] {
  const write = (nodes: readonly Nodes[]): ElementContent[] => nodes.flatMap(one);
  const one = (node: Nodes): ElementContent[] => {
    switch (node.type) {
      case 'unit':
        return [x('s', place(`${node.segment}-${node.index}`, edition.id), write(node.children))];
      case 'noteMark':
        return [
          x('ptr', {
            type: 'note',
            n: String(node.number),
            'xml:id': node.again ? undefined : `note-${node.number}-mark.${edition.id}`,
            target: `#note-${node.number}.${edition.id}`,
          }),
        ];
      case 'link':
        return [
          node.data?.target
            ? teiReference(dossier, edition, node.data.target, write(node.children))
            : x('ref', { target: node.url }, write(node.children)),
        ];
      case 'citation':
        return teiCitation(dossier, edition, node, note);
      case 'list':
        return [x('list', { rend: node.ordered ? 'numbered' : 'bulleted' }, write(node.children))];
      default: {
        if (!('children' in node)) return leaf(node);
        const [name, attributes] = wrappers[node.type] ?? [];
        return name === undefined ? write(node.children) : [x(name, attributes, write(node.children))];
      }
    }
  };
  return write;
}

/** Elements for a node without children; they are the same in every edition. */
function leaf(node: Nodes): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value }];
    case 'pageBreak':
      return [x('pb', { n: String(node.page) })];
    case 'inlineCode':
      return [x('code', node.value)];
    case 'inlineMath':
      return [x('formula', { notation: 'TeX' }, node.value)];
    case 'math':
      return [x('p', [x('formula', { notation: 'TeX' }, node.value)])];
    case 'code':
      return [x('p', [x('code', node.value)])];
    case 'break':
      return [x('lb')];
    default:
      return [];
  }
}

/** The elements that wrap the children of nodes. */
const wrappers: Partial<Record<Nodes['type'], [name: string, attributes?: Record<string, string>]>> = {
  emphasis: ['hi', { rend: 'italic' }],
  strong: ['hi', { rend: 'bold' }],
  delete: ['hi', { rend: 'strikethrough' }],
  paragraph: ['p'],
  heading: ['head'],
  blockquote: ['quote'],
  listItem: ['item'],
  table: ['table'],
  tableRow: ['row'],
  tableCell: ['cell'],
};

/** A reference to a place in the dossier, or to a page of the site. */
function teiReference(
  dossier: Dossier,
  edition: Edition,
  { scheme, id }: Target,
  children: ElementContent[],
): Element {
  const { editions, dossier: metadata } = dossier.settings.value;
  const leading = (place: string): Element => x('ref', { target: `#${place}` }, children);
  /** This edition, or if it lacks the target, one that has it. */
  const holder = (has: (edition: string) => boolean): string =>
    [edition, ...editions].find((one) => has(one.id))?.id ?? edition.id;
  switch (scheme) {
    case 'seg':
    case 'exhibit':
      return leading(
        xmlId(
          id,
          holder((one) => segmentIn(dossier, one, id) !== undefined),
        ),
      );
    case 'note':
      return leading(`note-${id}.${holder((one) => noteIn(dossier, one, Number(id)) !== undefined)}`);
    case 'work':
      return leading(workId(id));
    default: {
      const known = {
        key: `${scheme}-${id}`,
        ref: metadata.site && absolute(metadata.site, urls.entry(scheme, id)),
      };
      return scheme === 'term' ? x('term', known, children) : x('rs', { type: scheme, ...known }, children);
    }
  }
}

/** A citation as printed, in which each reference is linked to its work. */
function teiCitation(dossier: Dossier, edition: Edition, node: Citation, note?: string): ElementContent[] {
  let cited = 0;
  const printed = (content: HtmlContent): ElementContent[] => {
    if (content.type === 'text') return [{ type: 'text', value: content.value }];
    if (content.type !== 'element') return [];
    const { tagName, properties } = content;
    const key = tagName === 'cite' ? node.items[cited++]?.key : undefined;
    const children = content.children.flatMap(printed);
    if (key !== undefined)
      return [x('bibl', { corresp: `#${workId(key)}`, 'xml:lang': String(properties['lang']) }, children)];
    if (tagName === 'i') return [x('hi', { rend: 'italic' }, children)];
    if (typeof properties['lang'] === 'string')
      return [x('foreign', { 'xml:lang': properties['lang'] }, children)];
    return children;
  };
  return contextOf(dossier).citation(node, edition.id, note).flatMap(printed);
}

/** A figure or table: its title and its rows, or the description of its picture, are aligned. */
function exhibit(dossier: Dossier, edition: Edition, id: string, place: Place): ElementContent[] {
  const found = exhibitOf(dossier, id);
  if (found === undefined) return [];
  const { title, rows, source, remark } = exhibitWords(found, edition.id);
  const picture = pictureOf(dossier, id);
  const { site } = dossier.settings.value.dossier;
  const tableRow = (row: string[], i: number): Element =>
    x(
      'row',
      place(`${id}-${i + 2}`, edition.id),
      row.map((cell) => x('cell', cell)),
    );
  return [
    x(
      'figure',
      {},
      x('head', place(`${id}-1`, edition.id), title),
      picture &&
        site &&
        x('graphic', { url: absolute(site, urls.picture(picture.name)), mimeType: picture.mediaType }),
      found.type === 'picture'
        ? x('figDesc', place(`${id}-2`, edition.id), rows[0]?.[0])
        : rows.length > 0
          ? x('table', rows.map(tableRow))
          : undefined,
      [source, remark].map((text) => text && x('p', text)),
    ),
  ];
}
