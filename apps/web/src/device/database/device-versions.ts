import type { Versions } from './database.ts'

/** The database of this device: who has signed in here, and the key that passwords are encrypted with. */
export const deviceVersions: Versions = [
  (database) => {
    database.createObjectStore('accounts', { keyPath: 'uin' })
    database.createObjectStore('keys')
  },
]
