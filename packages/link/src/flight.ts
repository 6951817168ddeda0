import type { Millis } from '@seekyou/language'
import type { Parcel } from './turns.ts'

/** A parcel on its way, under its number. */
export interface Flight {
  readonly parcel: Parcel
  readonly sequence: number
  readonly firstSentAt: Millis
  sends: number
  /** When it is sent again; infinite while it waits to be. */
  dueAt: Millis
  /** To be sent again as soon as the bytes allow. */
  waits: boolean
  /** A message past its last ordinary wait: it no longer holds a place in the window. */
  slow: boolean
}

/** It leaves at this moment, and is due again when the wait is over. */
export const newFlight = (sequence: number, parcel: Parcel, now: Millis, waitMs: Millis): Flight => ({
  parcel,
  sequence,
  firstSentAt: now,
  sends: 1,
  dueAt: now + waitMs,
  waits: false,
  slow: false,
})
