const size = 1_024

/** The last 1,024 numbers of one server's packets: tells which of them have come before. Numbers wrap after FFFF. */
export class SeenNumbers {
  readonly #bits = new Uint32Array(size / 32)
  /** The highest so far; −1 before the first. */
  #top = -1

  /** True when a number comes for the first time. Numbers older than the window have come before. */
  isNew(sequence: number): boolean {
    const ahead = this.#top < 0 ? size : ((sequence - this.#top) << 16) >> 16
    if (ahead <= -size) return false
    if (ahead > 0) this.#advance(sequence, Math.min(ahead, size))
    else if (this.#bits[(sequence & (size - 1)) >>> 5]! & (1 << (sequence & 31))) return false
    this.#bits[(sequence & (size - 1)) >>> 5]! |= 1 << (sequence & 31)
    return true
  }

  /** The server counts anew. */
  forget(): void {
    this.#top = -1
  }

  #advance(sequence: number, steps: number): void {
    for (let step = 0; step < steps; step++) {
      const number = (sequence - step) & (size - 1)
      this.#bits[number >>> 5]! &= ~(1 << (number & 31))
    }
    this.#top = sequence
  }
}
