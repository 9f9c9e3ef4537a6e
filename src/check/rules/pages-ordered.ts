import { visit } from 'unist-util-visit';
import type { Place } from '../../model/place.ts';
import type { Chapter } from '../../read/dossier.ts';
import { placeOf } from '../../read/read-chapter.ts';
import { segmentOf } from '../consequences.ts';
import type { Rule } from '../rule.ts';

/** Printed pages ascend within the paper's pages, and begin in the same units in every edition. */
export const pagesOrdered: Rule = {
  id: 'pages-ordered',
  isConsequent: true,
  *judge({ chapters, settings, unread }) {
    const [first, last] = settings.value.paper.pages;
    const [leading, ...others] = settings.value.editions;
    const segmentIn = (edition: string | undefined, at: string) =>
      chapters
        .filter((one) => one.edition === edition)
        .flatMap(({ segments }) => segments)
        .find(({ id }) => id === at.split('-')[0] || id === at);
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
      for (const { page, place, at } of found.values()) {
        const partner = led.get(page);
        if (partner?.at === at) continue;
        const expected = partner ? `at ${partner.at}` : 'no such page';
        const cause = partner?.place ?? segmentIn(leading?.id, at)?.place;
        yield {
          within: segmentOf(at),
          place,
          ...(cause ? { cause } : {}),
          reason: `Unexpected beginning of printed page ${page} at ${at}, expected ${expected} as in edition ${leading?.id}`,
        };
      }
      for (const { page, place, at } of led.values()) {
        const partner = segmentIn(edition, at);
        if (!partner || found.has(page)) continue;
        yield {
          within: segmentOf(at),
          place: partner.place,
          cause: place,
          reason: `Unexpected absence of printed page ${page} at ${at}, expected {/* p. ${page} */} as in edition ${leading?.id}`,
        };
      }
    }
  },
};

interface PrintedPage {
  page: number;
  /** The unit or heading in which it begins: 1.2.1-2. */
  at: string;
  place: Place;
}

function breaksIn(chapters: Chapter[]): PrintedPage[] {
  const breaks: PrintedPage[] = [];
  for (const { tree, path } of chapters) {
    for (const block of tree.children) {
      let at = block.data?.segment ?? '';
      visit(block, (node) => {
        if (node.type === 'unit') at = `${node.segment}-${node.index}`;
        if (node.type === 'pageBreak') breaks.push({ page: node.page, at, place: placeOf(node, path) });
      });
    }
  }
  return breaks;
}
