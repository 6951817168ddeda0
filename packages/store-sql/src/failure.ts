import { Unavailable } from '@seekyou/service'
import * as errors from './errors.ts'

/** An error on its way between threads, which would otherwise lose its class. */
export interface Failure {
  /** A class of `errors.ts`, `Unavailable`, or anything else for a bug. */
  readonly name: string
  readonly message: string
}

/** Result codes of SQLite (https://sqlite.org/rescode.html). */
export const errorCodes = { error: 1, busy: 5, ioError: 10, corrupt: 11, full: 13, notADatabase: 26 } as const

const classes: Readonly<Record<string, new (message: string) => Error>> = { ...errors }

/** Codes that mean a bug of ours rather than trouble of the world: error, too big, constraint, mismatch, misuse, range. */
const bugs = new Set([errorCodes.error, 18, 19, 20, 21, 25])

/** The error as data. Trouble with the disk becomes `Unavailable`. */
export function toFailure(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (!isTroubleOfTheWorld(error)) return { name, message }
  const advice = isDamage(error) ? '; the database is damaged: start the server anew to be told what to do' : ''
  return { name: 'Unavailable', message: `${message} (SQLite ${error.errcode})${advice}` }
}

/** The error again, of the same class. */
export function fromFailure({ name, message }: Failure): Error {
  if (name === 'Unavailable') return new Unavailable(new Error(message))
  const Class = classes[name]
  return Class ? new Class(message) : new Error(`${name}: ${message}`)
}

/** An error of SQLite that says something about the disk, the file or the memory. */
export function isTroubleOfTheWorld(error: unknown): error is Error & { errcode: number } {
  const code = sqliteCode(error)
  return code !== undefined && !bugs.has(code)
}

/** An error of SQLite that says that the file is not what it has written. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error)
  return code === errorCodes.corrupt || code === errorCodes.notADatabase
}

/** The primary result code of an error of SQLite; undefined for any other error. */
export const sqliteCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined
