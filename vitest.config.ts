import { defineConfig } from 'vitest/config';
import { JOURNEY_MS, PATIENCE_MS } from './tests/e2e/support/patience.ts';

/** Whose tests put something else in the place of the module `electron`, for all who import it. */
const wiring = 'electron/{main,preload}/**/*.test.ts';

/**
 * Three kinds of tests: everything that needs neither a browser nor Electron, whose files share the modules they import, so that a worker loads them once;
 * the wiring of Electron, each file with modules of its own; and whole journeys in Chromium against the built application.
 */
export default defineConfig({
  test: {
    // Every processor, where Vitest would leave one: most of what is waited for is the disk, a key derivation, or a reply that takes its time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{electron,renderer,shared,build}/**/*.test.ts', 'tests/!(e2e)/**/*.test.ts'],
          exclude: [wiring],
          isolate: false,
          globalSetup: 'tests/support/one-temporary-folder.ts',
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // A passphrase in the environment of whoever runs the tests must not leak into them.
          env: { TRAILHEAD_PASSPHRASE: '' },
        },
      },
      {
        test: { name: 'wiring', include: [wiring], environment: 'node' },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/one-temporary-folder.ts', 'tests/e2e/support/say-whether-chromium-is-here.ts'],
          environment: 'node',
          testTimeout: JOURNEY_MS,
          hookTimeout: JOURNEY_MS,
          expect: { poll: { timeout: PATIENCE_MS } },
        },
      },
    ],
  },
});
