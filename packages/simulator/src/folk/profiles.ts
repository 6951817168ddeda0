import type { ExtInfo, Info, Text } from '@seekyou/language'
import type { Dice } from '../dice.ts'

const names = ['Ann', 'ann-marie', 'Bob', 'Cat', 'Dag', 'Eve', 'Ida', 'Jan', 'Kim', 'Lou'] as const

export const textOf = (text: string): Text => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** The name of somebody, or a part of one, or none. */
export function someName(dice: Dice): Text {
  const name = dice.pick(names)
  return textOf(dice.chance(0.2) ? '' : dice.chance(0.5) ? name : name.slice(0, 1 + dice.below(3)))
}

/** Some of the names exist several times in a town, so that searches find several people. */
export function someInfo(dice: Dice): Info {
  return {
    nick: textOf(dice.pick(names)),
    first: someName(dice),
    last: someName(dice),
    email: someEmail(dice),
    needsAuthorization: dice.chance(0.3),
  }
}

export const someEmail = (dice: Dice): Text => textOf(`${dice.pick(names)}@${dice.pick(['here', 'there'])}.example`)

export function someExtInfo(dice: Dice): ExtInfo {
  const number = (most: number): number | undefined => (dice.chance(0.3) ? undefined : 1 + dice.below(most))
  return {
    city: someName(dice),
    country: number(200),
    timeZone: number(20),
    state: someName(dice),
    age: number(99),
    sex: number(2),
    phone: textOf(`${dice.below(1_000_000)}`),
    homepage: textOf('http://here.example/'),
    about: textOf('x'.repeat(dice.below(60))),
    zip: number(99_999),
  }
}
