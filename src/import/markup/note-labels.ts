import type { Element } from 'hast';
import { isElement, textOf } from './elements.ts';
import { textOfLeaf, type Leaf } from './leaves.ts';

/** The printed number that begins an entry, perhaps after an arrow back to the mark. */
const LABEL =
  /^(?:[↑↩⤴^]\s*)?(?<open>[[(（［〔])?(?:(?<digits>\d{1,4})|(?<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))(?<close>[\])）］〕](?:\s*\.)?|[.．、:])?(?<gap>\s*)/u;

/**
 * Reads the label of an entry. If its number is known from a list or mark, another number begins the text, for example
 * a volume. A bare number is a label only where `areBare`.
 */
export function readLabel(
  text: string,
  known: number | undefined,
  areBare: boolean,
): { number: number; length: number } | undefined {
  const label = LABEL.exec(text);
  if (!label) return undefined;
  const { open, digits, raised = '', close, gap } = label.groups!;
  const number = Number(digits ?? [...raised].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)).join(''));
  const isDivided = gap !== '' || raised !== '' || (open !== undefined && close !== undefined);
  const isBare = open === undefined && close === undefined && raised === '';
  return isDivided && (!isBare || areBare) && (known ?? number) === number
    ? { number, length: label[0].length }
    : undefined;
}

/**
 * The number that begins a leaf, set apart from its text by a full stop, brackets or type, or by a space alone if
 * `areBare`.
 */
export function labelOf({ content }: Leaf, known?: number, areBare = false): number | undefined {
  const apart = /^[[(]?(\d{1,4})[\])]?[.:]?$/.exec(firstOf(content) ?? '')?.[1];
  if (apart !== undefined && Number(apart) === (known ?? Number(apart))) return Number(apart);
  return readLabel(`${textOfLeaf({ content })} `, known, areBare)?.number;
}

/** The text of the first element of a line that begins with an element. */
function firstOf(content: Leaf['content']): string | undefined {
  const first = content.find((node) => node.type !== 'text' || node.value.trim() !== '');
  return isElement(first) ? (firstOf(first.children) ?? textOf(first)) : undefined;
}

/** The numbers of marks without links: raised, or in square brackets. */
function marksIn({ content }: Leaf): number[] {
  const inNode = (node: Leaf['content'][number]): string[] => {
    if (node.type === 'text') return [...node.value.matchAll(BRACKETED)].map(([, number]) => number!);
    if (!isElement(node)) return [];
    const raised = node.tagName === 'sup' && /^[[(]?(\d{1,4})[\])]?$/.exec(textOf(node))?.[1];
    return raised ? [raised] : node.children.flatMap(inNode);
  };
  return content.flatMap(inNode).map(Number);
}

/** Note marks in the plain text of a line. */
export const BRACKETED = /\[(\d{1,3})\]/g;

/**
 * The notes at the end of a text, or in blocks named as notes, that no link, role or heading makes known: they are
 * numbered from 1, and the text has most of their numbers as marks. Each note is given by its leaves.
 */
export function notesByNumber(leaves: Leaf[], isNamed: (element: Element) => boolean): Leaf[][] {
  const named = leaves.filter(({ within }) => within.slice(-2).some(isNamed));
  const last = leaves.findLastIndex((leaf) => labelOf(leaf) === 1);
  for (const own of [named, last < 0 ? [] : leaves.slice(last)]) {
    const notes = countUp(own);
    if (notes.length === 0) continue;
    const inNotes = new Set(notes.flat());
    const marks = new Set(leaves.flatMap((leaf) => (inNotes.has(leaf) ? [] : marksIn(leaf))));
    const marked = notes.filter((_, i) => marks.has(i + 1));
    return marked.length * 2 > notes.length ? notes : [];
  }
  return [];
}

/** Groups leaves that begin with 1, 2, 3 and so on with those between them, until a heading. */
function countUp(leaves: Leaf[]): Leaf[][] {
  const notes: Leaf[][] = [];
  let between: Leaf[] = [];
  for (const leaf of leaves) {
    if (leaf.kind === 'heading' || leaf.kind === 'table' || leaf.kind === 'figure') break;
    if (labelOf(leaf) === notes.length + 1) {
      notes.at(-1)?.push(...between);
      notes.push([leaf]);
      between = [];
    } else between.push(leaf);
  }
  return notes;
}
