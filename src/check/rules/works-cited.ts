import type { Rule } from '../rule.ts';

/** Every work is cited by a note. */
export const worksCited: Rule = {
  id: 'works-cited',
  *judge({ works, chapters, unread }) {
    if ([...unread].some((file) => file.startsWith('chapters/'))) return;
    const cited = new Set(
      chapters.flatMap(({ notes }) => notes.flatMap(({ citations }) => citations.map(({ key }) => key))),
    );
    for (const { id, at } of works) {
      if (!cited.has(id)) {
        yield {
          level: 'todo',
          place: at('id'),
          reason: `Unexpected work “${id}” that no note cites, expected a note with [@${id}]`,
        };
      }
    }
  },
};
