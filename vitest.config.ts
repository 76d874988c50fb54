import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    globalSetup: './test/support/global-postgres.ts',
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    pool: 'forks',
    // Browser, bot, database and playground share the machine with the tests.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    passWithNoTests: false,
  },
});
