import type { Element as HtmlElement, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Element } from 'xast';
import { inWords } from './jats-fields.ts';
import { all, attr, child, children, textOf } from './xml.ts';

/** The context for converting an element, which also collects losses. */
export interface JatsContext {
  /** The heading level of the enclosing sections. */
  level: number;
  losses: Set<string>;
  /** The article’s language as a two-letter code. */
  lang: string;
}

export const text = (value: string): ElementContent => ({ type: 'text', value });

/** Converts the content of an element to HTML elements. */
export const convertAll = (node: Element, context: JatsContext): ElementContent[] =>
  node.children.flatMap((part): ElementContent[] =>
    part.type === 'text' || part.type === 'cdata'
      ? [text(part.value)]
      : part.type === 'element'
        ? convert(part, context)
        : [],
  );

const keeps =
  (tagName: string): Rule =>
  (node, context) => [h(tagName, idOf(node), withHead(node, convertAll(node, context), context))];

type Rule = (node: Element, context: JatsContext) => ElementContent[];

/**
 * The conversion of each element (https://jats.nlm.nih.gov/archiving/tag-library/1.3/) that is neither left out nor
 * replaced by its content.
 */
const rules: Record<string, Rule> = {
  p: keeps('p'),
  sec: (node, context) => {
    const inner = { ...context, level: context.level + 1 };
    const label = textOf(child(node, 'label'));
    const titles = children(node, 'title');
    if (titles.length === 0)
      return [h('section', idOf(node), withHead(node, convertAll(node, inner), context))];
    const title = titles.map((one) =>
      h(`h${Math.min(inner.level, 6)}`, {}, [
        text(label === '' ? '' : `${label} `),
        ...convertAll(one, inner),
      ]),
    );
    return [h('section', idOf(node), [...title, ...convertAll(node, inner)])];
  },
  ack: (node, context) => rules['sec']!(node, context),
  app: (node, context) => rules['sec']!(node, context),
  glossary: (node, context) => rules['sec']!(node, context),
  notes: (node, context) => rules['sec']!(node, context),
  italic: keeps('em'),
  bold: keeps('strong'),
  sup: keeps('sup'),
  sub: keeps('sub'),
  monospace: keeps('code'),
  strike: keeps('del'),
  // Only spaces between the fields divide them.
  name: (node) => [
    text(
      [child(node, 'surname'), child(node, 'given-names'), child(node, 'suffix')]
        .map(textOf)
        .filter(Boolean)
        .join(' '),
    ),
  ],
  break: () => [h('br', {}, [])],
  'ext-link': (node, context) => [h('a', { href: attr(node, 'xlink:href') }, convertAll(node, context))],
  uri: (node, context) => [
    h('a', { href: attr(node, 'xlink:href') || textOf(node) }, convertAll(node, context)),
  ],
  xref: (node, context) => {
    const ids = attr(node, 'rid').split(/\s+/);
    if (ids.length > 1 && attr(node, 'ref-type') === 'bibr') {
      const links = linkEach(textOf(node), ids);
      return child(node, 'sup') ? [h('sup', {}, links)] : links;
    }
    const role = attr(node, 'ref-type') === 'fn' ? { role: 'doc-noteref' } : {};
    return [h('a', { href: `#${ids[0]}`, ...role }, convertAll(node, context))];
  },
  // An inline note is its own mark.
  fn: (node) => [
    h('sup', {}, [
      h('a', { href: `#${attr(node, 'id')}`, role: 'doc-noteref' }, [
        text(textOf(child(node, 'label')) || '*'),
      ]),
    ]),
  ],
  list: (node, context) => {
    const items = children(node, 'list-item');
    const { start, labels } = labelsOf(node, items);
    const list = h(
      start === undefined ? 'ul' : 'ol',
      { start },
      items.map((item, i) => h('li', {}, beginWith(labels[i] ?? '', convertAll(item, context)))),
    );
    return withHead(node, [list], context);
  },
  'def-list': (node, context) => [
    h(
      'dl',
      {},
      children(node, 'def-item').flatMap((item) => [
        ...children(item, 'term').map((term) => h('dt', {}, convertAll(term, context))),
        ...children(item, 'def').map((def) => h('dd', {}, convertAll(def, context))),
      ]),
    ),
  ],
  'disp-quote': keeps('blockquote'),
  'verse-group': keeps('blockquote'),
  'verse-line': keeps('p'),
  speech: keeps('blockquote'),
  statement: keeps('blockquote'),
  attrib: keeps('p'),
  code: keeps('pre'),
  preformat: keeps('pre'),
  'inline-formula': (node) => [formulaOf(node, 'inline')],
  'disp-formula': (node) => {
    const label = textOf(child(node, 'label'));
    const formula = formulaOf(node, label === '' ? 'block' : 'inline');
    return label === '' ? [formula] : [h('p', {}, [formula, text(` ${label}`)])];
  },
  fig: (node, context) => [
    h('figure', idOf(node), [
      ...captionOf(node, context),
      ...all(node, 'graphic').map(() => h('img', { alt: alternativeOf(node) }, [])),
      ...footOf(node, context),
    ]),
  ],
  'table-wrap': (node, context) => [
    h('figure', idOf(node), [
      ...captionOf(node, context),
      ...all(node, 'table').map((table) => tableOf(table, context)),
      ...(all(node, 'table').length === 0 ? [h('img', { alt: alternativeOf(node) }, [])] : []),
      ...footOf(node, context),
    ]),
  ],
  graphic: (node) => [h('img', { alt: alternativeOf(node) }, [])],
  'supplementary-material': (_, { losses }) => {
    losses.add('supplementary material is not imported');
    return [];
  },
  'ref-list': (node, context) => [
    h('section', { role: 'doc-bibliography' }, [
      h('h2', {}, [text(textOf(child(node, 'title')) || 'References')]),
      h(
        'ul',
        {},
        all(node, 'ref').map((ref) =>
          h('li', { id: attr(ref, 'id'), role: 'doc-biblioentry' }, entryOf(ref, context)),
        ),
      ),
    ]),
  ],
};

