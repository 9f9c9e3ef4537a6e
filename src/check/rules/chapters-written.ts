import { join } from 'node:path';
import { startOf } from '../../model/place.ts';
import { typedPath } from '../../read/read-text.ts';
import type { Rule } from '../rule.ts';

/**
 * Every edition has a file for each chapter in dossier.yaml. A missing file is an error only in the first edition,
 * with which the others are compared.
 */
export const chaptersWritten: Rule = {
  id: 'chapters-written',
  *judge({ folder, settings, chapters, unread }) {
    const { editions } = settings.value;
    for (const [i, { id }] of settings.value.chapters.entries()) {
      const written = chapters.filter((chapter) => chapter.id === id).map(({ edition }) => edition);
      for (const { id: edition } of editions) {
        const file = `chapters/${edition}/${id}.mdx`;
        if (written.includes(edition) || unread.has(file)) continue;
        const isLeading = edition === editions[0]?.id;
        yield {
          level: isLeading && written.length > 0 ? 'error' : 'todo',
          place: startOf(typedPath(join(folder, file))),
          cause: settings.at('chapters', i, 'id'),
          reason: `Missing chapter “${id}” of edition ${edition}, expected ${file}`,
          ...(isLeading && written.length > 0
            ? { note: `Edition ${written.join(' and ')} is compared with the first edition.` }
            : {}),
        };
      }
    }
  },
};
