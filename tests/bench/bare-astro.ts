import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { builtPages } from '../support/built-pages.ts';

/**
 * Writes a bare Astro project with the content of a built site: one MDX page for each of its pages, a single layout,
 * unified as the processor, and Pagefind on the output. The project is inside ours, where its modules are found.
 * Returns the script that builds it.
 */
export function writeBareAstro(site: string, name: string): { folder: string; script: string } {
  const folder = resolve('node_modules/.cache/bare-astro', name);
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', '{ "type": "module" }');
  write(
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { pages: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './pages' }) }) };
`,
  );
  write(
    'src/pages/[...slug].astro',
    `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () =>
  (await getCollection('pages')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
const { Content } = await render(Astro.props.entry);
---
<!doctype html>
<html lang="de"><head><meta charset="utf-8" /><title>{Astro.params.slug}</title></head><body><main data-pagefind-body><Content /></main></body></html>
`,
  );
  for (const [i, { html }] of builtPages(site).entries())
    write(`pages/page-${i}.mdx`, `${paragraphsOf(html).join('\n\n')}\n`);
  const script = join(folder, 'build.mjs');
  write(
    'build.mjs',
    `import { build } from 'astro';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { close, createIndex } from 'pagefind';
const root = ${JSON.stringify(`${folder}/`)};
await build({ root, configFile: false, logLevel: 'error', integrations: [mdx()], vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } }, markdown: { syntaxHighlight: false, processor: unified({}) } });
const { index } = await createIndex({});
await index.addDirectory({ path: root + 'dist' });
await index.writeFiles({ outputPath: root + 'dist/pagefind' });
await close();
`,
  );
  return { folder, script };
}

/** The running text of a page, one block per paragraph, with backslashes before characters that MDX would interpret. */
function paragraphsOf(html: string): string[] {
  const main = /<main[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? '';
  return main
    .replace(/<(script|svg|template)[\s\S]*?<\/\1>/g, '')
    .split(/<\/(?:p|h[1-6]|li|td|th|dd|dt|figcaption|div|section)>/)
    .map((block) =>
      block
        .replace(/<[^>]*>/g, '')
        .replace(/&[#a-z0-9]+;/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[!-/:-@[-`{-~]/g, '\\$&'),
    )
    .filter(Boolean);
}
