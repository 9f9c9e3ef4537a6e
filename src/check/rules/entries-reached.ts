import type { Actor, Term } from '../../model/entries.ts';
import { entityKey } from '../../model/entity-key.ts';
import { mentionsIn } from '../../read/mentions.ts';
import { isTextWhole } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';

export const entriesReached: Rule = {
  id: 'entries-reached',
  *judge(dossier) {
    if (!isTextWhole(dossier)) return;
    const mentioned = new Set([...mentionsIn(dossier).values()].flat().map(entityKey));
    const isDefined = ({ definedIn }: Term): boolean => dossier.exhibits.some(({ id }) => id === definedIn);
    const isCited = ({ name }: Actor): boolean =>
      dossier.works.some((work) => Object.values(name).some((one) => work.value.title.includes(one)));
    for (const { kind, id, at } of [
      ...dossier.terms.filter(({ value }) => !isDefined(value)).map((one) => ({ ...one, kind: 'term' })),
      ...dossier.actors.filter(({ value }) => !isCited(value)).map((one) => ({ ...one, kind: 'actor' })),
    ])
      if (!mentioned.has(entityKey({ kind, id })))
        yield {
          level: 'todo',
          place: at('name'),
          reason: `Missing mention of ${kind} “${id}”, expected the text to name it or link to it`,
        };
  },
};
