import { paperKey } from '../cite/own-items.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../read/memoize.ts';

/** A form in which a dossier is taken away. */
export interface Form {
  /** What the command calls it. */
  id: string;
  /** What it is, for whoever asks the command. */
  name: string;
  mediaType: string;
  /** The packages that it takes and that are not installed, where a project may do without; it has no files then. */
  missing?: () => string[];
  /** Its files, of a dossier that has no private edition. Nothing is made until it is asked for. */
  files: (dossier: Dossier) => FormFile[];
}

export interface FormFile {
  name: string;
  /** The editions whose wording it holds; empty where it holds none. */
  editions: Edition[];
  make: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** A file's name, by the paper, the dossier's version and whose wording it holds: zhang-2021-v1.2.0-zh-en.epub. */
export const fileName = ({ settings }: Dossier, editions: Edition[], ending: string): string =>
  `${[paperKey(settings.value.paper), `v${settings.value.dossier.version}`, ...editions.map(({ id }) => id)].join('-')}.${ending}`;

/** A file of each of these groups of editions, made of a text or of bytes. */
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

/** The editions that a form has a file of each, and with several all of them in one. */
export const aloneAndTogether = (dossier: Dossier): { editions: Edition[] }[] => {
  const { editions } = dossier.settings.value;
  return [...eachEdition(dossier), ...(editions.length > 1 ? [{ editions }] : [])];
};

export const eachEdition = ({ settings }: Dossier): { editions: [Edition] }[] =>
  settings.value.editions.map((edition) => ({ editions: [edition] }));

/**
 * The files of a form, each of which is made once however often it is asked for. How long that takes stands in the timeline
 * of the process (`performance`), under MAKING and the file's name.
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
