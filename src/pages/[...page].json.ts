import type { APIRoute } from 'astro';
import { base, dossier } from '../site/dossier.ts';
import { citedPages, type CitedPage } from '../site/cited-pages.ts';
import { recordJson } from '../site/record-data.ts';

/** How to cite pages other than those of segments, whose files also contain their text. */
export const getStaticPaths = () =>
  [...citedPages(dossier)].map(([address, page]) => ({
    params: { page: address.slice(1, -1) },
    props: { page },
  }));

export const GET: APIRoute<{ page: CitedPage }> = ({ props: { page } }) =>
  new Response(recordJson(dossier, base, page), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
