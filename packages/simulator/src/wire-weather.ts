import type { Dice } from './dice.ts'
import type { Citizen } from './folk/citizen.ts'
import { repeatedly } from './folk/world.ts'
import type { Town } from './town.ts'
import { goodWires, type WireConditions } from './virtual-wires.ts'
import type { WeatherName } from './weather.ts'

const cutEveryMs = 12 * 60_000
const cutMs = 60_000

/** What goes wrong between people who connect directly, until it is cleared up. */
export class WireWeather {
  readonly #town: Town
  readonly #people: readonly Citizen[]
  #isOver = false

  constructor(town: Town, people: readonly Citizen[], name: WeatherName, dice: Dice) {
    this.#town = town
    this.#people = people
    if (name === 'calm') return
    town.wires.conditions = someWires(dice)
    for (const person of people) this.#cutOften(person, dice.split(person.uin))
  }

  clearUp(): void {
    this.#isOver = true
    this.#town.wires.conditions = goodWires
    for (const { workplace } of this.#people) workplace!.isCut = false
  }

  #cutOften({ workplace }: Citizen, dice: Dice): void {
    const { clock } = this.#town
    repeatedly(clock, dice, cutEveryMs, () => {
      if (this.#isOver) return false
      workplace!.isCut = true
      clock.after(dice.waiting(cutMs), () => {
        workplace!.isCut = false
      })
      return true
    })
  }
}

/** Each thing that may go wrong is left out of every other town. */
function someWires(dice: Dice): WireConditions {
  const sometimes = (most: number): number => (dice.chance(0.5) ? dice.between(0, most) : 0)
  return {
    delayMs: dice.between(5, 300),
    jitterMs: sometimes(3_000),
    bytesPerMs: dice.pick([3, 10, 100]),
    unanswered: sometimes(0.3),
    refused: sometimes(0.3),
    reset: sometimes(0.01),
    silenced: sometimes(0.003),
    pieceMax: dice.pick([1_460, 1_460, 100]),
  }
}
