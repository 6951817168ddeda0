import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

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
    // Run by `npm run proof`.
    exclude: [...configDefaults.exclude, '**/*.long.test.ts'],
    // Much of it is waiting for other processes: with a worker for each processor but one, as by default, two processors stand idle.
    maxWorkers: Math.max(2, availableParallelism()),
    reporters: ['default', './tools/count-reporter.ts'],
    setupFiles: ['./tools/wait-longer.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // On a busy machine a second is nothing.
    expect: { poll: { timeout: 15_000 } },
  },
})
