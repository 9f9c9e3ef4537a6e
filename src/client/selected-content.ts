import { HAN } from '../model/language.ts';
import { element } from './element.ts';
import { textsIn, UNSPOKEN, wholeIn, within, withoutEdges } from './selected-texts.ts';

/**
 * The content of a selection as readers copy it: without marks, labels, single letters of other blocks, and what is
 * beyond the main part of the page.
 */
export function copiedContent(chosen: Range): { plain: string; html: string } {
  const all = withoutEdges(chosen, textsIn(chosen));
  const around = all[0]?.parentElement?.closest('main, [popover]');
  const texts = all.filter((text) => around?.contains(text) ?? true);
  const content = contentOf(within(chosen, texts));
  leaveOut(content, UNSPOKEN);
  markQuotations(content);
  const html = element('div', {}, content.cloneNode(true)).innerHTML;
  return { plain: inLines(content), html };
}

/** The text of copied content, with its paragraphs and cells apart. */
function inLines(content: DocumentFragment): string {
  foldSpace(content);
  for (const one of content.querySelectorAll('p, h1, h2, h3, h4, blockquote, figcaption')) one.append('\n\n');
  for (const one of content.querySelectorAll('li, dt, dd, tr, br')) one.append('\n');
  separateCells(content);
  return content.textContent
    .replace(/ *([\n\t]) */g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Line breaks in the source are spaces for readers. */
function foldSpace(content: DocumentFragment): void {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest('pre'))
      node.data = node.data.replace(/[^\S\u00a0]+/g, ' ');
}

function dropSoftHyphens(content: DocumentFragment): void {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && node.data.includes('\u00ad')) node.data = node.data.replaceAll('\u00ad', '');
}

function separateCells(content: DocumentFragment): void {
  for (const one of content.querySelectorAll('td, th')) if (one.nextElementSibling) one.append('\t');
}

/** The content of a selection, without what is folded, only of the column in which it was begun. */
export function contentOf(range: Range): DocumentFragment {
  const content = range.cloneContents();
  for (const folded of content.querySelectorAll('details:not([open]) > :not(summary)')) folded.remove();
  dropSoftHyphens(content);
  // Its cells may have been cut off from their row.
  if (wholeIn('[data-entry]', range)) leaveOut(content, '.check-links');
  const column = document.querySelector<HTMLElement>('.parallel[data-only]')?.dataset['only'];
  if (column !== undefined)
    for (const cell of content.querySelectorAll(`[data-column]:not([data-column="${column}"])`))
      cell.remove();
  return content;
}

/** The words of a selection for a quotation, line by line, without what matches any of the selectors. */
export function wordsOf(range: Range, others: string[]): string {
  const content = contentOf(range);
  leaveOut(content, [UNSPOKEN, ...others].join());
  markQuotations(content);
  // The date of an entry, unless the heading above it has said it.
  const isInEntry = wholeIn('li[data-entry], li:has(> [data-entry])', range) !== undefined;
  const inEntry = isInEntry ? [...content.children].filter((one) => one.matches('b')) : [];
  for (const one of [...content.querySelectorAll('li[data-entry] > b'), ...inEntry]) {
    if (one.matches('.visually-hidden')) one.remove();
    else one.append(HAN.test(one.nextElementSibling?.textContent ?? '') ? '：' : ': ');
  }
  foldSpace(content);
  joinItems(content);
  for (const block of content.querySelectorAll(
    'p, li, ul, ol, h1, h2, h3, section > b, blockquote, tr, dt, dd, a:has(+ p)',
  ))
    if (!block.matches(`:is(td, th) > :last-child, ${ITEM}, ${BEFORE_LIST}`)) block.append('\n');
  separateCells(content);
  return content.textContent
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/ *([\n\t]) */g, '$1')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/**
 * The items of a list in the text continue its sentence, from which a quotation does not divide them. Items without
 * punctuation, such as names, have a comma between them.
 */
function joinItems(content: DocumentFragment): void {
  for (const one of content.querySelectorAll(`${ITEM}, ${BEFORE_LIST}`)) {
    const text = one.textContent.trim();
    const isBare = one.matches('li:has(+ li)') && /[\p{L}\p{N}][”’)）]*$/u.test(text);
    if (isBare) one.append(HAN.test(one.parentElement?.textContent ?? text) ? '、' : ', ');
    else if (!/\p{Script=Han}|[，、；：。]$/u.test(text)) one.append(' ');
  }
}
const ITEM = 'li:not([data-entry], :has(p, [data-entry]))';
const BEFORE_LIST = 'p:has(+ :is(ul, ol))';

/** Browsers draw the marks of a `q` but do not copy them. */
function markQuotations(content: DocumentFragment): void {
  for (const one of content.querySelectorAll('q')) one.replaceWith('“', ...one.childNodes, '”');
}

function leaveOut(content: DocumentFragment, unspoken: string): void {
  for (const one of content.querySelectorAll(unspoken))
    // Among other cells, one that the editors have inferred keeps its mark.
    if (one.matches('td[data-part=account] > small')) {
      const isHan = HAN.test(one.textContent);
      one.replaceChildren(isHan ? `（${one.textContent}）` : ` (${one.textContent})`);
    } else one.remove();
}
