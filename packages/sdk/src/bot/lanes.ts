/**
 * What concerns one person is done one after another, what concerns different persons side by side. Nothing is done at once:
 * everything begins in a turn of its own.
 */
export class Lanes<Key> {
  readonly #lanes = new Map<Key, { end: Promise<void>; size: number }>()
  readonly #idle: (() => void)[] = []
  #size = 0

  /** How much is under way or waiting, in all lanes together. */
  get size(): number {
    return this.#size
  }

  /** How much of it is in one lane. */
  sizeOf(key: Key): number {
    return this.#lanes.get(key)?.size ?? 0
  }

  /** Does this behind everything else in the lane. `act` must not reject. */
  put(key: Key, act: () => Promise<void>): void {
    const lane = this.#lanes.get(key) ?? { end: Promise.resolve(), size: 0 }
    this.#lanes.set(key, lane)
    this.#size += 1
    lane.size += 1
    lane.end = lane.end.then(act).then(() => {
      this.#size -= 1
      lane.size -= 1
      if (lane.size === 0) this.#lanes.delete(key)
      if (this.#size === 0) for (const tell of this.#idle.splice(0)) tell()
    })
  }

  /** Resolves when nothing is under way. */
  async whenIdle(): Promise<void> {
    if (this.#size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }
}
