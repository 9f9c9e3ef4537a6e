/** Whether everything is tried, as `npm run audit` does, or the part of it that `npm test` has time for. */
export const isWhole = process.env['WHOLE'] === '1';

/** Every so many of a list, or all of them in an audit. */
export const oneIn = <T>(n: number, list: readonly T[]): T[] => list.filter((_, i) => isWhole || i % n === 0);
