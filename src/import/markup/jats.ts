import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Element } from 'xast';
import { VFileMessage } from 'vfile-message';
import { fromXml } from 'xast-util-from-xml';
import type { LibraryRecord } from '../../cite/read-library.ts';
import { convert, convertAll, text, type JatsContext } from './jats-elements.ts';
import { jatsMetadata, recordOf } from './jats-fields.ts';
import type { AboutTree } from './read-tree.ts';
import { all, attr, child, textOf } from './xml.ts';

/** A JATS article as HTML elements for the tree reader, or one sentence on why it cannot be read. */
type OpenedJats = (AboutTree & { tree: Root }) | { refusal: string };

/**
 * Converts a JATS article. Document type declarations are ignored, so that entities can neither expand nor refer to
 * other files.
 */
export function jatsToHtml(source: string): OpenedJats {
  const article = rootOf(source);
  if ('refusal' in article) return article;
  // An inline note often has no id, and is its own mark.
  all(article, 'fn').forEach((note, i) => (note.attributes['id'] ??= `note-${i + 1}`));
  const context: JatsContext = { level: 1, losses: new Set(), lang: attr(article, 'xml:lang').slice(0, 2) };
  const meta = child(child(article, 'front'), 'article-meta') ?? child(article, 'front-stub');
  const front: ElementContent[] = meta ? frontOf(meta, context) : [];
  const body = child(article, 'body');
  const back = child(article, 'back');
  const records = new Map<string, LibraryRecord>();
  for (const ref of all(article, 'ref')) {
    const record = recordOf(ref);
    if (record) records.set(attr(ref, 'id'), record);
  }
  return {
    tree: {
      type: 'root',
      children: [
        ...front,
        ...(body ? convertAll(body, context) : []),
        ...(back ? backOf(back, context) : []),
        ...footnotes(article, context),
      ],
    },
    metadata: jatsMetadata(article, meta),
    isFrontNamed: true,
    records,
    losses: [...context.losses],
  };
}

function rootOf(source: string): Element | { refusal: string } {
  try {
    const root = fromXml(source.replace(/^\uFEFF/, '')).children.find((node) => node.type === 'element');
    return root ?? { refusal: 'it contains no element' };
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    // The first line of the cause says what is wrong; the others show where.
    const [reason = ''] = (error.cause instanceof Error ? error.cause.message : error.reason).split('\n');
    return { refusal: `it is not well-formed XML: ${reason.trim().replace(/\.$/, '')}; download it again` };
  }
}

function frontOf(meta: Element, context: JatsContext): ElementContent[] {
  const titles = child(meta, 'title-group');
  const title = child(titles, 'article-title');
  const subtitle = child(titles, 'subtitle');
  const isOther = (node: Element): boolean => {
    const lang = attr(node, 'xml:lang').slice(0, 2);
    return node.name === 'trans-abstract' || (lang !== '' && context.lang !== '' && lang !== context.lang);
  };
  return [
    ...(title
      ? [
          h('h1', { dataPart: 'title' }, [
            ...convertAll(title, context),
            ...(subtitle
              ? [text(context.lang === 'zh' ? '：' : ': '), ...convertAll(subtitle, context)]
              : []),
          ]),
        ]
      : []),
    ...meta.children.flatMap((node): ElementContent[] => {
      if (node.type !== 'element' || !/^(?:trans-)?abstract$/.test(node.name)) return [];
      // Highlights, graphical abstracts and lay summaries are the journal’s.
      const part = isOther(node)
        ? 'other language'
        : attr(node, 'abstract-type') === ''
          ? 'abstract'
          : 'editorial';
      return [h('section', { dataPart: part }, abstractParts(node, context))];
    }),
  ];
}

/**
 * The paragraphs of an abstract, with the titles of its parts before their first paragraphs. The title of the abstract
 * itself is dropped, since it only says “Abstract”.
 */
function abstractParts(node: Element, context: JatsContext): ElementContent[] {
  return node.children.flatMap((part): ElementContent[] => {
    if (part.type !== 'element' || part.name === 'title') return [];
    if (part.name !== 'sec') return convert(part, context);
    const title = textOf(child(part, 'title')).replace(/[.:：]$/, '');
    const [first, ...more] = abstractParts(part, context);
    if (first?.type === 'element' && title !== '')
      first.children.unshift(h('strong', {}, [text(`${title}. `)]));
    return first ? [first, ...more] : [];
  });
}

function backOf(back: Element, context: JatsContext): ElementContent[] {
  return back.children.flatMap((part): ElementContent[] => {
    if (part.type !== 'element' || part.name === 'fn-group' || part.name === 'notes') return [];
    if (part.name === 'app-group') return convertAll(part, context);
    return convert(part, context);
  });
}

/**
 * All notes, from wherever they are in the article, to be placed after the text; notes on the authors are editorial.
 */
function footnotes(article: Element, context: JatsContext): ElementContent[] {
  const inBody = [child(article, 'body'), child(article, 'back')].flatMap((part) =>
    part ? all(part, 'xref') : [],
  );
  const cited = new Set(inBody.flatMap((link) => attr(link, 'rid').split(/\s+/)));
  const notes = [child(article, 'body'), child(article, 'back')].flatMap((part) =>
    part ? all(part, 'fn').filter((note) => !isInTable(part, note)) : [],
  );
  return notes.map((note) => {
    const id = attr(note, 'id');
    const isInText = !all(child(article, 'back') ?? note, 'fn').includes(note) || cited.has(id);
    const content = note.children.filter((part) => part.type !== 'element' || part.name !== 'label');
    const parts = content.flatMap((part) =>
      part.type === 'element' ? convert(part, context) : part.type === 'text' ? [text(part.value)] : [],
    );
    return isInText
      ? h('div', { id, role: 'doc-footnote' }, parts)
      : h('section', { dataPart: 'editorial' }, parts);
  });
}

const isInTable = (part: Element, note: Element): boolean =>
  all(part, 'table-wrap').some((table) => all(table, 'fn').includes(note));
