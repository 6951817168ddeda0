import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Text } from '@seekyou/language'

/** For how many hashes the good password is known; the one that was asked for longest ago is forgotten. */
export const goodPasswordsMax = 100_000
const digestBytes = 16

/**
 * Which password fitted a hash, remembered as a digest under a key that only this process has, so that whoever comes back costs
 * no second hash. A changed password has another hash, and so begins anew.
 */
export class GoodPasswords {
  readonly #key = randomBytes(32)
  readonly #digests = new Map<string, Buffer>()

  get size(): number {
    return this.#digests.size
  }

  /** Whether this is the password; undefined when the good one is not known. */
  isGood(hash: string, password: Text): boolean | undefined {
    const digest = this.#digests.get(hash)
    if (!digest) return undefined
    this.#digests.delete(hash)
    this.#digests.set(hash, digest)
    return timingSafeEqual(digest, this.#digest(hash, password))
  }

  remember(hash: string, password: Text): void {
    this.#digests.set(hash, this.#digest(hash, password))
    if (this.#digests.size > goodPasswordsMax) this.#digests.delete(this.#digests.keys().next().value!)
  }

  /** The hash has no NUL, so nothing else begins with the same bytes. */
  #digest(hash: string, password: Text): Buffer {
    const whole = createHmac('sha256', this.#key).update(hash).update('\0').update(password).digest()
    // A copy of what is needed, or all of it would stay in memory.
    return Buffer.from(whole.subarray(0, digestBytes))
  }
}
