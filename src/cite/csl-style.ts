import type { CitationStyle } from '../model/citation-style.ts';
import { isChinese } from '../model/language.ts';
import { ownStyle, packagedLocale, packagedStyle, type PackedNode } from './read-styles.ts';

/**
 * The style for works in a language, as citeproc expects it. Chicago does not cover titles in Chinese characters that
 * are not romanised: they keep the form that they have in China.
 */
export function cslStyle(style: CitationStyle, language: string): unknown {
  if (style === 'apa') return withoutSort(unpack(packagedStyle('apa')));
  if (style === 'mla') return unpack(packagedStyle('modern-language-association'));
  if (style === 'gbt-2015')
    return withoutStop(unpack(packagedStyle('china-national-standard-gb-t-7714-2015-note')));
  if (style === 'gbt') return ownStyle('gbt');
  if (style === 'gbt-author-date' || (style === 'chicago-author-date' && isChinese(language)))
    return unpack(packagedStyle('china-national-standard-gb-t-7714-2015-author-date'));
  if (isChinese(language)) return ownStyle('journal-zh');
  if (style === 'journal') return ownStyle('journal-latin');
  return style === 'chicago' ? ownStyle('chicago') : changed(ownStyle('chicago'), ownStyle(style));
}

/**
 * Applies changes to a style: replaces its head and those macros and layouts that the changes contain. Both are our own
 * XML.
 */
function changed(style: string, changes: string): string {
  const parts = /^ {2}<(?:macro name="([\w-]+)"|citation|bibliography).*?^ {2}<\/\w+>\n/gms;
  const nameOf = (part: string): string => /<(?:macro name=)?"?([\w-]+)/.exec(part)?.[1] ?? '';
  const known = new Map([...changes.matchAll(parts)].map(([part]) => [nameOf(part), part]));
  const head = /<style\b[^>]*>/;
  return style
    .replace(head, head.exec(changes)?.[0] ?? '')
    .replaceAll(parts, (part) => known.get(nameOf(part)) ?? part);
}

/** Removes the final stop after a note’s references: the note itself determines what follows them. */
function withoutStop(style: Node): Node {
  const layout = childOf(childOf(style, 'citation'), 'layout');
  if (layout) delete layout.attrs['suffix'];
  return style;
}

/**
 * Removes the sort order, which callers determine. The macros by which APA sorts make citeproc take half a second to
 * create an engine, fifty times as long as everything else.
 */
function withoutSort(style: Node): Node {
  for (const part of [childOf(style, 'citation'), childOf(style, 'bibliography')])
    if (part)
      part.children = part.children.filter((child) => typeof child === 'string' || child.name !== 'sort');
  return style;
}

const childOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((child): child is Node => typeof child !== 'string' && child.name === name);

/** The CSL locale of a language, or of American English if CSL has none. */
export function localeOf(language: string): { tag: string; words: unknown } {
  const { language: primary, region } = new Intl.Locale(language).maximize();
  for (const tag of [`${primary}-${region}`, 'en-US']) {
    const words = packagedLocale(tag);
    if (words) return { tag, words: unpack(words) };
  }
  throw new Error('CSL’s locale en-US is missing');
}

interface Node {
  name: string;
  attrs: Record<string, string>;
  children: (Node | string)[];
}

/** Converts an element to citeproc’s format. A term must have a text, even if it is empty. */
function unpack({ n, a = {}, c = [] }: PackedNode): Node {
  const children = c.map((child) => (typeof child === 'string' ? child : unpack(child)));
  return { name: n, attrs: { ...a }, children: children.length === 0 && n === 'term' ? [''] : children };
}