/** Converts an element to HTML elements. */
export function convert(node: Element, context: JatsContext): ElementContent[] {
  if (DROPPED.test(node.name)) return [];
  return rules[node.name]?.(node, context) ?? withHead(node, convertAll(node, context), context);
}

/** Elements that are left out here, or are read elsewhere. */
const DROPPED =
  /^(?:(?:title|label|fn-group|inline-graphic|object-id|alt-text|long-desc|media)$|contrib|aff|author-notes|history|permissions|processing-meta)/;

const idOf = (node: Element): Properties => (attr(node, 'id') === '' ? {} : { id: attr(node, 'id') });

/** Writes the label and title of an element before its first paragraph. */
export function withHead(node: Element, parts: ElementContent[], context: JatsContext): ElementContent[] {
  const title = child(node, 'title');
  const head = [
    { text: textOf(child(node, 'label')), content: [text(textOf(child(node, 'label')))] },
    { text: textOf(title), content: title ? convertAll(title, context) : [] },
  ].filter((one) => one.text !== '');
  if (head.length === 0) return parts;
  const stop = context.lang === 'zh' ? '。' : '. ';
  const content = head.flatMap((one) => [
    ...one.content,
    text(/[.:?!。：？！]$/.test(one.text) ? ' ' : stop),
  ]);
  return beginWith(h('strong', {}, content), parts);
}

/** Puts a text at the beginning of the first paragraph, or into one of its own if something else comes first. */
function beginWith(head: string | ElementContent, parts: ElementContent[]): ElementContent[] {
  if (head === '') return parts;
  const lead = typeof head === 'string' ? text(`${head} `) : head;
  const at = parts.findIndex((part) => part.type !== 'text' || part.value.trim() !== '');
  const first = parts[at];
  if (first?.type !== 'element' || first.tagName !== 'p') return [h('p', {}, [lead]), ...parts];
  return [...parts.slice(0, at), h('p', first.properties, [lead, ...first.children]), ...parts.slice(at + 1)];
}

/**
 * The number of the first item of a list that counts, or the labels of the items of another list, which a dossier’s
 * lists have in their text.
 */
function labelsOf(list: Element, items: Element[]): { start?: number; labels: string[] } {
  const type = attr(list, 'list-type');
  const printed = items.map((item) => textOf(child(item, 'label')));
  const numbers = printed.map((label) => Number(/^[([]?(\d{1,4})[.)\]]*$/.exec(label)?.[1]));
  const [start = NaN] = numbers;
  if (numbers.every((number, i) => number === start + i)) return { start, labels: [] };
  if (printed.some((label) => /[\p{L}\p{N}]/u.test(label))) return { labels: printed };
  if (type.startsWith('order')) return { start: 1, labels: [] };
  const sign = (i: number): string =>
    type.startsWith('alpha')
      ? String.fromCharCode(97 + (i % 26))
      : type.startsWith('roman')
        ? roman(i + 1)
        : '';
  const labels = items.map((_, i) => (type.endsWith('upper') ? sign(i).toUpperCase() : sign(i)));
  return { labels: labels.map((label) => (label === '' ? '' : `(${label})`)) };
}

/** A number up to 39 in small Roman numerals. */
const roman = (number: number): string =>
  'x'.repeat(number / 10) + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10]!;

/** Links each part of a mark to its own work; of a range such as 1–3, the first and the last. */
function linkEach(mark: string, ids: string[]): ElementContent[] {
  const link = (label: string, id: string): ElementContent => h('a', { href: `#${id}` }, [text(label)]);
  for (const between of [/([;；]\s*)/, /([,，、;；]\s*)/, /([,，、;；–—-]\s*)/]) {
    const parts = mark.split(between);
    const count = (parts.length + 1) / 2;
    if (count === ids.length || (count === 2 && /^[–—-]/.test(parts[1]!)))
      return parts.map((part, i) =>
        i % 2 === 1 ? text(part) : link(part, i === 0 ? ids[0]! : ids[count === 2 ? ids.length - 1 : i / 2]!),
      );
  }
  return [link(mark, ids[0]!)];
}

