import type { Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root, RootContent } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { rehypePlugins } from './chapter-plugins.ts';
import { prepareHtml, type HtmlOptions } from './remark-html.ts';

const toHast = unified().use(remarkRehype).use(rehypePlugins).freeze();

/** Renders parsed blocks as HTML, for every surface except the chapter page. Does not change the nodes. */
export const renderBlocks = (blocks: RootContent[], options: HtmlOptions & { edition: string }): string =>
  toHtml(blocksToHast(blocks, options));

export function blocksToHast(blocks: RootContent[], options: HtmlOptions & { edition: string }): HastRoot {
  const tree: Root = { type: 'root', children: structuredClone(blocks) };
  prepareHtml(tree, options);
  return toHast.runSync(tree) as HastRoot;
}
