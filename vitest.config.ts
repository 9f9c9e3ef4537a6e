import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests start some hundred processes: what one of them has compiled the next one finds.
process.env['NODE_COMPILE_CACHE'] ??= resolve('node_modules/.cache/compiled');

// What hangs is stopped; how long work takes is for tests/bench/, since machines are shared.
const patience = { testTimeout: 60_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    // Most of a browser's time is waiting.
    maxWorkers: 3,
    projects: [
      // They share a process and what it has loaded, so each leaves things as it found them.
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], isolate: false, ...patience } },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/setup.ts',
          ...patience,
        },
      },
      {
        test: {
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          globalSetup: 'tests/content/setup.ts',
          ...patience,
        },
      },
    ],
  },
});
