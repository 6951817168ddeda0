// The one desk for a world that cannot meet a need: what is counted, and what the operator is told.
import type { Millis } from '@seekyou/language'
import { Overloaded } from '@seekyou/service'
import type { House } from './house.ts'

/** How soon the same reason is noted again, in milliseconds: trouble that lasts must not fill the log. */
const noteAgainMs = 600_000

/** What the operator has been told of the store last. */
export interface StoreTrouble {
  /** In the store's words. Undefined: nothing, or that it works again. */
  reason: string | undefined
  notedAt: Millis
}

export const noStoreTrouble = (): StoreTrouble => ({ reason: undefined, notedAt: 0 })

/** A need was not met. Too many passwords to check is no trouble of the world's. */
export function noteUnmet({ counters, trouble, out, now }: House, cause: unknown): void {
  if (cause instanceof Overloaded) {
    counters.overflows += 1
    return
  }
  counters.storeFailures += 1
  const reason = reasonOf(cause)
  if (trouble.reason === reason && now - trouble.notedAt < noteAgainMs) return
  trouble.reason = reason
  trouble.notedAt = now
  out.push({ kind: 'note', note: { what: 'storeFailed', cause } })
}

/** A commit has succeeded after one that failed. */
export function noteRecovery({ trouble, out }: House): void {
  trouble.reason = undefined
  out.push({ kind: 'note', note: { what: 'storeWorks' } })
}

/** `Unavailable` says it in the words of its cause. */
const reasonOf = (cause: unknown): string => (cause instanceof Error ? String(cause.cause ?? cause) : String(cause))
