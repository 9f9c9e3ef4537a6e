import { compareMessages, type Message } from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { readDossier } from '../read/read-dossier.ts';
import { contentRules } from './content-rules.ts';
import { judgeBy } from './judge-by.ts';
import type { Rule } from './rule.ts';
import { interfaceTranslated } from './rules/interface-translated.ts';

export const rules: Rule[] = [interfaceTranslated, ...contentRules];

/** All messages about a content folder, in file order; `readable` is false if it contains no dossier. */
export async function checkDossier(folder: string): Promise<{ messages: Message[]; readable: boolean }> {
  const { dossier, messages } = await readDossier(folder);
  const found = [...messages, ...(dossier ? judge(dossier) : [])].sort(compareMessages);
  return { messages: found, readable: dossier !== undefined };
}

/** The rules’ messages about a dossier, except those that its editors have suppressed. */
export const judge = memoize((dossier: Dossier): Message[] => judgeBy(rules, dossier));
