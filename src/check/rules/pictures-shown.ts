import { publicEditions } from '../../model/settings.ts';
import { isTextWhole, segmentsIn } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';

export const picturesShown: Rule = {
  id: 'pictures-shown',
  *judge(dossier) {
    const { exhibits, pictures, settings } = dossier;
    const published = publicEditions(settings.value).flatMap(({ id }) => segmentsIn(dossier, id));
    const placed = new Set(published.map(({ id }) => id));
    const isWhole = isTextWhole(dossier);
    for (const { id, at } of exhibits) {
      const picture = pictures.get(id);
      if (picture === undefined) continue;
      if ('reason' in picture)
        yield picture.place === undefined
          ? { ...picture, place: at('file') }
          : { ...picture, place: picture.place, cause: at('file') };
      if (isWhole && !placed.has(id))
        yield {
          place: at('file'),
          reason: `Unexpected picture that no chapter shows, expected {/* ${id} */} alone on a line where it belongs`,
          note: 'All pictures here are published: keep those of a private edition elsewhere.',
        };
    }
  },
};
