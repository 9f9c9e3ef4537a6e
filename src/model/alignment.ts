import type { Edition } from './settings.ts';

/** An edition, the edition that it is compared with, and the unit of that comparison. */
export interface Comparison {
  root: Edition;
  edition: Edition;
  by: 'unit' | 'segment';
}

const isOriginal = ({ role }: Edition): boolean => role === 'original';

/**
 * Which editions are compared. Paraphrases and translations correspond unit by unit to the first of them, the root.
 * An original has sentences of its own, so it corresponds to the edition beside it only segment by segment.
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

/**
 * The editions to which unit numbers such as 2.1.2-9 apply: the first edition and those that correspond to it unit by
 * unit.
 */
export function countedEditions(editions: Edition[]): Edition[] {
  const [first] = editions;
  return first && isOriginal(first) ? [first] : editions.filter((one) => !isOriginal(one));
}
