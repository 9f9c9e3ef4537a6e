import { beforeEach } from 'vitest';

/** Tests that are the steps of one story. */
export interface Series {
  /** The step that failed. */
  failed?: string;
}

/**
 * Makes a series of the tests of this `describe`, each of which builds on the one before: after a step that fails the
 * others are skipped, so that one fault is told once.
 */
export function inSeries(): Series {
  const series: Series = {};
  beforeEach(({ task, skip, onTestFailed }) => {
    skip(series.failed !== undefined, `since “${series.failed}” failed`);
    onTestFailed(() => void (series.failed ??= task.name));
  });
  return series;
}

/** Skips the tests of this `describe`, which need what a series leaves, where it failed. */
export function afterSeries(series: Series): void {
  beforeEach(({ skip }) => skip(series.failed !== undefined, `since “${series.failed}” failed`));
}
