import type { StrayNotation } from '../markdown/nodes.ts';
import type { Place } from '../model/place.ts';
import type { Dossier } from '../read/dossier.ts';
import { textAt } from '../read/text-at.ts';

/** Text that looks like notation, where it stands. */
export interface PlacedNotation extends StrayNotation {
  edition: string;
  /** The segment or note that it stands in; none in the account of a case. */
  within: string | undefined;
}

/** What looks like notation of these types in chapters and in the accounts of cases. */
export function strayNotationOf(
  { chapters, cases }: Dossier,
  ...types: StrayNotation['type'][]
): PlacedNotation[] {
  const texts = [
    ...chapters.map((chapter) => ({ ...chapter, within: (line: number) => textAt(chapter, line) })),
    ...cases.flatMap(({ prose }) => prose.map((one) => ({ ...one, within: () => undefined }))),
  ];
  return texts.flatMap(({ edition, tree, within }) =>
    (tree.data?.strayNotation ?? [])
      .filter(({ type }) => types.includes(type))
      .map((stray) => ({ ...stray, edition, within: within(stray.place.line) })),
  );
}

/** What a finding says of where a stray stands, and that nothing more can be said of that text. */
export const atStray = ({ place, within }: PlacedNotation): { place: Place; breaks?: string[] } => ({
  place,
  ...(within === undefined ? {} : { breaks: [within] }),
});
