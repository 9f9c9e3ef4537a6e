import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { dossier, editions } from '../../../site/dossier.ts';
import { exhibitTable, toCsv } from '../../../site/downloads.ts';

export const getStaticPaths = () =>
  editions.flatMap((edition) =>
    dossier.exhibits.map(({ id, value }) => ({
      params: { edition: edition.id, id },
      props: { edition, exhibit: value },
    })),
  );

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { edition, exhibit },
}) => new Response(toCsv(exhibitTable(exhibit, edition)));
