import type { Uin } from '@seekyou/language'
import { Dice } from './dice.ts'
import { Attacker } from './folk/attacker.ts'
import { habits } from './folk/habits.ts'
import { makes, OldFashioned } from './folk/old-fashioned.ts'
import { Townsman } from './folk/townsman.ts'
import type { Person } from './folk/world.ts'
import { type Report, reportOf } from './report.ts'
import { Town } from './town.ts'
import type { MakeNode } from './virtual-server.ts'
import { type WeatherName, weather } from './weather.ts'
import { WeatherMaker } from './weather-maker.ts'
import type { Witness } from './witnesses/witness.ts'

export interface RunOptions {
  readonly seed: number
  readonly clients: number
  /** How long the weather lasts, in virtual minutes. */
  readonly minutes: number
  readonly weather: WeatherName
  readonly makeNode?: MakeNode
  readonly witnesses?: readonly Witness[]
}

/** After the storm: 130 seconds, and a keep-alive of two minutes, by which the last client notices that it was forgotten. */
const calmMs = 260_000
const contactsMost = 20
const oldFashionedShare = 0.12

/** One town from its first sign-on to the verdict of its witnesses. */
export function runTown({ seed, clients, minutes, weather: name, makeNode, witnesses = [] }: RunOptions): Report {
  const dice = new Dice(seed)
  const sky = weather(name, dice.split('sky'))
  const town = new Town({ seed, roads: sky.roads, storeMs: sky.storeMs, witnesses, ...(makeNode && { makeNode }) })
  populate(town, clients, dice.split('people'))
  const weatherMaker = new WeatherMaker(town, sky)
  for (const person of town.people.values()) person.live()
  town.runFor(minutes * 60_000)
  weatherMaker.clearUp()
  for (const person of town.people.values()) person.settle()
  town.runFor(calmMs)
  town.judge()
  return reportOf(town)
}

function populate(town: Town, clients: number, dice: Dice): void {
  const everybody: Uin[] = []
  const honest: Person[] = []
  const citizens = [habits.chatty, habits.chatty, ...Object.values(habits)]
  for (let count = 0; count < clients; count++) {
    const own = dice.split(count)
    const somebody = town.moveIn((...all) =>
      own.chance(oldFashionedShare)
        ? new OldFashioned(...all, own.pick(Object.values(makes)), everybody)
        : new Townsman(...all, own.pick(citizens), everybody),
    )
    everybody.push(somebody.uin)
    honest.push(somebody)
  }
  const contacts = Math.min(contactsMost, Math.ceil(clients * 0.4))
  for (const person of honest) {
    const friends = Array.from({ length: contacts }, () => dice.pick(everybody))
    if (person instanceof Townsman) person.befriend(...friends)
    else if (person instanceof OldFashioned) for (const friend of friends) person.contacts.add(friend)
  }
  const attackers = dice.chance(0.5) ? Math.ceil(clients / 100) : 0
  for (let count = 0; count < attackers; count++) {
    town.moveIn((...all) => new Attacker(...all, honest), { checksum: false })
  }
}
