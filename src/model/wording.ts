import { localised } from './localised.ts';
import type { Edition } from './settings.ts';

/** Whose words the text of an edition is. */
export type Wording =
  { type: 'original' } | { type: 'paraphrase' } | { type: 'translation'; translator: string };

/**
 * A translation that names no original counts as a paraphrase, since dossiers of version 1.0.0 declared a paraphrase
 * in a second language in this way.
 */
export function wordingOf({ id, role, of, translator }: Edition): Wording {
  if (role !== 'translation') return { type: role };
  if (of === undefined || translator === undefined) return { type: 'paraphrase' };
  return {
    type: 'translation',
    translator: typeof translator === 'string' ? translator : localised(translator, id),
  };
}

/**
 * A part of an edition: its text, or what the dossier’s editors say about the paper beside it, such as accounts of
 * cases.
 */
export type Part = 'text' | 'account';
/** Whose words a part is. Beside a paraphrase, the editors’ account is their wording just as the paraphrase is. */
export type Attribution = Wording['type'] | 'account';

export function attributionOf(edition: Edition, part: Part): Attribution {
  const { type } = wordingOf(edition);
  return part === 'account' && type !== 'paraphrase' ? 'account' : type;
}

/** The key by which an element says whose words it contains, so that copied text gets the right label. */
export const wordingKey = (edition: Edition, part: Part): string =>
  attributionOf(edition, part) === 'account' ? `${edition.id} account` : edition.id;
