import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Tests start hundreds of processes, which share compiled code.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');

// Only hung tests are stopped: machines are shared, so tests/bench/ measures speed instead.
const patience = { testTimeout: 60_000, hookTimeout: 300_000, expect: { poll: { timeout: 15_000 } } };

// Test files share processes and the modules loaded there, so each file must clean up after itself.
const shared = {
  isolate: false,
  ...patience,
  // Slow tests run only in `npm run audit -- whole`.
  exclude: process.env['WHOLE'] === '1' ? [] : ['**/*.audit.test.ts'],
};

/** Runs the slowest files first, so that none of them is left for the end. */
const longest = [
  'e2e/hostile',
  'e2e/canal',
  'e2e/dev',
  'e2e/cite',
  'e2e/search',
  'content/search',
  'e2e/accessibility',
  'unit/package',
  'content/site',
  'e2e/site',
  'content/mutation',
  'unit/site-citing',
  'e2e/ways',
  'e2e/notes',
  'unit/search',
];
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    // Browser tests mostly wait.
    maxWorkers: 4,
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
