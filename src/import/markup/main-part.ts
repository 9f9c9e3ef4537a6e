import type { Element, Root } from 'hast';
import { lettersOf } from '../words/letters.ts';
import {
  attribute,
  elementsOf,
  everyElement,
  isElement,
  isLink,
  isSkipped,
  LONG,
  outermost,
  textOf,
} from './elements.ts';
import { idIn, showsMark } from './same-page.ts';

/** The minimum share of a page’s running text in the element that is the paper. */
const MAIN_SHARE = 0.85;

/** What of a page is the paper. */
interface MainPart {
  root: Element | Root;
  /** The number of characters around it. */
  around: number;
  /** The paragraphs among these, which may belong to the paper. */
  paragraphs: string[];
}

/**
 * The part of a page that is the paper: again and again the child with nearly all running text, with the title, an
 * abstract, paragraphs before it and notes beside it. The others are removed from the tree.
 */
export function mainOf(tree: Root, title = ''): MainPart {
  const [body] = outermost(tree, ({ tagName }) => tagName === 'body');
  const page = { tree, title: lettersOf(title), notes: notesOf(tree) };
  if (body) showHidden(body, page);
  const whole = body ? weigh(body, page) : 0;
  if (!body || whole === 0) return { root: tree, around: 0, paragraphs: [] };
  const removed: Element[] = [];
  const shown = shownLength(body);
  let hasTitle = false;
  for (let node = body; ;) {
    const children = elementsOf(node);
    const next = children.find((child) => !isSkipped(child) && weigh(child, page) >= whole * MAIN_SHARE);
    // A paragraph or list is too small to be the paper.
    if (!next || /^(?:p|ul|ol|dl|table|blockquote)$/.test(next.tagName)) break;
    const isWanted = !hasTitle && outermost(next, isTitle).length === 0;
    const at = children.indexOf(next);
    const kept = children.map((child, i): Element[] => {
      if (child === next || (!isSkipped(child) && belongs(child, i < at, page))) return [child];
      const titles =
        isWanted && !hasTitle ? outermost(child, (one) => isTitle(one) && isNamed(one, page)) : [];
      hasTitle ||= titles.length > 0;
      return titles;
    });
    removed.push(...children.filter((_, i) => kept[i]!.length === 0));
    node.children = kept.flat();
    node = next;
  }
  const paragraphs = removed.flatMap((one) => (isSkipped(one) ? [] : outermost(one, isLong))).map(textOf);
  return { root: body, around: shown - shownLength(body), paragraphs };
}

/** Longer texts that a page does not show: whether each is read, and its text. */
export const hiddenIn = (root: Element | Root): { isRead: boolean; text: string }[] =>
  outermost(root, (one) => one.properties['hidden'] !== undefined || isUnseen(one))
    .filter((one) => textOf(one).length >= LONG && !SCRIPTED.test(one.tagName))
    .map((one) => ({ isRead: !isSkipped(one), text: textOf(one) }));

const isUnseen = (element: Element): boolean =>
  /(?:display:\s*none|visibility:\s*hidden)/.test(attribute(element, 'style')) &&
  !/\breferences\b/.test(attribute(element, 'className'));

const SCRIPTED = /^(?:script|style|template|noscript|svg|iframe|button)$/;

interface Page {
  tree: Root;
  /** The letters of the title in its head. */
  title: string;
  /** The elements that marks refer to. */
  notes: ReadonlySet<string>;
}

const notesOf = (tree: Root): Set<string> =>
  new Set(
    outermost(tree, isLink)
      .filter((link) => textOf(link) !== '' && showsMark(link))
      .map(idIn)
      .filter((id) => id !== ''),
  );

const isTitle = (element: Element): boolean => element.tagName === 'h1';
const isNamed = (element: Element, { title }: Page): boolean =>
  title === '' || (textOf(element) !== '' && title.startsWith(lettersOf(textOf(element))));

/** True if an element beside the text belongs to the paper. */
const belongs = (element: Element, isBefore: boolean, page: Page): boolean =>
  element.tagName === 'p'
    ? isLong(element)
    : outermost(element, (one) => isAbstract(one) || isNotes(one, page) || (isBefore && isLong(one))).some(
        (one) => !isApart(one, element),
      );

const isAbstract = (element: Element): boolean => hasName(element, /^(?:abstract|summary)$/i);

const hasName = (element: Element, name: RegExp): boolean =>
  `${attribute(element, 'className')} ${attribute(element, 'id')}`.split(' ').some((one) => name.test(one));

/** True if an element is a list of notes or works, or in one. */
const isNotes = (element: Element, { notes }: Page): boolean =>
  notes.has(attribute(element, 'id')) ||
  /^doc-(?:footnotes?|endnotes|bibliography)$/.test(attribute(element, 'role')) ||
  hasName(element, /footnotes$|^(?:end)?notes$|^(?:references|reflist|refs|bibliography|works-cited)$/i);

const isLong = (element: Element): boolean =>
  element.tagName === 'p' && textOf(element).length >= LONG && outermost(element, isLink).length === 0;

/** True if an element is in a part of another that no paper has. */
const isApart = (element: Element, around: Element): boolean =>
  outermost(
    around,
    (one) =>
      isSkipped(one) ||
      /^(?:aside|footer)$/.test(one.tagName) ||
      hasName(one, /comment|cookie|consent|newsletter|subscribe|related|modal|popup|banner/i),
  ).some((one) => everyElement(one).includes(element));

/** Shows a hidden element that has more running text than all that is shown: a script would show it. */
function showHidden(body: Element, page: Page): void {
  const hidden = outermost(body, ({ properties }) => properties['hidden'] !== undefined);
  const weights = hidden.map((one) => elementsOf(one).reduce((sum, child) => sum + weigh(child, page), 0));
  const heaviest = Math.max(0, ...weights);
  if (heaviest > weigh(body, page)) delete hidden[weights.indexOf(heaviest)]!.properties['hidden'];
}

/** The number of characters of running text, that is, in paragraphs outside notes. */
const weigh = (node: Element, page: Page): number =>
  isSkipped(node) || isNotes(node, page)
    ? 0
    : node.tagName === 'p' || node.tagName === 'blockquote' || node.tagName === 'li'
      ? textOf(node).length
      : elementsOf(node).reduce((sum, child) => sum + weigh(child, page), 0);

const shownLength = (node: Element): number =>
  isSkipped(node) && /^(?:script|style|template|noscript)$/.test(node.tagName)
    ? 0
    : node.children.reduce((sum, child) => {
        if (child.type === 'text') return sum + child.value.trim().length;
        return isElement(child) ? sum + shownLength(child) : sum;
      }, 0);
