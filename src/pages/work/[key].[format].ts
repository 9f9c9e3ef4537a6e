import type { APIRoute } from 'astro';
import { exportFormats, exportNames, type ExportFormat } from '../../cite/export.ts';
import type { Work } from '../../model/work.ts';
import { dossier } from '../../site/dossier.ts';

export const getStaticPaths = () =>
  dossier.works.flatMap(({ id, value }) =>
    exportNames.map((format) => ({ params: { key: id, format }, props: { work: value, format } })),
  );

export const GET: APIRoute<{ work: Work; format: ExportFormat }> = ({ props: { work, format } }) =>
  new Response(exportFormats[format].write([work]), {
    headers: { 'content-type': `${exportFormats[format].type}; charset=utf-8` },
  });
