import { visit } from 'unist-util-visit';
import { comparisonsOf, type Comparison } from '../../model/alignment.ts';
import { placeOf, type Place } from '../../model/place.ts';
import type { Chapter, Dossier } from '../../read/dossier.ts';
import { chaptersIn, segmentIn } from '../../read/text-in.ts';
import { marksMissing, placeIn } from '../pairs.ts';
import type { Finding, Rule } from '../rule.ts';

export const pagesOrdered: Rule = {
  id: 'pages-ordered',
  isSuppressedByCause: true,
  *judge(dossier) {
    const { editions, paper } = dossier.settings.value;
    for (const { id } of editions) yield* outOfOrder(breaksIn(chaptersIn(dossier, id)), paper.pages);
    for (const comparison of comparisonsOf(editions)) yield* beginningElsewhere(dossier, comparison);
  },
};

/** Pages that do not follow the one before, or that the paper does not have. */
function* outOfOrder(all: PrintedPage[], [first, last] = [1, Infinity]): Generator<Finding> {
  let before = first - 1; // the first page may be marked too
  for (const { page, place } of all) {
    if (page > last || page <= before)
      yield {
        place,
        reason: `Unexpected printed page ${page}, expected one from ${before + 1}${last === Infinity ? '' : ` to ${last}`}`,
      };
    before = page;
  }
}

/** Pages that begin elsewhere than in the root edition, or in one of the two only. */
function* beginningElsewhere(dossier: Dossier, { root, edition, by }: Comparison): Generator<Finding> {
  const byPage = (chapters: Chapter[]): Map<number, PrintedPage> =>
    new Map(breaksIn(chapters).map((one) => [one.page, one]));
  const inRoot = byPage(chaptersIn(dossier, root.id));
  const inEdition = byPage(
    chaptersIn(dossier, edition.id).filter(({ id }) => !dossier.unread.has(`chapters/${root.id}/${id}.mdx`)),
  );
  for (const found of inEdition.values()) {
    const { page, segment, place } = found;
    const partner = inRoot.get(page);
    // `segments-marked` reports a paragraph without an id.
    if (segment === '' || partner?.segment === '') continue;
    if (partner && placeIn(partner, by) === placeIn(found, by)) continue;
    const expected = partner ? `it at ${placeIn(partner, by)}` : 'no such page,';
    const cause = partner?.place ?? segmentIn(dossier, root.id, segment)?.place;
    yield {
      about: segment,
      place,
      ...(cause ? { cause } : {}),
      reason: `Unexpected start of printed page ${page} at ${placeIn(found, by)}, expected ${expected} as in edition ${root.id}`,
    };
  }
  for (const [missing, segment] of marksMissing(dossier, edition, inRoot, inEdition))
    yield {
      about: segment.id,
      place: segment.place,
      cause: missing.place,
      reason: `Missing start of printed page ${missing.page} at ${placeIn(missing, by)}, expected {/* p. ${missing.page} */} as in edition ${root.id}`,
    };
}

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
