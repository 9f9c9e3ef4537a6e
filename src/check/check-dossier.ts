import { compareMessages, type Message } from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';
import { readDossier } from '../read/read-dossier.ts';
import { contentRules } from './content-rules.ts';
import { judgeBy } from './judge-by.ts';
import type { Rule } from './rule.ts';
import { interfaceTranslated } from './rules/interface-translated.ts';

export const rules: Rule[] = [interfaceTranslated, ...contentRules];

/** Everything that does not fit in a content folder, in the order of its files; `readable` is false where there is no dossier. */
export async function checkDossier(folder: string): Promise<{ messages: Message[]; readable: boolean }> {
  const { dossier, messages } = await readDossier(folder);
  const found = [...messages, ...(dossier ? judge(dossier) : [])].sort(compareMessages);
  return { messages: found, readable: dossier !== undefined };
}

const judged = new WeakMap<Dossier, Message[]>();

/** What the rules find in a dossier, less what its editors have suppressed. */
export function judge(dossier: Dossier): Message[] {
  const found = judged.get(dossier) ?? judgeBy(rules, dossier);
  // Where a dossier is read once, it is judged once.
  if (globalThis.dossierReadings) judged.set(dossier, found);
  return found;
}
