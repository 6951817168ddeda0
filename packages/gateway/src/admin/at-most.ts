import { Refusal } from './refusal.ts'

/** Lets only so many watch at a time. `enter` returns what leaves, which may be called more than once. */
export function atMost(most: number, ofWhat: string): { enter(): () => void } {
  let inside = 0
  return {
    enter() {
      if (inside >= most) throw new Refusal(429, `At most ${most} ${ofWhat} are told at a time: close another one.`)
      inside += 1
      let hasLeft = false
      return () => {
        if (!hasLeft) inside -= 1
        hasLeft = true
      }
    },
  }
}
