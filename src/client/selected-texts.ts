/** Shrinks a range to its first and last text: a triple click extends to the start of the next block. */
export function within(range: Range, texts: Text[]): Range {
  const [first, last] = [texts[0], texts.at(-1)];
  const tight = range.cloneRange();
  if (first && first !== range.startContainer) tight.setStart(first, 0);
  if (last && last !== range.endContainer) tight.setEnd(last, last.length);
  return tight;
}

/** A range that begins and ends at words: the words that it cuts are whole. Chinese has no spaces between words. */
export function inWords(range: Range): Range {
  const { startContainer: first, startOffset, endContainer: last, endOffset } = range;
  const whole = range.cloneRange();
  if (first instanceof Text && WORD_AFTER.test(first.data.slice(startOffset)))
    whole.setStart(first, startOffset - lengthOf(WORD_BEFORE.exec(first.data.slice(0, startOffset))));
  if (last instanceof Text && WORD_BEFORE.test(last.data.slice(0, endOffset)))
    whole.setEnd(last, endOffset + lengthOf(WORD_AFTER.exec(last.data.slice(endOffset))));
  return whole;
}
const WORD_AFTER = /^[\p{Script=Latin}\p{M}\p{N}\u00ad]+/u;
const WORD_BEFORE = /[\p{Script=Latin}\p{M}\p{N}\u00ad]+$/u;
const lengthOf = (found: RegExpExecArray | null): number => found?.[0].length ?? 0;

/** The element matching a selector that contains the whole selection. */
export const wholeIn = <Found extends Element>(selector: string, range: Range): Found | undefined =>
  elementAt(range.commonAncestorContainer)?.closest<Found>(selector) ?? undefined;

export const elementAt = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;

export const BLOCK = 'p, li, h1, h2, h3, blockquote, td, th, dd, div';

/**
 * Without blocks of which a selection has only one character at its start or end: a triple click may reach the first
 * letter of the next note, and a pointer the last full stop of the paragraph before.
 */
export function withoutEdges(range: Range, texts: Text[]): Text[] {
  const blockOf = (text: Text | undefined): Element | null => text?.parentElement?.closest(BLOCK) ?? null;
  const isEdge = (one: Text | undefined): boolean =>
    one !== undefined &&
    [...selectedOf(range, one).trim()].length === 1 &&
    (blockOf(one)?.textContent.trim().length ?? 0) > 1 &&
    texts.every((other) => other === one || blockOf(other) !== blockOf(one));
  const edges = texts.length > 1 ? [texts[0], texts.at(-1)].filter(isEdge) : [];
  return edges.length < texts.length ? texts.filter((text) => !edges.includes(text)) : texts;
}

/** The selected part of a text node. */
export const selectedOf = (
  { startContainer, startOffset, endContainer, endOffset }: Range,
  text: Text,
): string =>
  text.data.slice(text === startContainer ? startOffset : 0, text === endContainer ? endOffset : text.length);

/** The selected and visible text nodes, without those of white space only unless wanted. */
export function textsIn(range: Range, hasBlanks = false): Text[] {
  const root = range.commonAncestorContainer;
  if (root instanceof Text) return [root];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !range.intersectsNode(node)) continue;
    const parent = node.parentElement;
    const isWanted = hasBlanks || /\S/.test(selectedOf(range, node));
    if (isWanted && parent?.checkVisibility() && !parent.closest(UNSPOKEN)) found.push(node);
  }
  return found;
}

/** Elements that are not part of the text: marks, buttons, labels, ways to other pages, how to cite the page. */
export const UNSPOKEN = [
  'sup, small, button, annotation, .permalink, .check-mark, .back, h1 > .number, .editor-note > b, [data-part] > b, .thesis > b',
  '.kind, .byline, .label, .source, .place, .pages, [data-entry] .check-links, .uses > :is(h2, h3), .addition > b, .own-address, .cite, .report',
  '.cite-selection, [hidden], nav, summary, .guide, .ruler',
].join();

/** The unit that contains a text. */
export function unitAround(text: Text | undefined): { element: HTMLElement; number: number } | undefined {
  for (let element = text?.parentElement; element; element = element.parentElement) {
    const number = element.dataset['unit'] ?? /^(?:p\d\S*|abstract)-(\d+)$/.exec(element.id)?.[1];
    if (number !== undefined) return { element, number: Number(number) };
  }
  return undefined;
}
