import { join } from 'node:path'

/** The file of the store in this folder. SQLite's log lies beside it under the same name with `-wal` at its end. */
export const databaseFile = (folder: string): string => join(folder, 'seekyou.db')
