import { mentionsIn } from '../mentions.ts';
import type { Finding, Rule } from '../rule.ts';

/** Every term and actor is named in the text or its notes, linked from there, or defined in an exhibit. */
export const entriesReached: Rule = {
  id: 'entries-reached',
  *judge(dossier) {
    if ([...dossier.unread].some((file) => file.startsWith('chapters/'))) return;
    const targets = dossier.chapters.flatMap(({ segments, notes }) =>
      [...segments, ...notes].flatMap((one) => one.targets),
    );
    const mentions = mentionsIn(dossier);
    const reached = {
      term: new Set(mentions.flatMap(({ terms }) => terms)),
      actor: new Set(mentions.flatMap(({ actors }) => actors)),
    };
    for (const { scheme, id } of targets)
      if (scheme === 'term' || scheme === 'actor') reached[scheme].add(id);
    for (const { id, value } of dossier.terms)
      if (dossier.exhibits.some((exhibit) => exhibit.id === value.definedIn)) reached.term.add(id);
    const unreached = (kind: 'term' | 'actor', id: string): Omit<Finding, 'place'> => ({
      level: 'todo',
      reason: `Unexpected ${kind} “${id}” that the text neither names nor links to, expected a passage that does`,
    });
    for (const { id, at } of dossier.terms)
      if (!reached.term.has(id)) yield { ...unreached('term', id), place: at('name') };
    for (const { id, at } of dossier.actors)
      if (!reached.actor.has(id)) yield { ...unreached('actor', id), place: at('name') };
  },
};
