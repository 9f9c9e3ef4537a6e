/** Whether to run everything, as `npm run audit` does, or only what `npm test` has time for. */
export const isWhole = process.env['WHOLE'] === '1';

/** Every nth item of a list; all items in an audit. */
export const oneIn = <T>(n: number, list: readonly T[]): T[] => list.filter((_, i) => isWhole || i % n === 0);
