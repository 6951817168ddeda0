import type { Dice } from '../dice.ts'
import type { Input } from './input.ts'
import { type Places, placesOf } from './places.ts'

/** An input that has shown something new, ready to be damaged further. */
export interface Stock {
  readonly input: Input
  readonly places: Places
}

const stockMax = 4_000
/** How many of the latest are picked as often as all the others together. */
const freshMax = 100

/** The inputs from which others are made. When it is full, a new one takes the place of any. */
export class Pool {
  readonly #stock: Stock[] = []
  readonly #dice: Dice

  constructor(dice: Dice) {
    this.#dice = dice
  }

  get size(): number {
    return this.#stock.length
  }

  add(input: Input): void {
    const stock = { input, places: placesOf(input) }
    if (this.#stock.length < stockMax) this.#stock.push(stock)
    else this.#stock[this.#dice.below(stockMax)] = stock
  }

  /** Throws a RangeError when there is none. */
  pick(): Stock {
    const { length } = this.#stock
    const stock = this.#dice.chance(0.5)
      ? this.#stock[Math.max(0, length - 1 - this.#dice.below(freshMax))]
      : this.#dice.pick(this.#stock)
    if (!stock) throw new RangeError('a pool must be filled before it is used')
    return stock
  }
}
