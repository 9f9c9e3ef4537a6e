import { compareMessages, type Message } from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { readDossier, type Reading } from '../read/read-dossier.ts';
import { contentRules } from './content-rules.ts';
import { judgeBy } from './judge-by.ts';
import type { Rule } from './rule.ts';
import { interfaceTranslated } from './rules/interface-translated.ts';

export const rules: Rule[] = [interfaceTranslated, ...contentRules];

/** Reads a content folder. The messages also say what the rules find, and are in file order. */
export async function checkDossier(folder: string): Promise<Reading> {
  const { dossier, messages } = await readDossier(folder);
  return { dossier, messages: [...messages, ...(dossier ? judge(dossier) : [])].sort(compareMessages) };
}

/** The rules’ messages about a dossier, except those that its editors have suppressed. */
export const judge = memoize((dossier: Dossier): Message[] => judgeBy(rules, dossier));
