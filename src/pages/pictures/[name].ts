import type { APIContext } from 'astro';
import { dossier } from '../../site/dossier.ts';
import { makePicture, pictureFiles, type PictureFile } from '../../site/pictures.ts';

export const getStaticPaths = () =>
  pictureFiles(dossier).map((file) => ({ params: { name: file.name }, props: { file } }));

export const GET = async ({ props: { file } }: APIContext<{ file: PictureFile }>): Promise<Response> =>
  new Response(new Uint8Array(await makePicture(file)));
