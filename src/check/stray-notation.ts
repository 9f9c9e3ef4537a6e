import type { StrayNotation } from '../markdown/nodes.ts';
import type { Place } from '../model/place.ts';
import type { Dossier } from '../read/dossier.ts';
import { textAt } from '../read/text-at.ts';

/** Text that looks like notation, with its place. */
export interface PlacedNotation extends StrayNotation {
  edition: string;
  /** The segment or note that contains it; undefined in the account of a case. */
  within: string | undefined;
}

/** Text that looks like notation of these types, in chapters and in the accounts of cases. */
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

/** The place of stray notation, and the text in which it makes further findings pointless. */
export const atStray = ({ place, within }: PlacedNotation): { place: Place; invalidates?: string[] } => ({
  place,
  ...(within === undefined ? {} : { invalidates: [within] }),
});
