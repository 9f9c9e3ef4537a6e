import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { attribute, elementsOf, everyElement, isElement, isInline, outermost, textOf } from './elements.ts';

/**
 * Moves notes that a page has within its lines to elements of their own, and replaces each by a link to it: notes
 * beside the text, LaTeXML’s and Distill’s, hidden ones that a mark unfolds, and tooltips.
 */
export function takeLineNotes(root: Element | Root): Element[] {
  makeInline(root);
  const tooltips = takeTooltips(root);
  const found: [Element, Element | undefined][] = [];
  collect(root, { isBegun: false }, found);
  const notes = found.flatMap(([note, mark], i) => {
    const printed = dropLabel(note);
    const number = printed ?? (mark && textOf(mark));
    if (mark) mark.children = [];
    return [divide(note, `line-note-${i}`, number ?? '')];
  });
  return [...tooltips, ...notes];
}

/** Makes custom elements within a line of text elements `span`, with their names as classes. */
function makeInline(node: Element | Root): void {
  const children = node.children as ElementContent[];
  const isLine = children.some((child) => child.type === 'text' && child.value.trim() !== '');
  for (const child of children.filter(isElement)) {
    makeInline(child);
    if (!isLine || !child.tagName.includes('-') || !child.children.every(isInline)) continue;
    child.properties['className'] = [child.tagName, attribute(child, 'className')];
    child.tagName = 'span';
  }
}

/** Makes an element a link to a note with its content. */
function divide(element: Element, id: string, mark: string): Element {
  const note = h('div', { id, role: 'doc-footnote' }, element.children);
  Object.assign(element, {
    tagName: 'a',
    properties: { href: `#${encodeURIComponent(id)}`, role: 'doc-noteref' },
    children: [{ type: 'text', value: mark }],
  });
  return note;
}

/** Collects the notes in lines, each with the mark before it; `line.isBegun` is true if there is text before them. */
function collect(
  node: Element | Root,
  line: { isBegun: boolean },
  found: [Element, Element | undefined][],
): void {
  const children = node.children as ElementContent[];
  children.forEach((child, i) => {
    if (child.type === 'text') line.isBegun ||= child.value.trim() !== '';
    if (!isElement(child)) return;
    const before = children
      .slice(0, i)
      .findLast((one) =>
        isElement(one) ? one.tagName !== 'input' : one.type === 'text' && one.value.trim() !== '',
      );
    const mark =
      isElement(before) && (before.tagName === 'label' || MARK.test(textOf(before))) ? before : undefined;
    if (!isInline(child)) collect(child, { isBegun: false }, found);
    else if (line.isBegun && isLineNote(child, mark)) found.push([child, mark]);
    else collect(child, line, found);
  });
}

/**
 * True if an element in a line is named as a note, or is hidden behind a mark or repeats its number, and has more than
 * a mark in it.
 */
const isLineNote = (element: Element, mark: Element | undefined): boolean =>
  (attribute(element, 'className')
    .split(' ')
    .some((name) => LINE_NOTE.test(name)) ||
    (mark !== undefined &&
      (/display:\s*none/.test(attribute(element, 'style')) ||
        (digitsIn(textOf(mark)) !== '' && firstText(element) === digitsIn(textOf(mark)))))) &&
  outermost(element, ({ tagName }) => tagName === 'math').length === 0 &&
  lettersIn(element).replace('footnotemark', '').length > 1;

const digitsIn = (text: string): string => text.replace(/\D/g, '');

/** The digits of the first text in an element, if there is nothing else in that text. */
function firstText(element: Element): string {
  const [first] = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (isElement(first)) return firstText(first);
  return first?.type === 'text' && MARK.test(first.value.trim().replace(/\.$/, ''))
    ? digitsIn(first.value)
    : '';
}

const LINE_NOTE = /^(?:(?:inline-?)?(?:foot|end|side|margin)-?note|d-footnote|ltx_note|fn)$/i;

const MARK = /^[[(]?(?:\d{1,4}|[*†‡§¶]{1,4})[\])]?$/u;

const lettersIn = (element: Element): string => textOf(element).replace(/\P{L}/gu, '');

/** Drops the label that begins a note, which may be there twice; returns it. */
function dropLabel(note: Element): string | undefined {
  let label: string | undefined;
  const drop = (node: Element): boolean => {
    for (const child of node.children) {
      if (child.type === 'text') {
        const text = child.value.trim();
        if (text === '') continue;
        if (!MARK.test(text.replace(/\.$/, '')) || (label !== undefined && label !== text)) return false;
        label = text;
        child.value = '';
      } else if (isElement(child) && !drop(child)) return false;
    }
    return true;
  };
  drop(note);
  return label?.replace(/\.$/, '');
}

/**
 * Takes notes that a page shows as tooltips (https://www.w3.org/WAI/ARIA/apg/patterns/tooltip/) out of their lines. An
 * element with such a tooltip becomes a link to the note if it looks like a mark.
 */
function takeTooltips(root: Element | Root): Element[] {
  const within = elementsOf(root).flatMap(everyElement);
  const tooltips = new Map(
    within.flatMap((element) =>
      attribute(element, 'role') === 'tooltip' ? [[attribute(element, 'id'), element] as const] : [],
    ),
  );
  return within.flatMap((mark): Element[] => {
    const id = attribute(mark, 'ariaDescribedBy');
    const tooltip = tooltips.get(id);
    const shown = textOf(mark);
    if (id === '' || !tooltip || !MARK.test(shown)) return [];
    tooltips.delete(id);
    const note = divide(tooltip, id, '');
    Object.assign(tooltip, { tagName: 'span', properties: {}, children: [] });
    divide(mark, id, shown);
    return [note];
  });
}
