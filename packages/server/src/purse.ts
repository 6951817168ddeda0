import type { Address } from '@seekyou/language'

/** Of how many addresses the balance is known. */
export const pursesMax = 32_768

/**
 * What strangers have paid for with the bytes that they sent, so that nobody can be buried in answers to questions that others
 * asked in their name: every source address can be forged. When there are too many, the purse that was filled longest ago is
 * thrown away, with what was in it: that makes the server quieter, never louder.
 */
export class Purses {
  readonly #balances = new Map<Address, number>()

  get size(): number {
    return this.#balances.size
  }

  /** Puts bytes into the purse of an address. */
  earn(address: Address, bytes: number): void {
    const balance = this.#balances.get(address) ?? 0
    this.#balances.delete(address)
    this.#balances.set(address, balance + bytes)
    if (this.#balances.size > pursesMax) this.#balances.delete(this.#balances.keys().next().value!)
  }

  /** Takes bytes out, or says that there are not enough. */
  pay(address: Address, bytes: number): boolean {
    const balance = this.#balances.get(address) ?? 0
    if (balance < bytes) return false
    this.#balances.set(address, balance - bytes)
    return true
  }

  /** Everything that was in a purse, which is gone afterwards. */
  empty(address: Address): number {
    const balance = this.#balances.get(address) ?? 0
    this.#balances.delete(address)
    return balance
  }
}
