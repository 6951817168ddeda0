/** Timers are late by up to a millisecond: the last one before something is due is spent looking at the clock. */
const watchMs = 1.1
/** After so many in a row, the network has its turn. */
const rowMax = 64

/**
 * Does something so many times a second, and says when it was due. When `step` cannot do it at the moment (false), it stays due
 * and is tried again soon, so that a load that falls behind hides nothing. Returns what stops it.
 */
export function atRate(perSecond: number, step: (dueAt: number, now: number) => boolean): () => void {
  const everyMs = 1_000 / perSecond
  let nextAt = performance.now()
  let isOver = false

  function turn(): void {
    if (isOver) return
    const now = performance.now()
    let row = 0
    while (nextAt <= now && row < rowMax && step(nextAt, now)) {
      nextAt += everyMs
      row += 1
    }
    const waitMs = nextAt - performance.now()
    if (waitMs > watchMs) setTimeout(turn, waitMs - watchMs)
    else if (nextAt <= now && row < rowMax) setTimeout(turn, 1)
    else setImmediate(turn)
  }

  turn()
  return () => {
    isOver = true
  }
}
