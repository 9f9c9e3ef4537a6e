import type { APIRoute } from 'astro';
import { exportFormats, exportNames, type ExportFormat } from '../cite/export.ts';
import { dossier } from '../site/dossier.ts';

export const getStaticPaths = () => exportNames.map((format) => ({ params: { format }, props: { format } }));

export const GET: APIRoute<{ format: ExportFormat }> = ({ props: { format } }) =>
  new Response(exportFormats[format].write(dossier.works.map(({ value }) => value)), {
    headers: { 'content-type': `${exportFormats[format].type}; charset=utf-8` },
  });
