import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { HAN } from '../../model/language.ts';
import { authorLabel, opensFrontPart, thesisLine, titleLabel } from '../words/paper-words.ts';
import { attribute, elementsOf, isElement, LONG, outermost, textOf } from './elements.ts';
import { isImage } from './leaves.ts';

/**
 * Turns the tables on the cover of a thesis into lines, one for each label: 学生姓名：林一舟. Takes out its pictures, of
 * which it returns the alternative texts.
 */
export function takeCover(tree: Root): string[] {
  const end = tree.children.findIndex(
    (node) =>
      isElement(node) &&
      (/^h[2-6]$/.test(node.tagName) || textOf(node).length >= LONG || opensFrontPart(textOf(node))) &&
      node.tagName !== 'table',
  );
  const cover = tree.children.slice(0, Math.max(end, 0));
  const lines = cover.map(linesOf);
  const isCover = lines
    .flat()
    .some((line) => thesisLine.test(line) || authorLabel.test(line) || titleLabel.test(line));
  if (!isCover) return [];
  const pictures = cover.filter(isPicture);
  const kept = cover.flatMap((node, i): RootContent[] =>
    isPicture(node) ? [] : isTable(node) ? lines[i]!.map((line) => h('p', line)) : [node],
  );
  tree.children.splice(0, cover.length, ...kept);
  return pictures.flatMap((node) => outermost(node, isImage)).map((image) => attribute(image, 'alt'));
}

const isTable = (node: RootContent): node is Element => isElement(node) && node.tagName === 'table';

const isPicture = (node: RootContent): node is Element =>
  isElement(node) && textOf(node) === '' && outermost(node, isImage).length > 0;

/** The lines of a block; a row of a table without a label continues the one above. */
function linesOf(node: RootContent): string[] {
  if (!isElement(node)) return [];
  if (!isTable(node)) return [textOf(node)];
  const lines: string[] = [];
  for (const row of outermost(node, ({ tagName }) => tagName === 'tr')) {
    const cells = elementsOf(row).map(textOf);
    const filled = cells.filter(Boolean);
    if (cells.length > 1 && cells[0] === '' && filled.length === 1 && lines.length > 0)
      lines.push(lines.pop()! + filled[0]!);
    else if (filled.length % 2 === 1) lines.push(filled.join(' '));
    else for (let i = 0; i < filled.length; i += 2) lines.push(labelled(filled[i]!, filled[i + 1]!));
  }
  return lines;
}

const labelled = (label: string, value: string): string =>
  HAN.test(label)
    ? `${label.replace(/\s|[:：]$/g, '')}：${value}`
    : `${label.replace(/\s*:$/, '')}: ${value}`;
