import type { Coverage, Kind } from '../coverage.ts';
import type { Block } from './blocks.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Warn } from '../warning.ts';

export function classifyFront(
  coverage: Coverage,
  { title, authors, editorial, otherLanguage, abstract, keywords }: FrontMatter,
  blocks: (kind: Kind, own: Block[]) => void,
): void {
  blocks('title', title);
  blocks('authors', authors);
  blocks('editorial', editorial);
  blocks('other language', [...new Set(otherLanguage)]);
  for (const opened of [abstract, keywords]) {
    if (!opened) continue;
    if (opened.wordBlock) blocks('opening word', [opened.wordBlock]);
    else coverage.classify('opening word', opened.block.content.offsets.slice(0, opened.wordLength));
  }
  if (keywords) coverage.classify('keywords', keywords.block.content.offsets.slice(keywords.wordLength));
}

/**
 * Classifies white space between texts, and hyphens of divided words; warns about all other characters that are left.
 */
export function classifyRest(coverage: Coverage, source: string, warn: Warn): void {
  for (const offset of coverage.unclassified()) {
    if (/[\s\uFEFF]/.test(source.charAt(offset))) coverage.classify('white space', [offset]);
    else if (/^[-\u2010\u00AD][ \t\u3000]*[\r\n\f]/.test(source.slice(offset, offset + MAX_BREAK)))
      coverage.classify('divided word', [offset]);
  }
  const rest = coverage.unclassified();
  if (rest.length === 0) return;
  coverage.classify('editorial', rest);
  warn(rest[0]!, `${rest.length} characters belong to no known part of the paper; they are in no chapter`, {
    is: 'paragraph',
  });
}

/** The most characters that a hyphen, the blanks after it and the line break have together. */
const MAX_BREAK = 20;
