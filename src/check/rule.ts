import type { Message } from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';

/** A state that must hold in a dossier. One rule a file; the file is named after the rule. */
export interface Rule {
  id: string;
  judge: (dossier: Dossier) => Iterable<Finding>;
}

/** A message without its rule; without a level it is an error. */
export type Finding = Omit<Message, 'rule' | 'level'> & {
  level?: Message['level'];
  /** The text that it is about, such as unit `1.2.3-2` or `note 4`, whose editor may have excused it. */
  text?: string;
};
