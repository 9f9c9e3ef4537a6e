import { exportFormats } from '../cite/export.ts';
import type { Dossier } from '../read/dossier.ts';
import { texts, tsv } from './aligned/tables.ts';
import { tbx } from './aligned/tbx.ts';
import { tei } from './aligned/tei.ts';
import { tmx } from './aligned/tmx.ts';
import { xliff } from './aligned/xliff.ts';
import { epub } from './epub/epub.ts';
import { bytes, type Form, type FormFile } from './form.ts';
import { publicPart } from './public-part.ts';

/** Every form, in the order in which they are offered. */
export const forms: Form[] = [
  epub,
  tmx,
  xliff,
  tsv,
  tei,
  tbx,
  texts,
  ...Object.entries(exportFormats).map(([id, { name, type, write }]): Form => ({
    id,
    name: `the works, as ${name}`,
    mediaType: type,
    files: ({ works }) => [
      {
        name: `works.${id}`,
        editions: [],
        make: () => Promise.resolve(bytes(write(works.map(({ value }) => value)))),
      },
    ],
  })),
];

/** The files of a form, in which nothing of a private edition stands. */
export const filesOf = (dossier: Dossier, form: Form): FormFile[] => form.files(publicPart(dossier));
