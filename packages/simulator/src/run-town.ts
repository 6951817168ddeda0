import { type Direct, emptyInfo, isWeb, type Uin } from '@seekyou/language'
import { limitsOff, limitsOn } from '@seekyou/server'
import { ordinarySettings } from '@seekyou/service'
import { Dice } from './dice.ts'
import { Attacker } from './folk/attacker.ts'
import { habits } from './folk/habits.ts'
import { makes, OldFashioned } from './folk/old-fashioned.ts'
import { someInfo, textOf } from './folk/profiles.ts'
import { Townsman } from './folk/townsman.ts'
import type { Person } from './folk/world.ts'
import { Operator } from './operator.ts'
import { type Report, reportOf } from './report.ts'
import { type Household, Town } from './town.ts'
import type { MakeNode, Regime } from './virtual-server.ts'
import { type WeatherName, weather } from './weather.ts'
import { WeatherMaker } from './weather-maker.ts'
import { WireWeather } from './wire-weather.ts'
import type { Witness } from './witnesses/witness.ts'

export interface RunOptions {
  readonly seed: number
  readonly clients: number
  /** How long the weather lasts, in virtual minutes. */
  readonly minutes: number
  readonly weather: WeatherName
  /** How many of a hundred citizens connect to each other directly; none unless told. */
  readonly peers?: number
  /** How many of a hundred citizens are in browsers; none unless told. */
  readonly browsers?: number
  readonly makeNode?: MakeNode
  readonly witnesses?: readonly Witness[]
}

/** After the storm: 130 seconds, and a keep-alive of two minutes, by which the last client notices that it was forgotten. */
const calmMs = 260_000
const contactsMost = 20
const oldFashionedShare = 0.12
/** Where addresses behind routers begin: 192.168.0.1. */
const firstInner = 0xc0a8_0001
/** Where people connect directly the server seldom forbids it. */
const directModes = ['on', 'on', 'lan', 'optin'] as const

/** One town from its first sign-on to the verdict of its witnesses. */
export function runTown(options: RunOptions): Report {
  const { seed, clients, minutes, weather: name, peers = 0, browsers = 0, makeNode, witnesses = [] } = options
  const dice = new Dice(seed)
  const sky = weather(name, dice.split('sky'))
  const town = new Town({
    seed,
    roads: sky.roads,
    storeMs: sky.storeMs,
    regime: {
      ...someRegime(dice.split('regime')),
      ...(peers > 0 && { direct: dice.split('direct').pick(directModes) }),
    },
    witnesses,
    ...(makeNode && { makeNode }),
  })
  const honest = populate(town, { clients, browsers, hasAttackers: sky.hasAttackers }, dice.split('people'))
  const direct = connect(honest, peers, dice.split('peers'))
  const wireWeather = new WireWeather(town, direct, name, dice.split('wires'))
  const weatherMaker = new WeatherMaker(town, sky)
  const operator = sky.hasOperator ? new Operator(town, honest) : undefined
  for (const person of town.people.values()) person.live()
  town.runFor(minutes * 60_000)
  weatherMaker.clearUp()
  wireWeather.clearUp()
  operator?.rest()
  for (const person of town.people.values()) person.settle()
  town.runFor(calmMs)
  town.judge()
  return reportOf(town, sky)
}

/**
 * So many of a hundred citizens make direct connections from here on. Some routers let nobody in from outside, and none can that has
 * several people behind it: version 3 of the peers' protocol never says for whom a connection is.
 */
function connect(people: readonly Person[], percent: number, dice: Dice): readonly Townsman[] {
  if (percent === 0) return []
  const isAlone = (person: Person): boolean =>
    people.every((other) => other === person || other.socket.ip !== person.socket.ip)
  const direct = people
    .filter((person) => person instanceof Townsman)
    .filter(({ socket }) => !isWeb(socket.address) && dice.chance(percent / 100))
  for (const [index, person] of direct.entries()) {
    person.goDirect(firstInner + index, dice.chance(0.8) && isAlone(person))
  }
  return direct
}

/** How the operator of a town may run the server. */
function someRegime(dice: Dice): Partial<Regime> {
  return {
    limits: dice.chance(0.85) ? limitsOn : limitsOff,
    registration: dice.pick(['closed', 'lan', 'invite', 'open'] as const),
    direct: dice.pick(['off', 'optin', 'lan', 'on'] as const),
    isNear: (ip) => ip % 3 !== 0,
    enforcesAuthorization: dice.chance(0.4),
    firstSequence: dice.chance(0.3) ? 'random' : 'spec',
    welcome: dice.chance(0.3) ? textOf('Welcome to the town.') : undefined,
  }
}

/** Everybody moves in and gets to know the others. Returns those who mean no harm. */
function populate(
  town: Town,
  { clients, browsers, hasAttackers }: { clients: number; browsers: number; hasAttackers: boolean },
  dice: Dice,
): readonly Person[] {
  const everybody: Uin[] = []
  const honest: Person[] = []
  const citizens = [habits.chatty, habits.chatty, ...Object.values(habits)]
  for (let count = 0; count < clients; count++) {
    const own = dice.split(count)
    const inBrowser = own.split('browser').chance(browsers / 100)
    const somebody = town.moveIn(
      (...all) =>
        own.chance(oldFashionedShare) && !inBrowser
          ? new OldFashioned(...all, own.pick(Object.values(makes)), everybody)
          : new Townsman(...all, own.pick(citizens), everybody),
      { ...household(own.split('household'), honest), inBrowser },
    )
    if (somebody instanceof Townsman && own.chance(0.5)) somebody.direct = someDirect(own)
    everybody.push(somebody.uin)
    honest.push(somebody)
  }
  const contacts = Math.min(contactsMost, Math.ceil(clients * 0.4))
  for (const person of honest) {
    const friends = Array.from({ length: contacts }, () => dice.pick(everybody))
    if (person instanceof Townsman) person.befriend(...friends)
    else if (person instanceof OldFashioned) for (const friend of friends) person.contacts.add(friend)
  }
  const attackers = hasAttackers ? Math.ceil(clients / 100) : 0
  for (let count = 0; count < attackers; count++) {
    town.moveIn((...all) => new Attacker(...all, honest), { checksum: false })
  }
  return honest
}

/** Some people share a router with others, hide from searches, or have told something of themselves. */
function household(dice: Dice, neighbours: readonly Person[]): Household {
  const settings = {
    ...ordinarySettings,
    direct: dice.pick([undefined, true, false]),
    publishesEmail: dice.chance(0.5),
  }
  const account = { info: dice.chance(0.8) ? someInfo(dice) : emptyInfo, settings, hides: dice.chance(0.2) }
  const isLodger = neighbours.length > 0 && dice.chance(0.15)
  return isLodger ? { account, at: dice.pick(neighbours).socket.ip } : { account }
}

const someDirect = (dice: Dice): Direct => ({
  port: 1_024 + dice.below(60_000),
  inner: 0xc0a8_0001 + dice.below(250),
  capability: 4,
  version: 3,
})
