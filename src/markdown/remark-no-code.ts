import type { Image, Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type {} from '@astrojs/markdown-remark';
import {
  addressFault,
  bracesFault,
  definitionFault,
  frontMatterFault,
  imageFault,
  moduleFault,
  tagFault,
  type Fault,
} from './code-faults.ts';
import { parseMarker } from './markers.ts';
import { schemes } from './nodes.ts';

/** Something in a chapter that would be evaluated, or that would run in a reader’s browser. */
interface Code extends Fault {
  node: Nodes;
}

/**
 * Fails a file that contains code. This is the one plugin that judges: it comes first in every pipeline, so that no
 * such chapter is evaluated, however the site is built.
 */
export const remarkNoCode: Plugin<[], Root> = () => (tree, file) => {
  // Astro removes front matter before any plugin runs, and imports the layout that it names.
  if (Object.keys(file.data.astro?.frontmatter ?? {}).length > 0) {
    file.fail(frontMatterFault.reason, { ruleId: 'no-code', source: 'dossier' });
  }
  const [first] = findCode(tree, String(file));
  if (first) file.fail(first.reason, { place: first.node.position, ruleId: 'no-code', source: 'dossier' });
};

/** All code in a text’s tree, in document order. */
export function findCode(tree: Root, source: string): Code[] {
  const found: Code[] = [];
  visit(tree, (node) => {
    const fault = nodeFault(node, source);
    if (fault) found.push({ ...fault, node });
  });
  return found;
}

function nodeFault(node: Nodes | { type: string }, source: string): Fault | undefined {
  switch (node.type) {
    case 'mdxjsEsm':
      return moduleFault(/^\w+/.exec((node as { value: string }).value)?.[0] ?? 'import');
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return tagFault(`<${(node as { name: string | null }).name ?? ''}>`);
    case 'html':
      return tagFault((node as { value: string }).value);
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const { value, position } = node as { value: string; position?: { start: { offset?: number } } };
      if (parseMarker(value)) return undefined;
      const before = source.slice(0, position?.start.offset ?? 0);
      return bracesFault(`{${value}}`, before.slice(before.lastIndexOf('\n') + 1));
    }
    case 'image':
      return imageFault((node as Image).url, (node as Image).alt ?? undefined);
    case 'imageReference':
      return imageFault();
    case 'definition':
      return definitionFault;
    case 'link': {
      const { url } = node as { url: string };
      return isPlainAddress(url) ? undefined : addressFault(url);
    }
    default:
      return undefined;
  }
}

const isPlainAddress = (url: string): boolean =>
  /^(?:https?|mailto):/i.test(url.trim()) || schemes.some((scheme) => url.startsWith(`${scheme}:`));
