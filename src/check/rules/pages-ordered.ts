import { visit } from 'unist-util-visit';
import { comparisonsOf } from '../../model/alignment.ts';
import { placeOf, type Place } from '../../model/place.ts';
import type { Chapter } from '../../read/dossier.ts';
import { chaptersIn, segmentIn } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';

export const pagesOrdered: Rule = {
  id: 'pages-ordered',
  isSuppressedByCause: true,
  *judge(dossier) {
    const { settings, unread } = dossier;
    const [first, last] = settings.value.paper.pages ?? [1, Infinity];
    for (const { id: edition } of settings.value.editions) {
      let page = first - 1; // the first page may be marked too
      for (const found of breaksIn(chaptersIn(dossier, edition))) {
        if (found.page > last || found.page <= page) {
          yield {
            place: found.place,
            reason: `Unexpected printed page ${found.page}, expected one from ${page + 1}${last === Infinity ? '' : ` to ${last}`}`,
          };
        }
        page = found.page;
      }
    }
    for (const {
      root: { id: root },
      edition: { id: edition },
      by,
    } of comparisonsOf(settings.value.editions)) {
      const at = ({ segment, unit }: PrintedPage): string =>
        unit === undefined || by === 'segment' ? segment : `${segment}-${unit}`;
      const breaksInRoot = new Map(breaksIn(chaptersIn(dossier, root)).map((one) => [one.page, one]));
      const written = chaptersIn(dossier, edition).filter(
        ({ id }) => !unread.has(`chapters/${root}/${id}.mdx`),
      );
      const breaksInEdition = new Map(breaksIn(written).map((one) => [one.page, one]));
      for (const pageBreak of breaksInEdition.values()) {
        const partner = breaksInRoot.get(pageBreak.page);
        // `segments-marked` reports a paragraph without an id.
        if (pageBreak.segment === '' || partner?.segment === '') continue;
        if (partner && at(partner) === at(pageBreak)) continue;
        const expected = partner ? `it at ${at(partner)}` : 'no such page,';
        const cause = partner?.place ?? segmentIn(dossier, root, pageBreak.segment)?.place;
        yield {
          about: pageBreak.segment,
          place: pageBreak.place,
          ...(cause ? { cause } : {}),
          reason: `Unexpected start of printed page ${pageBreak.page} at ${at(pageBreak)}, expected ${expected} as in edition ${root}`,
        };
      }
      for (const pageBreak of breaksInRoot.values()) {
        const partner = segmentIn(dossier, edition, pageBreak.segment);
        if (!partner || breaksInEdition.has(pageBreak.page)) continue;
        yield {
          about: pageBreak.segment,
          place: partner.place,
          cause: pageBreak.place,
          reason: `Missing start of printed page ${pageBreak.page} at ${at(pageBreak)}, expected {/* p. ${pageBreak.page} */} as in edition ${root}`,
        };
      }
    }
  },
};

interface PrintedPage {
  page: number;
  segment: string;
  /** The unit in which it begins; undefined in a heading. */
  unit: number | undefined;
  place: Place;
}

function breaksIn(chapters: Chapter[]): PrintedPage[] {
  const pageBreaks: PrintedPage[] = [];
  for (const { tree, path } of chapters) {
    for (const block of tree.children) {
      const segment = block.data?.segment ?? '';
      let unit: number | undefined;
      visit(block, (node) => {
        if (node.type === 'unit') unit = node.index;
        if (node.type === 'pageBreak')
          pageBreaks.push({ page: node.page, segment, unit, place: placeOf(node, path) });
      });
    }
  }
  return pageBreaks;
}
