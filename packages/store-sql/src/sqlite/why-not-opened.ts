import { accessSync, constants, existsSync } from 'node:fs'
import { StoreBusy, StoreUnusable } from '../errors.ts'
import { errorCodes, isDamage, isTroubleOfTheWorld, sqliteCode } from '../failure.ts'
import { damaged } from './check-database.ts'
import { databaseFile } from './database-file.ts'

/** Why the store in this folder cannot be opened, in a sentence for the operator. Bugs stay as they are. */
export function whyNotOpened(error: unknown, folder: string): unknown {
  const file = databaseFile(folder)
  const code = sqliteCode(error)
  if (!(error instanceof Error)) return error
  if (code === errorCodes.busy) {
    return new StoreBusy(
      `${file} is in use by another process. Stop it (most likely a running Seekyou), or choose another folder.`,
    )
  }
  // Its steps say that it has tables which it has not.
  if (code === errorCodes.error || isDamage(error)) return damaged(file, error.message)
  if (isTroubleOfTheWorld(error)) return unusable(file, isReadOnly(file) ? 'it is read-only' : error.message)
  return 'syscall' in error ? unusable(folder, error.message) : error
}

/** SQLite calls it a failing disk. */
function isReadOnly(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    return false
  } catch {
    return existsSync(file)
  }
}

const unusable = (path: string, reason: string) =>
  new StoreUnusable(
    `${path} cannot be used as the store: ${reason}. Check that it may be written to and that the disk has room, or choose another folder.`,
  )
