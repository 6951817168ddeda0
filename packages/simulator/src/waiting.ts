import type { Uin } from '@seekyou/language'
import type { Answer, Need } from '@seekyou/service'

interface Pair {
  readonly to: Uin
  readonly from: Uin
}

/** Counts how many messages of each sender wait for each recipient, commit by commit. It believes the store in nothing else. */
export class Waiting {
  readonly #pairs = new Map<number, Pair>()
  readonly #counts = new Map<Uin, Map<Uin, number>>()
  #mostFromOne = 0

  /** The most messages of one sender that ever waited for one recipient. */
  get mostFromOne(): number {
    return this.#mostFromOne
  }

  /** A commit has been carried out. */
  change({ keep, forget }: Need<'commit'>, { refused }: Answer<'commit'>): void {
    const refusedIds = new Set(refused.map(({ id }) => id))
    for (const { id, to, from } of keep) if (!refusedIds.has(id)) this.#add(id, { to, from })
    for (const id of forget) this.#remove(id)
  }

  removeRecipient(uin: Uin): void {
    this.#counts.delete(uin)
    for (const [id, { to }] of this.#pairs) if (to === uin) this.#pairs.delete(id)
  }

  #add(id: number, pair: Pair): void {
    if (this.#pairs.has(id)) return
    this.#pairs.set(id, pair)
    const counts = this.#counts.get(pair.to) ?? new Map<Uin, number>()
    this.#counts.set(pair.to, counts)
    const count = (counts.get(pair.from) ?? 0) + 1
    counts.set(pair.from, count)
    this.#mostFromOne = Math.max(this.#mostFromOne, count)
  }

  #remove(id: number): void {
    const pair = this.#pairs.get(id)
    if (!pair) return
    this.#pairs.delete(id)
    const counts = this.#counts.get(pair.to)
    counts?.set(pair.from, counts.get(pair.from)! - 1)
  }
}
