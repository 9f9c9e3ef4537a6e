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
  (tagName: string, properties: Properties = {}): Rule =>
  (node, context) => [
    h(
      tagName,
      { ...properties, ...(attr(node, 'id') === '' ? {} : { id: attr(node, 'id') }) },
      convertAll(node, context),
    ),
  ];
const drops: Rule = () => [];

type Rule = (node: Element, context: JatsContext) => ElementContent[];

/**
 * The conversion of each element (https://jats.nlm.nih.gov/archiving/tag-library/1.3/); other elements are replaced by
 * their content.
 */
const rules: Record<string, Rule> = {
  p: keeps('p'),
  sec: (node, context) => {
    const inner = { ...context, level: context.level + 1 };
    const label = textOf(child(node, 'label'));
    const title = children(node, 'title').map((one) =>
      h(`h${Math.min(inner.level, 6)}`, {}, [
        text(label === '' ? '' : `${label} `),
        ...convertAll(one, inner),
      ]),
    );
    return [h('section', idOf(node), [...title, ...convertAll(node, inner)])];
  },
  title: drops,
  label: drops,
  ack: (node, context) => rules['sec']!(node, context),
  app: (node, context) => rules['sec']!(node, context),
  glossary: (node, context) => rules['sec']!(node, context),
  italic: keeps('em'),
  bold: keeps('strong'),
  sup: keeps('sup'),
  sub: keeps('sub'),
  monospace: keeps('code'),
  strike: keeps('del'),
  break: () => [h('br', {}, [])],
  'ext-link': (node, context) => [h('a', { href: attr(node, 'xlink:href') }, convertAll(node, context))],
  uri: (node, context) => [
    h('a', { href: attr(node, 'xlink:href') || textOf(node) }, convertAll(node, context)),
  ],
  xref: (node, context) => {
    const [rid = ''] = attr(node, 'rid').split(/\s+/);
    const role = attr(node, 'ref-type') === 'fn' ? { role: 'doc-noteref' } : {};
    return [h('a', { href: `#${rid}`, ...role }, convertAll(node, context))];
  },
  // An inline note is its own mark.
  fn: (node) => [
    h('sup', {}, [
      h('a', { href: `#${attr(node, 'id')}`, role: 'doc-noteref' }, [
        text(textOf(child(node, 'label')) || '*'),
      ]),
    ]),
  ],
  'fn-group': drops,
  list: (node, context) => {
    const type = attr(node, 'list-type');
    return [
      h(
        /^(?:order|alpha|roman)/.test(type) ? 'ol' : 'ul',
        {},
        children(node, 'list-item').map((item) => h('li', {}, convertAll(item, context))),
      ),
    ];
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
    ]),
  ],
  'table-wrap': (node, context) => [
    h('figure', idOf(node), [
      ...captionOf(node, context),
      ...all(node, 'table').map((table) => tableOf(table)),
      ...(all(node, 'table').length === 0 ? [h('img', { alt: alternativeOf(node) }, [])] : []),
      ...children(node, 'table-wrap-foot').map((foot) =>
        h(
          'footer',
          {},
          all(foot, 'p').map((note) => h('p', {}, convertAll(note, context))),
        ),
      ),
    ]),
  ],
  graphic: (node) => [h('img', { alt: alternativeOf(node) }, [])],
  'inline-graphic': drops,
  'object-id': drops,
  'alt-text': drops,
  'long-desc': drops,
  media: drops,
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
  const rule = rules[node.name];
  if (rule) return rule(node, context);
  return /^(?:contrib|aff|author-notes|history|permissions|processing-meta)/.test(node.name)
    ? []
    : convertAll(node, context);
}

const idOf = (node: Element): Properties => (attr(node, 'id') === '' ? {} : { id: attr(node, 'id') });

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
function tableOf(table: Element): HtmlElement {
  const copy = (node: Element): ElementContent[] =>
    node.children.flatMap((part): ElementContent[] => {
      if (part.type === 'text') return [text(part.value)];
      if (part.type !== 'element') return [];
      const isPart = /^(?:table|thead|tbody|tfoot|tr|t[hd])$/.test(part.name);
      if (!isPart) return part.name === 'break' ? [text(' ')] : copy(part);
      const [colSpan, rowSpan] = [attr(part, 'colspan'), attr(part, 'rowspan')];
      return [h(part.name, { ...(colSpan ? { colSpan } : {}), ...(rowSpan ? { rowSpan } : {}) }, copy(part))];
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
        : [text(inWords(part))]),
    ]),
  ];
}
