import { visit } from 'unist-util-visit';
import type { Place } from '../../model/place.ts';
import type { Chapter } from '../../read/dossier.ts';
import { placeOf } from '../../read/read-chapter.ts';
import type { Rule } from '../rule.ts';

/** Printed pages ascend within the paper's pages, and begin in the same segments in every edition. */
export const pagesOrdered: Rule = {
  id: 'pages-ordered',
  *judge({ chapters, settings, unread }) {
    const [first, last] = settings.value.paper.pages;
    const [leading, ...others] = settings.value.editions;
    for (const { id: edition } of settings.value.editions) {
      let page = first - 1; // the first page may be marked too
      for (const found of breaksIn(chapters.filter((one) => one.edition === edition))) {
        if (found.page > last || found.page <= page) {
          yield {
            place: found.place,
            reason: `Unexpected printed page ${found.page}, expected one from ${page + 1} to ${last}`,
          };
        }
        page = found.page;
      }
    }
    const led = new Map(
      breaksIn(chapters.filter(({ edition }) => edition === leading?.id)).map((one) => [one.page, one]),
    );
    for (const { id: edition } of others) {
      const written = chapters.filter(
        (one) => one.edition === edition && !unread.has(`chapters/${leading?.id}/${one.id}.mdx`),
      );
      const found = new Map(breaksIn(written).map((one) => [one.page, one]));
      for (const { page, place, segment } of found.values()) {
        const partner = led.get(page);
        if (partner?.segment !== segment) {
          const expected = partner ? `in segment ${partner.segment}` : 'no such page';
          yield {
            place,
            ...(partner ? { cause: partner.place } : {}),
            reason: `Unexpected beginning of printed page ${page} in segment ${segment}, expected ${expected} as in edition ${leading?.id}`,
          };
        }
      }
      for (const { page, place, segment } of led.values()) {
        const partner = written.flatMap(({ segments }) => segments).find(({ id }) => id === segment);
        if (partner && !found.has(page)) {
          yield {
            place: partner.place,
            cause: place,
            reason: `Unexpected absence of printed page ${page} in segment ${segment}, expected {/* p. ${page} */} as in edition ${leading?.id}`,
          };
        }
      }
    }
  },
};

interface PrintedPage {
  page: number;
  segment: string;
  place: Place;
}

function breaksIn(chapters: Chapter[]): PrintedPage[] {
  const breaks: PrintedPage[] = [];
  for (const { tree, path } of chapters) {
    for (const block of tree.children) {
      visit(block, 'pageBreak', (node) => {
        breaks.push({ page: node.page, segment: block.data?.segment ?? '', place: placeOf(node, path) });
      });
    }
  }
  return breaks;
}
