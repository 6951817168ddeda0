import { closeSync, fsync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, type DatabaseSync } from 'node:sqlite'
import type { Calls } from '../calls.ts'
import { NotBackedUp } from '../errors.ts'

/** How many pages are copied at a time, while nobody else can use the database: less than a millisecond. */
const pagesAtOnce = 100
/** So often what was copied is synced beside the copying: the last sync is made while nobody can commit, and must be short. */
const syncEveryPages = 4_096

/** Copies the database as it is at the end of the copying, while it is used, and tells how far it has come. */
export function backUpMaker(database: DatabaseSync): {
  begin(ask: Calls['beginBackUp']['ask']): undefined
  look(): Calls['lookAtBackUp']['answer']
  /** Resolves when no copy is under way. */
  ended(): Promise<void>
} {
  let ended = Promise.resolve()
  let state: 'none' | 'underWay' | { readonly bytes: number } | { readonly error: unknown } = 'none'
  return {
    begin({ file }) {
      if (state === 'underWay') throw new NotBackedUp('A backup is being written already: wait until it is done.')
      state = 'underWay'
      ended = write(database, file).then(
        (bytes) => {
          state = { bytes }
        },
        (error) => {
          state = { error }
        },
      )
    },
    ended: () => ended,
    look() {
      if (typeof state === 'string') return 'underWay'
      if ('bytes' in state) return state.bytes
      const reason = state.error instanceof Error ? state.error.message : String(state.error)
      throw new NotBackedUp(`The backup could not be written: ${reason}. Nothing else was changed.`)
    },
  }
}

/** A copy that is either complete or not there under its name, and that only its owner can read. Resolves to its size. */
async function write(database: DatabaseSync, file: string): Promise<number> {
  const partial = `${file}.partial`
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  rmSync(partial, { force: true })
  const descriptor = openSync(partial, 'wx+', 0o600)
  try {
    let syncedPages = 0
    await backup(database, partial, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => {
        const copied = totalPages - remainingPages
        if (copied - syncedPages < syncEveryPages) return
        syncedPages = copied
        // When this fails, so does the sync at the end.
        fsync(descriptor, () => {})
      },
    })
    fsyncSync(descriptor)
    renameSync(partial, file)
    return statSync(file).size
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
}
