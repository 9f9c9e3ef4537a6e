import type { Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { flatText } from '../../markdown/text.ts';
import type { ParseNotation } from '../../markdown/parse.ts';
import { formatMessage } from '../../model/message.ts';
import { textOfInlines } from '../document/bind-notes.ts';
import { withoutFormulas } from '../spans.ts';
import { groupBlocks } from './write-chapter.ts';
import type { PlannedChapter } from './write-dossier.ts';

/**
 * Parses a written chapter as the site will, and reports where its text differs from the paper’s by as much as a
 * character; a note mark counts as one. No report proves that nothing of the paper became markup or code.
 */
export function proveChapter(
  source: string,
  path: string,
  { section, notes }: PlannedChapter,
  parse: ParseNotation,
): string[] {
  const parsed = parse(source, path);
  if ('messages' in parsed) return parsed.messages.map(formatMessage);
  const noteNumbers = new Set(notes.map(({ number }) => number));
  const expected = groupBlocks(section.blocks).flatMap(([block, ...more]) =>
    block.type === 'exhibit'
      ? []
      : [
          [block, ...more]
            .map((one) => ('inlines' in one ? textOfInlines(one.inlines, noteNumbers) : ''))
            .join('\n'),
        ],
  );
  const found = parsed.tree.children.filter(({ type }) => type !== 'exhibitPlace').map(textOf);
  const noteTexts = (parsed.tree.data?.notes ?? []).map((note) => note.children.map(textOf).join('\n'));
  return [
    ...differences(expected, found, path),
    ...differences(
      notes.map(({ content, spans }) => withoutFormulas(content.text, spans)),
      noteTexts,
      path,
    ),
  ];
}

function differences(expected: string[], found: string[], path: string): string[] {
  const counts =
    expected.length === found.length
      ? []
      : [`${path}: ${expected.length} blocks or notes became ${found.length}`];
  return [
    ...counts,
    ...expected.flatMap((text, i) => {
      const other = found[i] ?? '';
      if (text === other) return [];
      let at = 0;
      while (text[at] === other[at]) at++;
      return [`${path}: “${text.slice(at, at + 20)}” became “${other.slice(at, at + 20)}”`];
    }),
  ];
}

function textOf(block: RootContent): string {
  const texts: string[] = [];
  visit(block, (node: Nodes) => {
    if (node.type === 'math') texts.push(flatText([node]));
    else if (node.type === 'paragraph' || node.type === 'heading') texts.push(flatText(node.children));
  });
  return texts.join('\n');
}
