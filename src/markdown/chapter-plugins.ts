import rehypeKatex from 'rehype-katex';
import type { Pluggable } from 'unified';
import { syntax, transforms } from './notation.ts';
import { remarkHtml, type HtmlOptions } from './remark-html.ts';

/** All that Astro needs to render a chapter as its page shows it; `options` is asked for each chapter. */
export const chapterPlugins = (options: () => HtmlOptions) => ({
  remarkPlugins: [...syntax, ...transforms, [remarkHtml, options] satisfies Pluggable],
  rehypePlugins,
});

// MathML needs neither fonts nor a style sheet.
export const rehypePlugins = [[rehypeKatex, { output: 'mathml' }]] satisfies Pluggable[];
