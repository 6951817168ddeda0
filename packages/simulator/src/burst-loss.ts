import type { Dice } from './dice.ts'

/** How a road loses datagrams: Gilbert and Elliott's two moods, each with a loss of its own. All are probabilities. */
export interface Loss {
  readonly whileGood: number
  readonly whileBad: number
  /** With each datagram the mood may turn. */
  readonly turnsBad: number
  readonly turnsGood: number
}

/** One road's mood. Losses come in bursts, as they do where a buffer overflows or a modem retrains. */
export class BurstLoss {
  readonly #dice: Dice
  #isBad = false

  constructor(dice: Dice) {
    this.#dice = dice
  }

  /** Whether the next datagram on this road is lost. */
  takes(loss: Loss): boolean {
    if (this.#dice.chance(this.#isBad ? loss.turnsGood : loss.turnsBad)) this.#isBad = !this.#isBad
    return this.#dice.chance(this.#isBad ? loss.whileBad : loss.whileGood)
  }
}
