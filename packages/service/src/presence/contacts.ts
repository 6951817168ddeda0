import type { Uin } from '@seekyou/language'
import type { Showing } from './showing.ts'

/**
 * Whose presence somebody asked for, each with what they believe: how the contact was last shown, or that they are off line
 * (undefined). In the order of the numbers, in two plain arrays: a million lists of twenty must not cost what as many Maps do,
 * and in a list of a thousand a number is found in ten steps.
 */
export class Contacts {
  #uins: readonly Uin[] = []
  #shown: (Showing | undefined)[] = []

  get size(): number {
    return this.#uins.length
  }

  /** Where a contact stands on the list, from 0; −1: nowhere. Holds until somebody is added. */
  indexOf(uin: Uin): number {
    const uins = this.#uins
    let low = 0
    let high = uins.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const other = uins[middle]!
      if (other === uin) return middle
      if (other < uin) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  has(uin: Uin): boolean {
    return this.indexOf(uin) >= 0
  }

  /** What is believed of a contact. */
  get(uin: Uin): Showing | undefined {
    return this.#shown[this.indexOf(uin)]
  }

  /** The contacts by their numbers. */
  keys(): Iterable<Uin> {
    return this.#uins
  }

  at(index: number): Showing | undefined {
    return this.#shown[index]
  }

  /** From here on this is believed of the contact at this place. */
  put(index: number, shown: Showing | undefined): void {
    this.#shown[index] = shown
  }

  /** Takes on those who are not on the list yet, as off line. */
  add(contacts: ReadonlySet<Uin>): void {
    const believed = (uin: Uin): Showing | undefined => this.get(uin)
    const uins = [...new Set(this.#uins).union(contacts)].sort((a, b) => a - b)
    this.#shown = uins.map(believed)
    this.#uins = uins
  }

  clear(): void {
    this.#uins = []
    this.#shown = []
  }
}
