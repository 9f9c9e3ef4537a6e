import { beforeEach } from 'vitest';

/** Tests that are consecutive steps. */
export interface Series {
  /** The step that failed. */
  failed?: string;
}

/**
 * Makes the tests of this `describe` a series in which each builds on the one before: after a failure the others are
 * skipped, so that one fault is reported once.
 */
export function inSeries(): Series {
  const series: Series = {};
  beforeEach(({ task, skip, onTestFailed }) => {
    skip(series.failed !== undefined, `since “${series.failed}” failed`);
    onTestFailed(() => void (series.failed ??= task.name));
  });
  return series;
}

/** Skips the tests of this `describe` if the series whose result they need has failed. */
export function afterSeries(series: Series): void {
  beforeEach(({ skip }) => skip(series.failed !== undefined, `since “${series.failed}” failed`));
}
