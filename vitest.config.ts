import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Tests start hundreds of processes, which share compiled code.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');

// `npm run audit -- whole` also runs the slow tests, and more of others.
const isWhole = process.env['WHOLE'] === '1';

// Only hung tests are stopped: machines are shared, so tests/bench/ measures speed instead.
const patience = {
  testTimeout: isWhole ? 1_200_000 : 180_000,
  hookTimeout: isWhole ? 1_200_000 : 300_000,
  expect: { poll: { timeout: 15_000 } },
};

// Test files share processes and the modules loaded there, so each file must clean up after itself.
const shared = {
  isolate: false,
  ...patience,
  exclude: isWhole ? [] : ['**/*.audit.test.ts'],
};

/**
 * Runs the slowest files first, so that none of them is left for the end, and the files of a project together, since
 * processes are not shared between projects. Each name stands for all files that begin with it.
 */
const order = [
  'e2e/hostile',
  'e2e/dev',
  'e2e/canal',
  'e2e/cite',
  'content/search',
  'content/mutation',
  'content/site',
  'content/',
  'e2e/search.',
  'e2e/site',
  'e2e/notes',
  'e2e/spoken',
  'e2e/ways',
  'e2e/accessibility',
  'e2e/',
  'unit/package',
  'unit/search.',
  'unit/site-citing',
  'unit/permalinks',
  'unit/dev-messages',
  'unit/',
];
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number =>
      order.findIndex((name) => moduleId.includes(`/tests/${name}`));
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    // Browser tests mostly wait. `npm test` runs unit tests beside them and the build.
    maxWorkers: 6,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], ...shared } },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/setup.ts',
          ...shared,
          // On a busy machine a page can be slower than a test's clicks. Vitest names every test that it repeats.
          retry: 1,
        },
      },
      {
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          globalSetup: 'tests/content/setup.ts',
          ...shared,
        },
      },
    ],
  },
});
