import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Tests start some hundred processes: what one of them has compiled the next one finds.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');

// What hangs is stopped; how long work takes is for tests/bench/, since machines are shared.
const patience = { testTimeout: 60_000, hookTimeout: 300_000, expect: { poll: { timeout: 15_000 } } };

// Files share processes and what these have loaded, so each leaves things as it found them.
const shared = {
  isolate: false,
  ...patience,
  // What takes long is left to `npm run audit -- whole`.
  exclude: process.env['WHOLE'] === '1' ? [] : ['**/*.audit.test.ts'],
};

/** Begins with what takes longest, so that nothing long is left for the end. */
const longest = [
  'e2e/hostile',
  'e2e/permalinks',
  'e2e/private',
  'e2e/dev',
  'e2e/cite',
  'e2e/search',
  'content/search',
  'e2e/accessibility',
  'unit/package',
  'e2e/canal',
  'content/mutation',
  'e2e/site',
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
    // Most of a browser's time is waiting.
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
