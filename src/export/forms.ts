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
import { pdf } from './pdf/pdf.ts';
import { publicPart } from './public-part.ts';

/** The forms that contain no other forms, in the order in which they are offered. */
const singleFormats: Form[] = [
  epub,
  pdf,
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

/** Every form; the last contains all the others. */
export const forms: Form[] = [...singleFormats, depositOf(singleFormats)];

/** The files of a form, without any content from private editions. */
export const filesOf = (dossier: Dossier, form: Form): FormFile[] => madeOnce(form)(publicPart(dossier));

/** One line for each form without files because packages are missing. */
export const missingPackageNotices = (asked: readonly Form[]): string[] =>
  asked.flatMap(({ name, missing }) => {
    const packages = missing?.() ?? [];
    return packages.length === 0
      ? []
      : [`Left out: ${name}. Not installed: ${packages.join(', ')} (npm install --include=optional).`];
  });
