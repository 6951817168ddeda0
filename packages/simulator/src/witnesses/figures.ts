import type { Millis } from '@seekyou/language'

const slotMs = 100
const slotsMax = 36_000

/** Durations, counted in tenths of a second up to an hour. */
export class Figures {
  readonly #slots = new Uint32Array(slotsMax)
  #count = 0
  #worst: Millis = 0

  get count(): number {
    return this.#count
  }

  get worst(): Millis {
    return this.#worst
  }

  add(duration: Millis): void {
    const slot = Math.min(Math.floor(duration / slotMs), slotsMax - 1)
    this.#slots[slot] = this.#slots[slot]! + 1
    this.#count += 1
    if (duration > this.#worst) this.#worst = duration
  }

  /** Which share took at most so long; 1 when nothing was counted. */
  shareWithin(duration: Millis): number {
    let within = 0
    const last = Math.floor(duration / slotMs)
    for (let slot = 0; slot < last; slot++) within += this.#slots[slot]!
    return this.#count === 0 ? 1 : within / this.#count
  }

  /** How long it took at most for this share, to a tenth of a second. */
  quantile(share: number): Millis {
    let within = 0
    for (let slot = 0; slot < slotsMax; slot++) {
      within += this.#slots[slot]!
      if (within >= share * this.#count) return Math.min((slot + 1) * slotMs, this.#worst)
    }
    return this.#worst
  }
}
