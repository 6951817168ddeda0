// The tests that take too long for `npm test`: `*.long.test.ts`, which `npm run proof` runs.
import { defineConfig } from 'vitest/config'
import config from '../vitest.config.ts'

export default defineConfig({
  test: { ...config.test, include: ['{packages,apps,e2e}/**/*.long.test.ts'], exclude: ['**/node_modules/**'] },
})
