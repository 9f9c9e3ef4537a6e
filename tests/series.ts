import { beforeEach } from 'vitest';

/**
 * Makes of the tests of a `describe` the steps of one story, each building on the one before: after a step that fails the
 * others are skipped, so that one fault is told once.
 */
export function inSeries(): void {
  let failed: string | undefined;
  beforeEach(({ task, skip, onTestFailed }) => {
    skip(failed !== undefined, `since “${failed}” failed`);
    onTestFailed(() => void (failed ??= task.name));
  });
}
