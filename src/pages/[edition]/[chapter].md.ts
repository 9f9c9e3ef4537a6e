import type { APIRoute } from 'astro';
import type { Edition } from '../../model/settings.ts';
import type { Chapter } from '../../read/dossier.ts';
import { chapterMarkdown } from '../../render/chapter-markdown.ts';
import { chapterPaths, dossier } from '../../site/dossier.ts';

export const getStaticPaths = () => chapterPaths().filter(({ props }) => !props.edition.private);

export const GET: APIRoute<{ edition: Edition; chapter: Chapter }> = ({ props: { edition, chapter } }) =>
  new Response(chapterMarkdown(dossier, edition, chapter), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
