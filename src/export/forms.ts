import { exportFormats } from '../cite/export.ts';
import type { Dossier } from '../read/dossier.ts';
import { epub } from './epub/epub.ts';
import { bytes, type Form, type FormFile } from './form.ts';
import { pdf } from './pdf/pdf.ts';
import { publicPart } from './public-part.ts';

/** Every form, in the order in which they are offered. */
export const forms: Form[] = [
  epub,
  pdf,
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

/** What is to be said of forms that have no files because packages are missing, a line each. */
export const sayUnmade = (asked: readonly Form[]): string[] =>
  asked.flatMap(({ name, missing }) => {
    const packages = missing?.() ?? [];
    return packages.length === 0
      ? []
      : [`Left out: ${name}. Not installed: ${packages.join(', ')} (npm install --include=optional).`];
  });