/** The notes and sources under a figure or table, and the notes in its cells. */
function footOf(node: Element, context: JatsContext): ElementContent[] {
  const inCells = new Set(all(node, 'table').flatMap((table) => all(table, 'fn')));
  const paragraphsIn = (part: Element): ElementContent[] =>
    part.children.flatMap((one): ElementContent[] => {
      if (one.type !== 'element') return [];
      if (one.name === 'fn') {
        const label = textOf(child(one, 'label')) || (inCells.has(one) ? '*' : '');
        return beginWith(label, paragraphsIn(one));
      }
      if (one.name === 'attrib' && part !== whole) return [];
      if (one.name === 'p' || one.name === 'attrib') return [h('p', {}, convertAll(one, context))];
      return paragraphsIn(one);
    });
  const isBeneath = (part: Element['children'][number]): boolean =>
    part.type === 'element' && /^(?:table-wrap-foot|fn|fn-group)$/.test(part.name);
  const parts = [...all(node, 'attrib'), ...inCells, ...node.children.filter(isBeneath)];
  const whole = { ...node, children: parts };
  const paragraphs = paragraphsIn(whole);
  return paragraphs.length === 0 ? [] : [h('footer', {}, paragraphs)];
}

function captionOf(node: Element, context: JatsContext): ElementContent[] {
  const caption = child(node, 'caption');
  const title = caption && child(caption, 'title');
  const label = textOf(child(node, 'label')).replace(/[.:：]$/, '');
  const head = [text(label === '' ? '' : `${label}. `), ...(title ? convertAll(title, context) : [])];
  const paragraphs = caption ? children(caption, 'p').map((part) => convertAll(part, context)) : [];
  // A caption without a title has both in its first paragraph.
  const [first = [], ...more] = paragraphs;
  const parts = title ? [head, ...paragraphs] : [[...head, ...first], ...more];
  return [
    h(
      'figcaption',
      {},
      parts.map((part) => h('p', {}, part)),
    ),
  ];
}

const alternativeOf = (node: Element): string =>
  all(node, 'alt-text').map(textOf).join(' ') || all(node, 'long-desc').map(textOf).join(' ');

/** JATS tables use HTML’s elements. */
function tableOf(table: Element, context: JatsContext): HtmlElement {
  const copy = (node: Element): ElementContent[] =>
    node.children.flatMap((part): ElementContent[] => {
      if (part.type !== 'element') return [];
      const [colSpan, rowSpan] = [attr(part, 'colspan'), attr(part, 'rowspan')];
      const spans = { ...(colSpan ? { colSpan } : {}), ...(rowSpan ? { rowSpan } : {}) };
      if (/^t[hd]$/.test(part.name)) return [h(part.name, spans, convertAll(part, context))];
      return /^(?:thead|tbody|tfoot|tr)$/.test(part.name) ? [h(part.name, {}, copy(part))] : [];
    });
  return h('table', {}, copy(table));
}

/** A formula in TeX if the article contains it, else in MathML. */
function formulaOf(node: Element, display: 'inline' | 'block'): HtmlElement {
  const [tex] = all(node, 'tex-math');
  const [math] = all(node, 'mml:math');
  const copy = (part: Element): HtmlElement =>
    h(
      part.name.replace(/^mml:/, ''),
      Object.fromEntries(Object.entries(part.attributes).map(([name, value]) => [name, value ?? ''])),
      part.children.flatMap((one): ElementContent[] =>
        one.type === 'text' ? [text(one.value)] : one.type === 'element' ? [copy(one)] : [],
      ),
    );
  const element = math ? copy(math) : h('math', {}, [text(textOf(node))]);
  element.properties = { display, ...(tex ? { dataTex: textOf(tex) } : {}) };
  return element;
}

/** The printed text of an entry; an entry that consists only of fields is set as in most journals. */
function entryOf(ref: Element, context: JatsContext): ElementContent[] {
  const label = textOf(child(ref, 'label'))
    .replace(/[.\]]$/, '')
    .replace(/^\[/, '');
  const before = /^\d+$/.test(label) ? [text(`[${label}] `)] : [];
  const mixed = [...all(ref, 'mixed-citation'), ...all(ref, 'citation'), ...all(ref, 'nlm-citation')];
  const parts = mixed.length > 0 ? mixed : all(ref, 'element-citation');
  return [
    ...before,
    ...parts.flatMap((part, i) => [
      text(i > 0 ? ' ' : ''),
      ...(part.name === 'mixed-citation' &&
      part.children.some((one) => one.type === 'text' && /[\p{L}.,]/u.test(one.value))
        ? convertAll(part, context)
        : [text(inWords(part, context.lang))]),
    ]),
  ];
}
