import { readDossier } from '../read/read-dossier.ts';
import { formatMessage } from '../model/message.ts';
import { withBase } from '../model/urls.ts';
import { dossierFolder } from '../read/folder.ts';

// Read once for all pages. What does not fit has stopped a build before this; in `dev` it is left out and said on the
// terminal.
const reading = await readDossier(dossierFolder());
const report = reading.messages.map(formatMessage).join('\n');
if (!reading.dossier) throw new Error(report);
if (report) console.error(report);

export const dossier = reading.dossier;
export const settings = dossier.settings.value;
export const editions = settings.editions;

/** The base path that links of this build begin with. */
export const base = import.meta.env.BASE_URL;

/** An address from the dossier's root as this build links to it. */
export const link = (address: string): string => withBase(base, address);
