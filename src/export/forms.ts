import { exportFormats } from '../cite/export.ts';
import type { Dossier } from '../read/dossier.ts';
import { texts, tsv } from './aligned/tables.ts';
import { tbx } from './aligned/tbx.ts';
import { tei } from './aligned/tei.ts';
import { tmx } from './aligned/tmx.ts';
import { xliff } from './aligned/xliff.ts';
import { depositOf } from './deposit/deposit.ts';
import { epub } from './epub/epub.ts';
import { bytes, madeOnce, type Form, type FormFile } from './form.ts';
import { publicPart } from './public-part.ts';

/** The forms that stand for themselves, in the order in which they are offered. */
const single: Form[] = [
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

/** Every form, the last of which holds all the others. */
export const forms: Form[] = [...single, depositOf(single)];

/** The files of a form, in which nothing of a private edition stands. */
export const filesOf = (dossier: Dossier, form: Form): FormFile[] => madeOnce(form)(publicPart(dossier));
