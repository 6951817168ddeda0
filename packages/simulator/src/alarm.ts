import type { Machine } from '@seekyou/language'
import type { VirtualClock } from './virtual-clock.ts'

/** Wakes a machine when it wants to be woken. Call `set` after everything that was handed to the machine. */
export class Alarm {
  readonly #clock: VirtualClock
  readonly #machine: Pick<Machine<never, never>, 'wakeAt'>
  readonly #wake: () => void
  #ringsAt = Number.POSITIVE_INFINITY
  #isOff = false

  constructor(clock: VirtualClock, machine: Pick<Machine<never, never>, 'wakeAt'>, wake: () => void) {
    this.#clock = clock
    this.#machine = machine
    this.#wake = wake
  }

  set(): void {
    const at = this.#machine.wakeAt
    if (at === undefined || at >= this.#ringsAt) return
    this.#ringsAt = at
    this.#clock.at(at, () => this.#ring(at))
  }

  /** The machine is no more. */
  turnOff(): void {
    this.#isOff = true
  }

  #ring(at: number): void {
    if (this.#isOff || at !== this.#ringsAt) return
    this.#ringsAt = Number.POSITIVE_INFINITY
    const wakeAt = this.#machine.wakeAt
    if (wakeAt !== undefined && wakeAt <= this.#clock.now) this.#wake()
    this.set()
  }
}
