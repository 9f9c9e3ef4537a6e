import type { Dossier } from '../read/dossier.ts';
import type { Print } from '../release/freeze.ts';
import { labelOf } from './label.ts';
import { pageForm } from './page-form.ts';

/** What a release keeps of how pages print an edition: its label, and the form of its references. */
export function printOf(dossier: Dossier): Print {
  const { citation } = pageForm(dossier, '');
  return { label: (edition) => labelOf(dossier.settings.value, edition), citation };
}
