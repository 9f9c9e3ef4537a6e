import type { APIRoute, InferGetStaticPropsType } from 'astro';
import type { ChapterNames } from '../../exchange/chapter-names.ts';
import { translationsFor } from '../../i18n/translations.ts';
import { idsOf, mentionsIn } from '../../read/mentions.ts';
import { chapterPaths, dossier, entryLink } from '../../site/dossier.ts';
import { nameOf } from '../../site/queries.ts';

export const getStaticPaths = chapterPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof chapterPaths>> = ({
  props: { edition, chapter },
}) => {
  const mentioned = chapter.segments
    .filter(({ type }) => type !== 'abstract')
    .flatMap((segment) => mentionsIn(dossier).get(segment) ?? []);
  const { collections, reading } = translationsFor(edition.lang);
  const kinds = (['case', 'term'] as const).map((kind) => [
    collections[kind],
    Object.fromEntries(
      idsOf(mentioned, kind).map((id) => [entryLink(edition, kind, id), nameOf(dossier, kind, id, edition)]),
    ),
  ]);
  const names = {
    heading: reading.passage.template,
    everything: reading.everything,
    kinds: Object.fromEntries(kinds),
  } satisfies ChapterNames;
  return new Response(JSON.stringify(names));
};
