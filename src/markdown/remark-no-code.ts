import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type {} from '@astrojs/markdown-remark';
import { parseMarker } from './markers.ts';
import { schemes } from './nodes.ts';

/** Something in a chapter that would be evaluated, or would run in a reader's browser. */
export interface Code {
  reason: string;
  node: Nodes;
}

/**
 * Fails a file that holds code. This is the one plugin that judges: it stands first in every pipeline, so that nothing of
 * such a chapter is evaluated, however the site is built.
 */
export const remarkNoCode: Plugin<[], Root> = () => (tree, file) => {
  // Astro takes front matter away before any plugin runs, and imports the layout that it names.
  if (Object.keys(file.data.astro?.frontmatter ?? {}).length > 0) {
    file.fail('Unexpected front matter, expected the text to begin at once', {
      ruleId: 'no-code',
      source: 'dossier',
    });
  }
  const [first] = findCode(tree);
  if (first) file.fail(first.reason, { place: first.node.position, ruleId: 'no-code', source: 'dossier' });
};

/** All code in a tree, in the order of the text. */
export function findCode(tree: Root): Code[] {
  const found: Code[] = [];
  visit(tree, (node) => {
    const reason = reasonAgainst(node);
    if (reason !== undefined) found.push({ reason, node });
  });
  return found;
}

const EXPECTED =
  'expected text, or one of the markers {/* 2.4.2 */}, {/* p. 126 */}, {/* | */}, {/* except rule: why */}';

function reasonAgainst(node: Nodes | { type: string }): string | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return `Unexpected import or export, ${EXPECTED}`;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
    case 'html':
      return `Unexpected tag, ${EXPECTED}`;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return parseMarker((node as { value: string }).value)
        ? undefined
        : `Unexpected expression in braces, ${EXPECTED}`;
    case 'image':
    case 'imageReference':
      return 'Unexpected image, expected text: figures stand in exhibits/';
    case 'definition':
      return 'Unexpected definition of a link, expected the address in the link itself: [text](address)';
    case 'link':
      return isPlainAddress((node as { url: string }).url)
        ? undefined
        : `Unexpected address “${(node as { url: string }).url}”, expected https:, http:, mailto: or a reference such as case:`;
    default:
      return undefined;
  }
}

const isPlainAddress = (url: string): boolean =>
  /^(?:https?|mailto):/i.test(url.trim()) || schemes.some((scheme) => url.startsWith(`${scheme}:`));
