import type { Millis } from './time.ts'

/** Something that decides but does nothing: it is handed what happened together with the time, and returns what should happen. */
export interface Machine<Input, Outcome> {
  /** Everything that should happen now, in order. */
  handle(input: Input, now: Millis): readonly Outcome[]
  /** Call `handle({ kind: 'wake' })` at this time; earlier calls are harmless. Undefined: nothing to wait for. */
  readonly wakeAt: Millis | undefined
}
