/** Milliseconds of a clock that never jumps; its zero has no meaning. Every machine is handed it as `now`. */
export type Millis = number

/** Milliseconds since 1970-01-01 UTC: for stamps that people see, never for timers. */
export type WallMillis = number
