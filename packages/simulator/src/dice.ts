/**
 * Chance from a seed: the same seed throws the same numbers for ever (the generator is sfc32). Every concern splits off dice of
 * its own, by name, so that one that throws more often does not change what another one throws.
 */
export class Dice {
  readonly #seed: number
  readonly #origin: number
  #a: number
  #b: number
  #c: number
  #counter = 1

  /** `seed`: any whole number; its low 53 bits count. */
  constructor(seed: number, origin = 0) {
    this.#seed = seed >>> 0
    this.#origin = (origin ^ Math.floor(seed / 0x1_0000_0000)) >>> 0
    this.#a = 0x9e37_79b9
    this.#b = this.#seed
    this.#c = this.#origin
    for (let round = 0; round < 12; round++) this.#step()
  }

  /** From 0 up to, not including, 1. Bound, so that it can be handed on as `random`. */
  readonly next = (): number => this.#step() / 0x1_0000_0000

  /** Other dice, which depend on the seed and the name alone, not on how often these have been thrown. */
  split(name: string | number): Dice {
    let low = this.#seed ^ 0x811c_9dc5
    let high = this.#origin ^ 0x1234_5678
    for (const char of `/${name}`) {
      low = Math.imul(low ^ char.charCodeAt(0), 0x0100_0193)
      high = Math.imul(high ^ char.charCodeAt(0) ^ (low >>> 15), 0x85eb_ca6b)
    }
    return new Dice(low >>> 0, high >>> 0)
  }

  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  /** Any number from `low` up to `high`. */
  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** How long until something happens that happens every `mean` on average. Infinity stays Infinity. */
  waiting(mean: number): number {
    return mean === Number.POSITIVE_INFINITY ? mean : -Math.log(1 - this.next()) * mean
  }

  /** One of several. */
  pick<Thing>(things: readonly Thing[]): Thing {
    return things[this.below(things.length)]!
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256))
  }

  #step(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum
    this.#c |= 0
    return sum >>> 0
  }
}
