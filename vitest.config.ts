import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests over real servers, browsers and processes. */
const platforms = ['discord', 'slack', 'web'].flatMap((name) => [
  `tests/adapters/${name}/**/*.test.ts`,
  `tests/stand-ins/${name}/**/*.test.ts`,
])

export default defineConfig({
  test: {
    reporters: ['default', './tests/closing-line-reporter.ts'],
    setupFiles: ['./tests/property-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine that others share stalls now and then; whatever passes only at the second try is named at the end of the run.
    // biome-ignore lint/style/noProcessEnv: this is about the run, and no setting of the program
    retry: process.env['CI'] === undefined ? 0 : 1,
    // Most tests of platforms wait; a single one at a time, as is usual on two cores, leaves a core idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: platforms,
          // Half the time of these goes into loading the library anew for each file, which nothing here changes.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'platforms',
          include: platforms,
        },
      },
    ],
  },
})
