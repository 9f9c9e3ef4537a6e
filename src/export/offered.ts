import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { filesOf, forms } from './forms.ts';

/** A file for download, as a page offers it. */
export interface Offered {
  /** The form that it belongs to. */
  form: string;
  mediaType: string;
  file: string;
  editions: Edition[];
  bytes: number;
}

/** All files of all forms. They must be made to find out their sizes. */
export const offered = memoize((dossier: Dossier): Promise<Offered[]> =>
  Promise.all(
    forms.flatMap((form) =>
      filesOf(dossier, form).map(async ({ name, editions, make }) => ({
        form: form.id,
        mediaType: form.mediaType,
        file: name,
        editions,
        bytes: (await make()).length,
      })),
    ),
  ),
);
