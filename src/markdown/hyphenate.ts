import type { Root } from 'mdast';
import Hypher from 'hypher';
import english from 'hyphenation.en-gb';
import { visit } from 'unist-util-visit';
import { HAN } from '../model/language.ts';
import { inlineText } from './text.ts';

const SOFT_HYPHEN = '\u00AD';
/** A word that leaves a gap at the end of a line if the line cannot break within it, as at a hyphen of its own. */
const LONG_WORD = /(?<![\p{L}-])\p{Script=Latin}{7,}(?![\p{L}-])/gu;

const hyphenator = new Hypher(english);

/** Marks where long English words may be divided. */
export const divisible = (text: string): string =>
  text.replace(LONG_WORD, (word) => hyphenator.hyphenate(word).join(SOFT_HYPHEN));

/**
 * Marks where a line of Chinese text may break within a word in Latin letters, as typesetters do: otherwise a justified
 * line would be stretched. Lines of Latin text break between words.
 */
export function hyphenateInHan(tree: Root): void {
  for (const block of tree.children) {
    if (block.type !== 'paragraph' || block.data?.segment === undefined) continue;
    if (!HAN.test(inlineText(block.children))) continue;
    visit(block, 'text', (node) => {
      node.value = divisible(node.value);
    });
  }
}
