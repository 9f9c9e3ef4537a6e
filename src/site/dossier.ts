import { readDossier } from '../read/read-dossier.ts';
import { formatMessage } from '../model/message.ts';
import { dossierFolder } from '../read/folder.ts';

// Read once for all pages of a build. `npm run build` has checked it before; in `dev` what does not fit is left out and
// said on the terminal.
const reading = await readDossier(dossierFolder());
if (!reading.dossier) throw new Error(reading.messages.map(formatMessage).join('\n'));
for (const message of reading.messages) console.error(formatMessage(message));

export const dossier = reading.dossier;
export const settings = dossier.settings.value;
export const editions = settings.editions;

/** The base path that links of this build begin with. */
export const base = import.meta.env.BASE_URL;
