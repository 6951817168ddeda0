import { Bucket, type Rate } from '@seekyou/link'
import type { World } from '../world.ts'

interface Waiting {
  readonly cost: number
  readonly go: () => void
  readonly giveUp: (reason: unknown) => void
}

/** Lets things go no faster than at a rate, in the order in which they came. */
export class Pacer {
  readonly #world: Pick<World, 'now' | 'at'>
  readonly #bucket: Bucket
  #waiting: Waiting[] = []
  #isAsleep = false
  #ended: { readonly reason: unknown } | undefined

  constructor(world: Pick<World, 'now' | 'at'>, rate: Rate) {
    this.#world = world
    this.#bucket = new Bucket(rate)
  }

  /** How many wait for their turn. */
  get size(): number {
    return this.#waiting.length
  }

  /** Resolves when it is the caller's turn. Rejects with the signal's reason, and gives the turn up, when that is aborted before. */
  turn(cost: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#ended || signal?.aborted) {
        reject((this.#ended ?? signal)?.reason)
        return
      }
      const abort = (): void => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting)
        reject(signal?.reason)
      }
      const waiting: Waiting = {
        cost,
        go: () => {
          signal?.removeEventListener('abort', abort)
          resolve()
        },
        giveUp: (reason) => {
          signal?.removeEventListener('abort', abort)
          reject(reason)
        },
      }
      signal?.addEventListener('abort', abort)
      this.#waiting.push(waiting)
      if (!this.#isAsleep) this.#drain()
    })
  }

  /** Nobody is to go any more: rejects whoever waits, and whoever comes. */
  end(reason: unknown): void {
    this.#ended = { reason }
    for (const { giveUp } of this.#waiting.splice(0)) giveUp(reason)
  }

  #drain(): void {
    this.#isAsleep = false
    const now = this.#world.now()
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (!this.#bucket.take(first.cost, now)) {
        this.#isAsleep = true
        this.#world.at(this.#bucket.readyAt(first.cost), () => this.#drain())
        return
      }
      this.#waiting.shift()
      first.go()
    }
  }
}
