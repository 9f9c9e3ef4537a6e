import { mentionsIn } from '../../read/mentions.ts';
import { isTextWhole } from '../../read/text-in.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * Every term and actor is named in the text or its notes, linked from there, defined in an exhibit, or named in the
 * title of a cited work.
 */
export const entriesReached: Rule = {
  id: 'entries-reached',
  *judge(dossier) {
    if (!isTextWhole(dossier)) return;
    const reached = { term: new Set<string>(), actor: new Set<string>() };
    for (const mentions of mentionsIn(dossier).values())
      for (const { kind, id } of mentions) if (kind === 'term' || kind === 'actor') reached[kind].add(id);
    for (const { id, value } of dossier.terms)
      if (dossier.exhibits.some((exhibit) => exhibit.id === value.definedIn)) reached.term.add(id);
    for (const { id, value } of dossier.actors)
      if (
        dossier.works.some((work) =>
          Object.values(value.name).some((name) => work.value.title.includes(name)),
        )
      )
        reached.actor.add(id);
    const unreached = (kind: 'term' | 'actor', id: string): Omit<Finding, 'place'> => ({
      level: 'todo',
      reason: `Missing mention of ${kind} “${id}”, expected the text to name it or link to it`,
    });
    for (const { id, at } of dossier.terms)
      if (!reached.term.has(id)) yield { ...unreached('term', id), place: at('name') };
    for (const { id, at } of dossier.actors)
      if (!reached.actor.has(id)) yield { ...unreached('actor', id), place: at('name') };
  },
};
