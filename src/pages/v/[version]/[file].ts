import type { APIRoute } from 'astro';
import type { FormFile } from '../../../export/form.ts';
import { filesOf, forms } from '../../../export/forms.ts';
import { dossier } from '../../../site/dossier.ts';
import { releaseAsItStands } from '../../../site/releases.ts';

/** The downloads of a release. */
export const getStaticPaths = () => {
  const { version } = releaseAsItStands(dossier) ?? {};
  return version === undefined
    ? []
    : forms.flatMap((form) =>
        filesOf(dossier, form).map((file) => ({
          params: { version, file: file.name },
          props: { file, mediaType: form.mediaType },
        })),
      );
};

export const GET: APIRoute<{ file: FormFile; mediaType: string }> = async ({ props: { file, mediaType } }) =>
  new Response(await file.make(), { headers: { 'content-type': mediaType } });
