import { join } from 'node:path'

/** Where the web pages are when they have been built. */
export const webPages = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')
