import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
import { remarkManual } from './remark-manual.ts';

/** The address at which the manual is to be read, path included: SITE=https://example.org/manual/. */
const site = new URL(process.env['SITE'] ?? 'http://localhost:4321/');
const base = site.pathname.replace(/\/?$/, '/');

const inBoth = (label: string, chinese: string) => ({ label, translations: { 'zh-CN': chinese } });

export default defineConfig({
  site: site.origin,
  base,
  publicDir: '../../public',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  markdown: { processor: unified({ remarkPlugins: [[remarkManual, { base }]] }) },
  integrations: [
    starlight({
      title: { en: 'Dossier', 'zh-CN': '卷宗' },
      description: 'How one scholarly paper becomes a site that lasts.',
      locales: { root: { label: 'English', lang: 'en' }, zh: { label: '简体中文', lang: 'zh-CN' } },
      favicon: '/icon.svg',
      customCss: ['./src/manual.css'],
      sidebar: [
        { ...inBoth('Tutorial', '教程'), slug: 'tutorial' },
        {
          ...inBoth('How to', '操作指南'),
          items: [
            'import',
            'write',
            'languages',
            'check-sources',
            'quotations',
            'cite',
            'publish',
            'host',
            'release',
            'correct',
            'search',
          ].map((page) => `how-to/${page}`),
        },
        {
          ...inBoth('Reference', '参考'),
          items: [
            ...['commands', 'files', 'addresses'].map((page) => `reference/${page}`),
            {
              ...inBoth('Rules', '规则'),
              collapsed: true,
              items: [{ autogenerate: { directory: 'rules' } }],
            },
          ],
        },
        {
          ...inBoth('Explanation', '说明'),
          items: ['architecture', 'decisions', 'glossary'].map((page) => `explanation/${page}`),
        },
      ],
    }),
  ],
});
