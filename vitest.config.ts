import { configDefaults, defineConfig } from 'vitest/config';

/** Far beyond what anything takes on a machine that has other work: only what hangs runs into it. */
const PATIENCE = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 90_000 } } };

export default defineConfig({
  test: {
    // By itself it leaves one core of two idle. A unit test waits for its own files and threads half of the time.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'test/e2e/**'],
          // A process each, as the pool would choose by itself: native code is loaded, and threads are ended.
          pool: 'forks',
          ...PATIENCE,
        },
      },
      {
        test: {
          // The built app in a real window: needs `npm run build` before. One at a time, they share the screen.
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/setup.ts'],
          fileParallelism: false,
          ...PATIENCE,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          retry: 0,
        },
      },
    ],
  },
});
