import { inEdition } from './localised.ts';
import type { Edition } from './settings.ts';

/** Whose words the text of an edition is. */
export type Wording =
  { type: 'original' } | { type: 'paraphrase' } | { type: 'translation'; translator: string };

/**
 * A translation that does not say of what is a restatement: dossiers of version 1.0.0 called one in a second language
 * so. It is told as what it is until its editors write what it is.
 */
export function wordingOf({ id, role, of, translator }: Edition): Wording {
  if (role !== 'translation') return { type: role };
  if (of === undefined || translator === undefined) return { type: 'paraphrase' };
  return {
    type: 'translation',
    translator: typeof translator === 'string' ? translator : inEdition(translator, id),
  };
}

/** What of an edition: its text, or what the dossier's editors say of the paper beside it, such as accounts of cases. */
export type Part = 'text' | 'account';
/** Whose words stand in a part. What the editors say beside a paraphrase is as much theirs as that. */
export type Whose = Wording['type'] | 'account';

export function whoseOf(edition: Edition, part: Part): Whose {
  const { type } = wordingOf(edition);
  return part === 'account' && type !== 'paraphrase' ? 'account' : type;
}

/** By what an element names the words in it, so that what is copied finds its label. */
export const wordingKey = (edition: Edition, part: Part): string =>
  whoseOf(edition, part) === 'account' ? `${edition.id} account` : edition.id;
