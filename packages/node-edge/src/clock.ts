import type { Millis, WallMillis } from '@seekyou/language'

/** The time of this process's steady clock, in milliseconds with fractions. */
export const now = (): Millis => performance.now()

/** What people's clocks showed at that time of the steady clock, as this machine sees it at the moment: whole milliseconds. */
export const wall = (at: Millis): WallMillis => Math.round(Date.now() + at - performance.now())
