import type { APIRoute } from 'astro';
import type { FrozenChapter, FrozenEdition } from '../../model/release.ts';
import { chapterMarkdown, texts } from '../../site/chapter-text.ts';

export const getStaticPaths = () =>
  texts.flatMap((frozen) =>
    frozen.chapters.map((chapter) => ({
      params: { edition: frozen.edition.id, chapter: chapter.id },
      props: { frozen, chapter },
    })),
  );

export const GET: APIRoute<{ frozen: FrozenEdition; chapter: FrozenChapter }> = ({
  props: { frozen, chapter },
}) =>
  new Response(chapterMarkdown(frozen, chapter), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
