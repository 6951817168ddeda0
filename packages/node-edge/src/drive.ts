import type { Machine, Millis } from '@seekyou/language'

/** Carries one outcome out. */
export type Perform<Outcome> = (outcome: Outcome) => void

/** A machine that is connected to the world. */
export interface Driver<Input> {
  /** Hands the input over with the time and performs what follows from it. */
  handle(input: Input): void
  /** No more wake-ups. Inputs are ignored from here on. */
  stop(): void
}

/** Longer delays overflow the timers of Node, which would fire at once. */
const delayMax = 2 ** 31 - 1

/**
 * Drives a machine: performs its outcomes in order, and wakes it when it wants to be woken, never earlier and usually within
 * 2 ms. An input that arrives while outcomes are being performed waits until they are done. There is one timer, and it is set
 * again only when the machine wants to be woken earlier than it is set for, or when it has fired.
 */
export function drive<Input, Outcome>(
  machine: Machine<Input | { readonly kind: 'wake' }, Outcome>,
  { now, perform }: { readonly now: () => Millis; readonly perform: Perform<Outcome> },
): Driver<Input> {
  const waiting: (Input | { readonly kind: 'wake' })[] = []
  let isPerforming = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let timerAt = Number.POSITIVE_INFINITY

  function handle(input: Input | { readonly kind: 'wake' }): void {
    if (isStopped) return
    waiting.push(input)
    if (isPerforming) return
    isPerforming = true
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        for (const outcome of machine.handle(next, now())) perform(outcome)
      }
    } finally {
      isPerforming = false
      arm()
    }
  }

  function arm(): void {
    const { wakeAt } = machine
    if (wakeAt === undefined || wakeAt >= timerAt || isStopped) return
    clearTimeout(timer)
    timerAt = wakeAt
    timer = setTimeout(fire, Math.min(delayMax, Math.max(0, Math.ceil(wakeAt - now()))))
  }

  function fire(): void {
    timerAt = Number.POSITIVE_INFINITY
    // The machine may have changed its mind, and timers fire a little early at times.
    if (machine.wakeAt !== undefined && machine.wakeAt <= now()) handle({ kind: 'wake' })
    else arm()
  }

  // A machine may have something to wait for before anything has happened.
  arm()
  return {
    handle,
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
