import type { Millis } from '@seekyou/language'
import type { Dice } from './dice.ts'
import type { StoreTrouble } from './troubles.ts'
import type { RoadConditions } from './virtual-network.ts'

export const weatherNames = ['calm', 'breezy', 'stormy', 'random'] as const
export type WeatherName = (typeof weatherNames)[number]

/** Everything that may go wrong in a town, and how often: mean times between two of a kind, Infinity for never. */
export interface Weather {
  readonly roads: RoadConditions
  /** The server's process is killed, or stopped in order; either way it is down for a moment, or for up to `downMs`. */
  readonly crashEveryMs: Millis
  readonly stopEveryMs: Millis
  readonly downMs: Millis
  /** One of these goes wrong with the store, for up to `troubleMs`. */
  readonly troubles: readonly StoreTrouble[]
  readonly troubleEveryMs: Millis
  readonly troubleMs: Millis
  /** What one commit takes at most. */
  readonly storeMs: Millis
  /** Somebody is cut off, in one direction or both, for up to `cutMs`. For each person. */
  readonly cutEveryMs: Millis
  readonly cutMs: Millis
  /** Somebody's router forgets them. For each person. */
  readonly remapEveryMs: Millis
  /** The clock of the server's machine is set. */
  readonly jumpEveryMs: Millis
  readonly hasAttackers: boolean
  readonly hasOperator: boolean
}

const never = Number.POSITIVE_INFINITY
const minutes = 60_000

const calm: Weather = {
  roads: {
    delayMs: 20,
    jitterMs: 10,
    loss: { whileGood: 0, whileBad: 0, turnsBad: 0, turnsGood: 1 },
    duplicate: 0,
    late: 0,
    lateMs: 0,
    damage: 0,
  },
  crashEveryMs: never,
  stopEveryMs: never,
  downMs: 0,
  troubles: [],
  troubleEveryMs: never,
  troubleMs: 0,
  storeMs: 10,
  cutEveryMs: never,
  cutMs: 0,
  remapEveryMs: never,
  jumpEveryMs: never,
  hasAttackers: false,
  hasOperator: false,
}

const breezy: Weather = {
  roads: {
    delayMs: 60,
    jitterMs: 80,
    loss: { whileGood: 0.02, whileBad: 0.3, turnsBad: 0.01, turnsGood: 0.2 },
    duplicate: 0.01,
    late: 0.02,
    lateMs: 2_000,
    damage: 0.002,
  },
  crashEveryMs: 20 * minutes,
  stopEveryMs: 30 * minutes,
  downMs: 10_000,
  troubles: ['full', 'full', 'away', 'stuck'],
  troubleEveryMs: 15 * minutes,
  troubleMs: 30_000,
  storeMs: 100,
  cutEveryMs: 60 * minutes,
  cutMs: 2 * minutes,
  remapEveryMs: 60 * minutes,
  jumpEveryMs: 60 * minutes,
  hasAttackers: false,
  hasOperator: true,
}

const stormy: Weather = {
  roads: {
    delayMs: 120,
    jitterMs: 400,
    loss: { whileGood: 0.15, whileBad: 0.7, turnsBad: 0.03, turnsGood: 0.2 },
    duplicate: 0.05,
    late: 0.1,
    lateMs: 6_000,
    damage: 0.02,
  },
  crashEveryMs: 6 * minutes,
  stopEveryMs: 12 * minutes,
  downMs: 2 * minutes,
  troubles: ['full', 'full', 'away', 'stuck'],
  troubleEveryMs: 5 * minutes,
  troubleMs: 2 * minutes,
  storeMs: 500,
  cutEveryMs: 15 * minutes,
  cutMs: 6 * minutes,
  remapEveryMs: 15 * minutes,
  jumpEveryMs: 15 * minutes,
  hasAttackers: true,
  hasOperator: true,
}

/** The weather of a name. `random` is another one with each seed: see `swarm`. */
export function weather(name: WeatherName, dice: Dice): Weather {
  switch (name) {
    case 'calm':
      return calm
    case 'breezy':
      return breezy
    case 'stormy':
      return stormy
    case 'random':
      return swarm(dice)
  }
}

/**
 * Each thing that may go wrong is left out of every other town, and as strong as it happens to be in the others: what goes
 * wrong all the time hides what would follow from something else (Groce and others, “Swarm Testing”, ISSTA 2012).
 */
function swarm(dice: Dice): Weather {
  const isOn = (): boolean => dice.chance(0.5)
  /** Up to twice what it is in a storm, little more often than much. */
  const some = (most: number): number => most * 2 * dice.next() ** 2
  const perhaps = (most: number): number => (isOn() ? some(most) : 0)
  const every = (mean: number): number => (isOn() ? mean * dice.between(0.5, 3) : never)
  const { roads } = stormy
  const isLate = isOn()
  const troubles = stormy.troubles.filter(isOn)
  return {
    roads: {
      delayMs: 1 + some(roads.delayMs),
      jitterMs: perhaps(roads.jitterMs),
      loss: {
        whileGood: perhaps(roads.loss.whileGood),
        whileBad: dice.between(0.1, 0.9),
        turnsBad: perhaps(roads.loss.turnsBad),
        turnsGood: dice.between(0.1, 0.5),
      },
      duplicate: perhaps(roads.duplicate),
      late: isLate ? some(roads.late) : 0,
      lateMs: isLate ? some(roads.lateMs) : 0,
      damage: perhaps(roads.damage),
    },
    crashEveryMs: every(stormy.crashEveryMs),
    stopEveryMs: every(stormy.stopEveryMs),
    downMs: some(stormy.downMs),
    troubles,
    troubleEveryMs: troubles.length > 0 ? stormy.troubleEveryMs * dice.between(0.5, 3) : never,
    troubleMs: some(stormy.troubleMs),
    storeMs: isOn() ? 1 + some(stormy.storeMs) : calm.storeMs,
    cutEveryMs: every(stormy.cutEveryMs),
    cutMs: some(stormy.cutMs),
    remapEveryMs: every(stormy.remapEveryMs),
    jumpEveryMs: every(stormy.jumpEveryMs),
    hasAttackers: isOn(),
    hasOperator: isOn(),
  }
}

/** What a weather has, in words. */
export function sayWeather(weather: Weather): string {
  const { roads, crashEveryMs, stopEveryMs, cutEveryMs, remapEveryMs, jumpEveryMs, troubles, storeMs } = weather
  const has: readonly (readonly [what: string, isThere: boolean])[] = [
    ['jitter', roads.jitterMs > calm.roads.jitterMs],
    ['loss', roads.loss.whileGood > 0],
    ['bursts of loss', roads.loss.turnsBad > 0],
    ['copies', roads.duplicate > 0],
    ['overtaking', roads.late > 0],
    ['damage', roads.damage > 0],
    ['cuts', cutEveryMs < never],
    ['forgetful routers', remapEveryMs < never],
    ['crashes', crashEveryMs < never],
    ['stops', stopEveryMs < never],
    ['a slow store', storeMs > calm.storeMs],
    ...[...new Set(troubles)].map((trouble) => [`a store that is ${trouble}`, true] as const),
    ['clock jumps', jumpEveryMs < never],
    ['attackers', weather.hasAttackers],
    ['an operator', weather.hasOperator],
  ]
  const words = has.flatMap(([what, isThere]) => (isThere ? [what] : []))
  return words.length > 0 ? words.join(', ') : 'nothing'
}

/** The storm is over: roads as they are on a good day. */
export const clearRoads: RoadConditions = calm.roads
