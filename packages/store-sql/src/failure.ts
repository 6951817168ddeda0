import { Unavailable } from '@seekyou/service'
import * as errors from './errors.ts'

/** An error on its way between threads, which would otherwise lose its class. */
export interface Failure {
  /** A class of `errors.ts`, `Unavailable`, or anything else for a bug. */
  readonly name: string
  readonly message: string
}

const classes: Readonly<Record<string, new (message: string) => Error>> = { ...errors }

/** SQLite's result codes that mean a bug of ours rather than trouble of the world: error, too big, constraint, mismatch, misuse, range. */
const bugs = new Set([1, 18, 19, 20, 21, 25])

/** The error as data. Trouble with the disk becomes `Unavailable`. */
export function toFailure(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (isTroubleOfTheWorld(error)) return { name: 'Unavailable', message: `${message} (SQLite ${error.errcode})` }
  return { name, message }
}

/** The error again, of the same class. */
export function fromFailure({ name, message }: Failure): Error {
  if (name === 'Unavailable') return new Unavailable(new Error(message))
  const Class = classes[name]
  return Class ? new Class(message) : new Error(`${name}: ${message}`)
}

/** An error of SQLite that says something about the disk, the file or the memory. */
export function isTroubleOfTheWorld(error: unknown): error is Error & { errcode: number } {
  return error instanceof Error && 'errcode' in error && !bugs.has(Number(error.errcode) & 0xff)
}
