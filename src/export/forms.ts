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

/** The files of a form, in which nothing of a private edition stands; none where a package that it takes is missing. */
export const filesOf = (dossier: Dossier, form: Form): FormFile[] =>
  isMade(form) ? form.files(publicPart(dossier)) : [];

/** What is to be said of the forms that cannot be made here. */
export const sayUnmade = (asked: Form[] = forms): string[] =>
  asked
    .filter((form) => !isMade(form))
    .map(
      ({ name, missing }) =>
        `Without ${name}: ${missing?.().join(', ')} not installed (npm install --include=optional).`,
    );

const isMade = ({ missing }: Form): boolean => (missing?.() ?? []).length === 0;
