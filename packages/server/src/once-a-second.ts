import type { Address, Millis } from '@seekyou/language'

const everyMs = 1_000
/** So many addresses may be answered in a second; beyond, nobody is. */
const addressesMax = 20_000

/** Something that each address gets at most once a second. */
export class OnceASecond {
  /** When each got it last, the oldest first. */
  readonly #last = new Map<Address, Millis>()

  get size(): number {
    return this.#last.size
  }

  take(address: Address, now: Millis): boolean {
    const last = this.#last.get(address)
    if (last !== undefined && now - last < everyMs) return false
    this.#last.delete(address)
    if (this.#last.size >= addressesMax) this.#forgetOld(now)
    if (this.#last.size >= addressesMax) return false
    this.#last.set(address, now)
    return true
  }

  #forgetOld(now: Millis): void {
    for (const [address, at] of this.#last) {
      if (now - at < everyMs) return
      this.#last.delete(address)
    }
  }
}
