import rehypeKatex from 'rehype-katex';
import type { Pluggable } from 'unified';
import { syntax, transforms } from './notation.ts';
import { remarkHtml, type HtmlOptions } from './remark-html.ts';

/** The plugins with which Astro renders a chapter for its page; `options` is called for each chapter. */
export const chapterPlugins = (options: () => HtmlOptions) => ({
  remarkPlugins: [...syntax, ...transforms, [remarkHtml, options] satisfies Pluggable],
  rehypePlugins,
});

// MathML needs neither fonts nor a style sheet.
export const rehypePlugins = [[rehypeKatex, { output: 'mathml' }]] satisfies Pluggable[];
