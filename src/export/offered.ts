import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../read/memoize.ts';
import { filesOf, forms } from './forms.ts';

/** A file in which a dossier is taken away, as a page offers it. */
export interface Offered {
  /** The form that it is in. */
  form: string;
  mediaType: string;
  file: string;
  editions: Edition[];
  bytes: number;
}

/** Every file of every form. To know their sizes, they are made. */
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
