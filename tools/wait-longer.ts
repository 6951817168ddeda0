// Run before each file of tests: whatever waits for something gives up later than after vitest's second, as `expect.poll` does.
import { vi } from 'vitest'

/** In milliseconds. On a busy machine a second is nothing. */
const patience = 15_000

const { waitFor, waitUntil } = vi
vi.waitFor = (look, options = patience) => waitFor(look, options)
vi.waitUntil = (look, options = patience) => waitUntil(look, options)
