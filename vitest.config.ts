import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'apps/**/*.test.ts',
      'interop/**/*.test.ts',
      'e2e/**/*.test.ts',
      'tools/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    reporters: ['default', './tools/count-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
