// Whether the files are as SQLite left them. Everything here only reads: of a damaged database nothing is changed, its log
// (`-wal`) included, so that whoever repairs it has all there is.
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreDamaged } from '../errors.ts'
import { errorCodes, isDamage, sqliteCode } from '../failure.ts'
import { type LogState, logState } from './log-state.ts'

/**
 * Looks at the files before they are opened for writing, and at the whole database when it has a log: SQLite moves the log
 * into the file when it closes a database, which must not happen to a damaged one. Answers whether everything was looked at.
 * Throws `StoreDamaged`, or SQLite's error when another process has the database.
 */
export function checkBeforeOpening(file: string, waitMs: number): boolean {
  const log = logState(file)
  if (complaints[log]) throw new StoreDamaged(complaints[log](file))
  return log === 'inUse' && checkAside(file, waitMs)
}

/** Looks at every page and every row, but not whether each index has what its table has. Throws `StoreDamaged`. */
export function checkDatabase(database: DatabaseSync, file: string): void {
  const [row] = database.prepare('PRAGMA quick_check(1)').all()
  const verdict = row && Object.values(row)[0]
  if (verdict !== 'ok') throw damaged(file, String(verdict))
}

/** The sentence for whoever meets a damaged database; `what` in SQLite's words. */
export function damaged(file: string, what: string): StoreDamaged {
  const copies = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.before-`))
  const last = copies.sort().at(-1)
  const copy = last === undefined ? '' : ` (${join(dirname(file), last)} is from before an update)`
  return new StoreDamaged(
    `${file} is damaged (${inBrief(what)}). Nothing was changed. Keep a copy of the folder; then put a backup in the place of ${file} and ` +
      `${file}-wal${copy}, or save what can be read with sqlite3 ${file} .dump, as docs/administration.md shows.`,
  )
}

const inBrief = (what: string): string => what.replace('*** in database main ***', '').replaceAll(/\s+/g, ' ').trim()

const complaints: Partial<Record<LogState, (file: string) => string>> = {
  unreadable: (file) =>
    `${file}-wal, which holds the latest changes, is damaged. Nothing was changed. ` +
    `Put a backup in the place of both files, or move ${file}-wal away to start without these changes.`,
  orphaned: (file) =>
    `${file} is missing or empty, but ${file}-wal with its latest changes is there. Nothing was changed. ` +
    `Put ${file} back, or move ${file}-wal away to start anew.`,
}

function checkAside(file: string, waitMs: number): boolean {
  let reader: DatabaseSync | undefined
  try {
    reader = new DatabaseSync(file, { readOnly: true, timeout: waitMs })
    checkDatabase(reader, file)
    return true
  } catch (error) {
    if (error instanceof StoreDamaged || isDamage(error) || sqliteCode(error) === errorCodes.busy) throw error
    // Not every file system lets two connections share a log. Then it is looked at once it is ours.
    return false
  } finally {
    reader?.close()
  }
}
