import type { APIContext } from 'astro';
import type { Exhibit } from '../../../model/entries.ts';
import type { Edition } from '../../../model/settings.ts';
import { dossier, editions } from '../../../site/dossier.ts';
import { exhibitTable, toCsv } from '../../../site/downloads.ts';

interface Props extends Record<string, unknown> {
  edition: Edition;
  exhibit: Exhibit;
}

export const getStaticPaths = () =>
  editions.flatMap((edition) =>
    dossier.exhibits.map(({ id, value }) => ({
      params: { edition: edition.id, id },
      props: { edition, exhibit: value } satisfies Props,
    })),
  );

export const GET = ({ props: { edition, exhibit } }: APIContext<Props>): Response =>
  new Response(toCsv(exhibitTable(exhibit, edition)));
