import { hasOwnPage } from '../model/segment-id.ts';
import { urls } from '../model/urls.ts';
import type { Dossier } from '../read/dossier.ts';
import { cutText } from './cut.ts';

/** What the index keeps of a segment in one edition. */
export interface SearchRecord {
  /** Where it stands in its chapter, from the dossier's root. */
  url: string;
  content: string;
  /** Lower case, as Pagefind compares it. */
  language: string;
  meta: { segment: string; chapter: string; title: string; pages: string };
  filters: { chapter: string[]; edition: string[] };
}

/** One record for every segment and edition. */
export function searchRecords(dossier: Dossier): SearchRecord[] {
  const { editions, chapters: heads } = dossier.settings.value;
  return editions.flatMap(({ id: edition, lang }) =>
    dossier.chapters
      .filter((chapter) => chapter.edition === edition)
      .flatMap((chapter) => {
        const title = heads.find(({ id }) => id === chapter.id)?.title[edition] ?? chapter.id;
        return chapter.segments
          .filter(({ id }) => hasOwnPage(id))
          .map((segment) => ({
            url: urls.segmentInChapter(edition, chapter.id, segment.id),
            content: cutText(segment.text),
            language: lang.toLowerCase(),
            meta: {
              segment: segment.id,
              chapter: chapter.id,
              title,
              pages: [...new Set(segment.pages)].join('–'),
            },
            filters: { chapter: [chapter.id], edition: [edition] },
          }));
      }),
  );
}
