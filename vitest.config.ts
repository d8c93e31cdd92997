import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/closing-line-reporter.ts'],
    setupFiles: ['./tests/property-seed.ts'],
    testTimeout: 20_000,
  },
})
