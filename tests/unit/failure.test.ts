import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { failureOf } from '../../src/cli/failure.ts';

const failed = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
};

test('disk errors are reported in a sentence, whatever error they cause', async () => {
  const full = await failed(writeFile('/dev/full', 'x'));
  const sentence =
    'Cannot read or write a file: there is no space left on the disk (ENOSPC). Free some space and run the command again.';
  expect(failureOf(full)).toBe(sentence);
  expect(failureOf(full, 'dist')).toBe(sentence.replace('a file', 'dist'));
  expect(failureOf(new Error('Could not write the bundle', { cause: full }))).toBe(sentence);
  // As worded by the bundler.
  expect(failureOf(new Error('Failed to write\nCaused by:\n    No space left on device (os error 28)'))).toBe(
    sentence,
  );
  expect(failureOf(await failed(mkdir('/etc/passwd/x', { recursive: true })))).toBe(
    'Cannot read or write /etc/passwd/x: it is a file, or inside one (ENOTDIR).',
  );
});

test('other failures are printed unchanged', () => {
  const error = new TypeError('x is not a function');
  expect(failureOf(error)).toBe(error);
});
