import type { APIRoute } from 'astro';
import { publicEditions, type Edition } from '../../model/settings.ts';
import type { Chapter } from '../../read/dossier.ts';
import { chapterMarkdown } from '../../render/chapter-markdown.ts';
import { dossier, settings } from '../../site/dossier.ts';

export const getStaticPaths = () =>
  publicEditions(settings).flatMap((edition) =>
    dossier.chapters
      .filter((chapter) => chapter.edition === edition.id)
      .map((chapter) => ({
        params: { edition: edition.id, chapter: chapter.id },
        props: { edition, chapter },
      })),
  );

export const GET: APIRoute<{ edition: Edition; chapter: Chapter }> = ({ props: { edition, chapter } }) =>
  new Response(chapterMarkdown(dossier, edition, chapter), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
