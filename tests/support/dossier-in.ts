import type { Dossier } from '../../src/read/dossier.ts';
import { readDossier } from '../../src/read/read-dossier.ts';

const known = new Map<string, Promise<Dossier>>();

/** The dossier in a folder that no longer changes: it is read once for all tests of a process. */
export function dossierIn(folder: string): Promise<Dossier> {
  const reading = known.get(folder) ?? read(folder);
  known.set(folder, reading);
  return reading;
}

async function read(folder: string): Promise<Dossier> {
  const { dossier, messages } = await readDossier(folder);
  if (!dossier) throw new Error(messages.map(({ reason }) => reason).join('\n'));
  return dossier;
}
