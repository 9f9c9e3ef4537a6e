import type { MessageFields } from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';

/**
 * A state that must hold in a dossier. One rule per file; the file has the rule’s name, and `docs/rules/<id>.md` says
 * what must hold and why.
 */
export interface Rule {
  id: string;
  judge: (dossier: Dossier) => Iterable<Finding>;
  /** Whether it judges texts in a language; without this, it judges every text. */
  knows?: (lang: string) => boolean;
  /** Its findings in a text that an earlier rule reports as broken are mere consequences and are not reported. */
  isSuppressedByCause?: true;
}

/** A message without its rule. */
export type Finding = Omit<MessageFields, 'rule'> & {
  /**
   * The text that the finding is about, such as unit `1.2.3-2` or `note 4`, in which an editor may have suppressed
   * it.
   */
  text?: string;
  /** The segment or note that the finding is about, if exceptions do not apply. */
  about?: string;
  /** The segments or notes about which nothing more can be said until this is corrected. */
  invalidates?: string[];
};
