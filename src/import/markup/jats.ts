import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Element } from 'xast';
import { VFileMessage } from 'vfile-message';
import { fromXml } from 'xast-util-from-xml';
import type { LibraryRecord } from '../../cite/read-library.ts';
import { convert, convertAll, text, withHead, type JatsContext } from './jats-elements.ts';
import { jatsMetadata, recordOf } from './jats-fields.ts';
import type { OpenedTree } from './read-tree.ts';
import { all, attr, child, children, textOf } from './xml.ts';

/**
 * Converts a JATS article. Document type declarations are ignored, so that entities can neither expand nor refer to
 * other files.
 */
export function jatsToHtml(source: string): OpenedTree {
  const article = rootOf(source);
  if ('refusal' in article) return article;
  // An inline note often has no id, and is its own mark.
  all(article, 'fn').forEach((note, i) => (note.attributes['id'] ??= `note-${i + 1}`));
  const losses = new Set(takeOtherParts(article));
  const context: JatsContext = { level: 1, losses, lang: attr(article, 'xml:lang').slice(0, 2) };
  const meta = child(child(article, 'front'), 'article-meta') ?? child(article, 'front-stub');
  const front: ElementContent[] = meta ? frontOf(meta, context) : [];
  const body = child(article, 'body');
  const back = child(article, 'back');
  if (body) placeFloats(article, body);
  if (back) nameLists(article, back);
  const records = new Map<string, LibraryRecord>();
  for (const ref of all(article, 'ref')) {
    const record = recordOf(ref, context.lang);
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
    isTagged: true,
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
    return withHead(part, abstractParts(part, context), context);
  });
}

/** Takes translations, reviews and replies out of an article; returns one sentence about each. */
function takeOtherParts(article: Element): string[] {
  const isOther = (part: Element['children'][number]): part is Element =>
    part.type === 'element' && /^(?:sub-article|response)$/.test(part.name);
  const others = article.children.filter(isOther);
  article.children = article.children.filter((part) => !isOther(part));
  return others.map((part) => {
    const kind = attr(part, 'article-type') || attr(part, 'response-type') || part.name;
    const lang = attr(part, 'xml:lang');
    const count = textOf(part).length;
    return `a part of the file is not imported: ${lang === '' ? kind : `${kind} (${lang})`}, ${count} characters`;
  });
}

/** Moves figures and tables that the file has after the text below the blocks that first refer to them. */
function placeFloats(article: Element, body: Element): void {
  const groups = ['floats-group', 'floats-wrap'].flatMap((name) => children(article, name));
  const floats = new Set(groups.flatMap((group) => group.children.filter((one) => one.type === 'element')));
  const settle = (node: Element): void => {
    node.children = node.children.flatMap((part): Element['children'] => {
      if (part.type !== 'element') return [part];
      if (part.name === 'sec') {
        settle(part);
        return [part];
      }
      const cited = new Set(all(part, 'xref').flatMap((link) => attr(link, 'rid').split(/\s+/)));
      const here = [...floats].filter((float) => idsIn(float).some((id) => cited.has(id)));
      for (const float of here) floats.delete(float);
      return [part, ...here];
    });
  };
  settle(body);
  body.children.push(...floats);
}

const idsIn = (node: Element): string[] =>
  [attr(node, 'id'), ...node.children.flatMap((part) => (part.type === 'element' ? idsIn(part) : []))].filter(
    Boolean,
  );

function backOf(back: Element, context: JatsContext): ElementContent[] {
  return back.children.flatMap((part): ElementContent[] => {
    if (part.type !== 'element') return [];
    // The notes themselves are placed after the text.
    if (part.name === 'notes' && !part.children.some(isText)) return [];
    const own = convert(part, context);
    if (part.name === 'notes' && attr(part, 'notes-type') !== '')
      return [h('section', { dataPart: 'editorial' }, own)];
    return own;
  });
}

const isText = (part: Element['children'][number]): boolean =>
  part.type === 'element' && !/^(?:label|title|fn-group|fn)$/.test(part.name);

/** Makes sections of the lists under a title of their own, such as sources of pictures, that no mark refers to. */
function nameLists(article: Element, back: Element): void {
  const cited = citedIn(article);
  for (const group of children(back, 'fn-group')) {
    const notes = children(group, 'fn');
    const isList =
      child(group, 'title') !== undefined &&
      attr(group, 'content-type') === '' &&
      notes.every((note) => /^(?:other)?$/.test(attr(note, 'fn-type')) && !cited.has(attr(note, 'id')));
    if (isList) for (const part of [group, ...notes]) part.name = 'sec';
  }
}

/** The ids that the text refers to. */
const citedIn = (article: Element): Set<string> =>
  new Set(
    [child(article, 'body'), child(article, 'back')]
      .flatMap((part) => (part ? all(part, 'xref') : []))
      .flatMap((link) => attr(link, 'rid').split(/\s+/)),
  );

/**
 * All notes, from wherever they are in the article, to be placed after the text; notes on the authors are editorial.
 */
function footnotes(article: Element, context: JatsContext): ElementContent[] {
  const cited = citedIn(article);
  const notes = [child(article, 'body'), child(article, 'back')].flatMap((part) =>
    part ? all(part, 'fn').filter((note) => !isInTable(part, note)) : [],
  );
  return notes.map((note) => {
    const id = attr(note, 'id');
    const isInText = !all(child(article, 'back') ?? note, 'fn').includes(note) || cited.has(id);
    const parts = convertAll(note, context);
    return isInText
      ? h('div', { id, role: 'doc-footnote' }, parts)
      : h('section', { dataPart: 'editorial' }, parts);
  });
}

const isInTable = (part: Element, note: Element): boolean =>
  all(part, 'table-wrap').some((table) => all(table, 'fn').includes(note));
