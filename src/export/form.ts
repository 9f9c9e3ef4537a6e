import { paperKey } from '../cite/own-items.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';

/** A format in which a dossier can be downloaded. */
export interface Form {
  /** Its name in the command. */
  id: string;
  /** Its description in the command’s help. */
  name: string;
  mediaType: string;
  /** The optional packages that it needs and that are not installed; it has no files then. */
  missing?: () => string[];
  /** Its files, for a dossier without private editions. Files are made only on request. */
  files: (dossier: Dossier) => FormFile[];
}

export interface FormFile {
  name: string;
  /** The editions whose wording it contains; may be empty. */
  editions: Edition[];
  make: () => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * A file’s name, from the paper, the dossier’s version and the editions that it contains:
 * zhang-2021-v1.2.0-zh-en.epub.
 */
export const fileName = ({ settings }: Dossier, editions: Edition[], ending: string): string =>
  `${[paperKey(settings.value.paper), `v${settings.value.dossier.version}`, ...editions.map(({ id }) => id)].join('-')}.${ending}`;

/** One file per group of editions, made from a text or bytes. */
export const filesFor = <Group extends { editions: Edition[] }>(
  dossier: Dossier,
  ending: string,
  groups: Group[],
  make: (dossier: Dossier, group: Group) => string | ReturnType<FormFile['make']>,
): FormFile[] =>
  groups.map((group) => ({
    name: fileName(dossier, group.editions, ending),
    editions: group.editions,
    make: async () => {
      const made = await make(dossier, group);
      return typeof made === 'string' ? bytes(made) : made;
    },
  }));

/** Each edition alone and, if there are several, all together. */
export const aloneAndTogether = (dossier: Dossier): { editions: Edition[] }[] => {
  const { editions } = dossier.settings.value;
  return [...eachEdition(dossier), ...(editions.length > 1 ? [{ editions }] : [])];
};

export const eachEdition = ({ settings }: Dossier): { editions: [Edition] }[] =>
  settings.value.editions.map((edition) => ({ editions: [edition] }));

/**
 * The files of a form, each made only once however often it is requested. The time that this takes is in the
 * process’s performance timeline, as MAKING followed by the file’s name.
 */
export const madeOnce = memoize((form: Form) =>
  memoize((dossier: Dossier): FormFile[] =>
    form.files(dossier).map((file) => {
      let made: ReturnType<FormFile['make']> | undefined;
      const make = async (): ReturnType<FormFile['make']> => {
        const start = performance.now();
        const content = await file.make();
        performance.measure(`${MAKING}${file.name}`, { start });
        return content;
      };
      return { ...file, make: () => (made ??= make()) };
    }),
  ),
);

export const MAKING = 'making ';

/** A text as UTF-8. */
export const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
