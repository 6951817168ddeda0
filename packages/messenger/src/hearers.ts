/** Everybody who wants to hear of something. */
export class Hearers<Heard> {
  readonly #hearers = new Set<{ readonly hear: (heard: Heard) => void }>()

  get size(): number {
    return this.#hearers.size
  }

  /** Returns what stops it. */
  add(hear: (heard: Heard) => void): () => void {
    // One of its own for each call, so that the same function may hear twice.
    const hearer = { hear }
    this.#hearers.add(hearer)
    return () => {
      this.#hearers.delete(hearer)
    }
  }

  /** Tells everybody. What one of them throws stops nobody else. */
  tell(heard: Heard): void {
    for (const { hear } of [...this.#hearers]) {
      try {
        hear(heard)
      } catch (error) {
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
}
