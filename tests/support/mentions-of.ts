import { expect, test } from 'vitest';
import { dossierIn } from './dossier-in.ts';
import { apparatusOf } from '../../src/site/backlinks.ts';
import { recordsOf, type SearchRenderer } from '../../src/search/records.ts';

/** Tests that search sorts each segment by the same things as its page lists. */
export function testMentions(content: () => string): void {
  test('the search sorts every segment by the actors and cases that its page lists', async () => {
    const all = await bothOf(content());
    expect(all.length).toBeGreaterThan(4);
    expect(all.filter(({ page, search }) => JSON.stringify(page) !== JSON.stringify(search))).toEqual([]);
  });
}

/** Placeholders: only segments matter here. */
const renderer: SearchRenderer = {
  citation: () => [],
  reference: (work) => work,
  paper: () => '',
  exhibitSource: (source) => source,
  place: (id) => id,
  printed: (text) => text,
};

interface Said {
  actors: string[];
  caseKinds: string[];
}
interface Both {
  name: string;
  page: Said;
  search: Said;
}

/** The actors and cases of each segment, as listed on its page and as used for sorting in search. */
export async function bothOf(content: string): Promise<Both[]> {
  const dossier = await dossierIn(content);
  const kindOf = new Map(dossier.cases.map(({ id, value }) => [id, value.kind]));
  return dossier.settings.value.editions.flatMap((edition) => {
    const { records } = recordsOf(dossier, edition, renderer);
    const recordOf = new Map(
      records
        .filter(({ kind }) => kind === 'segment' || kind === 'heading')
        .map((record) => [record.id, record]),
    );
    return dossier.chapters
      .filter((chapter) => chapter.edition === edition.id)
      .flatMap(({ segments }) => segments)
      .filter(({ type }) => type !== 'exhibit')
      .map((segment) => {
        const record = recordOf.get(segment.id);
        const { actor, case: cases } = apparatusOf(dossier, segment);
        return {
          name: `${edition.id} ${segment.id}`,
          page: said(
            actor,
            cases.map((id) => kindOf.get(id) ?? id),
          ),
          search: said(record?.actors, record?.caseKinds),
        };
      });
  });
}
const said = (actors: string[] = [], caseKinds: string[] = []): Said => ({
  actors: [...actors].sort(),
  caseKinds: [...new Set(caseKinds)].sort(),
});
