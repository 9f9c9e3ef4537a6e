import type { Edition } from './settings.ts';

/** An edition beside the one that it is compared with, and by what their texts correspond. */
export interface Comparison {
  root: Edition;
  edition: Edition;
  by: 'unit' | 'segment';
}

const isOriginal = ({ role }: Edition): boolean => role === 'original';

/**
 * Which editions are compared. Restatements and translations correspond unit by unit to the first of them, the root; an
 * original has sentences of its own, and corresponds to whatever stands beside it segment by segment only.
 */
export function comparisonsOf(editions: Edition[]): Comparison[] {
  const [first, ...others] = editions;
  const [root, ...rest] = editions.filter((one) => !isOriginal(one));
  return [
    ...(root ? rest.map((edition): Comparison => ({ root, edition, by: 'unit' })) : []),
    ...(first
      ? others
          .filter((one) => isOriginal(first) || isOriginal(one))
          .map((edition): Comparison => ({ root: first, edition, by: 'segment' }))
      : []),
  ];
}

/** The editions whose units a passage such as 2.1.2-9 counts: the first, and whatever corresponds to it unit by unit. */
export function countedEditions(editions: Edition[]): Edition[] {
  const [first] = editions;
  return first && isOriginal(first) ? [first] : editions.filter((one) => !isOriginal(one));
}
