import type { MessageFields } from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';

/** A state that must hold in a dossier. One rule a file; the file is named after the rule. */
export interface Rule {
  id: string;
  judge: (dossier: Dossier) => Iterable<Finding>;
  /** What it finds in a text that an earlier rule calls broken only follows from that, and is not said beside it. */
  isConsequent?: true;
}

/** What a message says, without its rule. */
export type Finding = Omit<MessageFields, 'rule'> & {
  /** The text that it is about, such as unit `1.2.3-2` or `note 4`, whose editor may have suppressed it. */
  text?: string;
  /** The segment or note that it is about, where no exception is heeded. */
  within?: string;
  /** The segments or notes of which nothing more can be said until this is mended. */
  breaks?: string[];
};
