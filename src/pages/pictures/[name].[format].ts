import type { APIContext } from 'astro';
import { mediaTypeOf } from '../../read/read-pictures.ts';
import { dossier } from '../../site/dossier.ts';
import { makePicture, pictureFiles, type PictureFile } from '../../site/pictures.ts';

export const getStaticPaths = () =>
  pictureFiles(dossier).map((file) => {
    const [name, format] = file.name.split('.');
    return { params: { name, format }, props: { file } };
  });

export const GET = async ({ props: { file } }: APIContext<{ file: PictureFile }>): Promise<Response> =>
  new Response(new Uint8Array(await makePicture(file)), {
    headers: { 'content-type': mediaTypeOf(file.name) },
  });
