import type { Versions } from './database.ts'

/** The database of one account on this device: its conversations and its notebook. */
export const accountVersions: Versions = [
  (database) => {
    database.createObjectStore('notes')
    const entries = database.createObjectStore('entries', { keyPath: ['with', 'at', 'id'] })
    entries.createIndex('id', 'id', { unique: true })
    entries.createIndex('at', ['at', 'id'])
    entries.createIndex('words', 'words', { multiEntry: true })
  },
]
