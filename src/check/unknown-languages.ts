import type { Dossier } from '../read/dossier.ts';
import { rules } from './check-dossier.ts';

/** One line for each edition whose language some rules do not know, listing those rules. */
export const unknownLanguages = ({ settings }: Dossier): string[] =>
  settings.value.editions.flatMap(({ id, lang }) => {
    const silent = rules.filter(({ knows }) => knows?.(lang) === false).map((rule) => rule.id);
    return silent.length === 0 ? [] : [`Edition ${id} (${lang}) is not checked by ${silent.join(', ')}.`];
  });
