import { levelHeadings } from './heading-levels.ts';
import { readNumbers } from '../words/headings.ts';
import type { OutlineLevel, SetHeading, SourceBlock } from '../source-document.ts';

/** A block as readers of any format leave it: with its raw text, and the level or the type of its heading. */
export type Block = SourceBlock<OutlineLevel | SetHeading> & { raw: string };

/** A block whose heading has its level. */
export type LevelledBlock = SourceBlock<OutlineLevel> & { raw: string };

export function toBlock(given: SourceBlock): Block {
  const block = { ...given, raw: given.raw ?? given.content.text };
  return block.kind === 'heading' ? { ...block, level: levelOf(block.level) } : block;
}

const levelOf = (level: number | OutlineLevel | SetHeading): OutlineLevel | SetHeading =>
  typeof level === 'number' ? { level, length: 0, numbering: 'plain' } : level;

/** Adds to headings of known level the length of their number, if it continues the numbering of that level. */
export function numberLevels(blocks: Block[]): Block[] {
  const counts: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'heading' || !('level' in block.level)) return block;
    const { level } = block.level;
    const due = (counts[level] ?? 0) + 1;
    const own = readNumbers(block.content.text).find(({ number }) => number === due);
    if (own) counts[level] = due;
    counts.length = level + 1;
    return own ? { ...block, level: { level, length: own.length, numbering: own.numbering } } : block;
  });
}

/** Derives the levels of headings of which only the type is known. Only the raw text keeps the gap after a number. */
export function withLevels(blocks: Block[]): LevelledBlock[] {
  const set = blocks.flatMap((block) =>
    block.kind === 'heading' && 'size' in block.level ? [{ block, text: block.raw, ...block.level }] : [],
  );
  const levels = new Map<Block, OutlineLevel>(levelHeadings(set).map((level, i) => [set[i]!.block, level]));
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    return { ...block, level: 'level' in block.level ? block.level : levels.get(block)! };
  });
}
