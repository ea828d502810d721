import { defineConfig } from 'vitest/config';

/** Two kinds of tests: everything that needs no browser, and whole journeys in Chromium against the built application. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{electron,renderer,shared,build}/**/*.test.ts', 'tests/!(e2e)/**/*.test.ts'],
          globalSetup: 'tests/support/one-temporary-folder.ts',
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // A passphrase in the environment of whoever runs the tests must not leak into them.
          env: { TRAILHEAD_PASSPHRASE: '' },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/one-temporary-folder.ts', 'tests/e2e/support/say-whether-chromium-is-here.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
