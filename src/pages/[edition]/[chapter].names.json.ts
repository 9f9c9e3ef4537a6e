import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { idsOf, mentionsIn } from '../../read/mentions.ts';
import { chapterPaths, dossier, entryLink } from '../../site/dossier.ts';
import { nameOf, translationsOf } from '../../site/queries.ts';

export const getStaticPaths = chapterPaths;

/** The addresses and names of the cases and terms that a chapter links to, by kind. */
export const GET: APIRoute<InferGetStaticPropsType<typeof chapterPaths>> = ({
  props: { edition, chapter },
}) => {
  const mentioned = chapter.segments
    .filter(({ type }) => type !== 'abstract')
    .flatMap((segment) => mentionsIn(dossier).get(segment) ?? []);
  const names = (['case', 'term'] as const).map((kind) => [
    translationsOf(edition).collections[kind],
    Object.fromEntries(
      idsOf(mentioned, kind).map((id) => [entryLink(edition, kind, id), nameOf(dossier, kind, id, edition)]),
    ),
  ]);
  return new Response(JSON.stringify(Object.fromEntries(names)));
};
