import type { Millis } from '@seekyou/language'
import { now } from './clock.ts'

/** Does a piece of work when its turn comes. Resolves when it is done, rejects with what it throws. */
export type Soon = (work: () => void) => Promise<void>

/**
 * Work that may wait a moment, done in the order it came in and in slices of so many milliseconds. Between two of them Node.js reads what has
 * arrived: however much work comes at once, the network does not wait for all of it. A slice has one piece at least.
 */
export function inSlices(sliceMs: Millis): Soon {
  const waiting: (() => void)[] = []
  let isDue = false

  function slice(): void {
    const until = now() + sliceMs
    let done = 0
    do waiting[done++]!()
    while (done < waiting.length && now() < until)
    waiting.splice(0, done)
    isDue = waiting.length > 0
    if (isDue) setImmediate(slice)
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        try {
          resolve(work())
        } catch (error) {
          reject(error)
        }
      })
      if (isDue) return
      isDue = true
      setImmediate(slice)
    })
}
