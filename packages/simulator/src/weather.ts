import type { Millis } from '@seekyou/language'
import type { Dice } from './dice.ts'
import type { RoadConditions } from './virtual-network.ts'

export const weatherNames = ['calm', 'breezy', 'stormy', 'random'] as const
export type WeatherName = (typeof weatherNames)[number]

/** Everything that may go wrong in a town, and how often: mean times between two of a kind, Infinity for never. */
export interface Weather {
  readonly roads: RoadConditions
  /** The server's process is killed, or stopped in order; either way it is down for up to `downMs`. */
  readonly crashEveryMs: Millis
  readonly stopEveryMs: Millis
  readonly downMs: Millis
  /** The disk is full, the database away or stuck, for up to `troubleMs`. */
  readonly troubleEveryMs: Millis
  readonly troubleMs: Millis
  /** What one commit takes at most. */
  readonly storeMs: Millis
  /** Somebody is cut off, in one direction or both, for up to `cutMs`. For each person. */
  readonly cutEveryMs: Millis
  readonly cutMs: Millis
  /** Somebody's router forgets them. For each person. */
  readonly remapEveryMs: Millis
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
  troubleEveryMs: never,
  troubleMs: 0,
  storeMs: 10,
  cutEveryMs: never,
  cutMs: 0,
  remapEveryMs: never,
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
  troubleEveryMs: 15 * minutes,
  troubleMs: 30_000,
  storeMs: 100,
  cutEveryMs: 60 * minutes,
  cutMs: 2 * minutes,
  remapEveryMs: 60 * minutes,
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
  downMs: 60_000,
  troubleEveryMs: 5 * minutes,
  troubleMs: 2 * minutes,
  storeMs: 500,
  cutEveryMs: 15 * minutes,
  cutMs: 6 * minutes,
  remapEveryMs: 15 * minutes,
}

/** The weather of a name. `random`: anything between calm and stormy, each thing by itself, some of them not at all. */
export function weather(name: WeatherName, dice: Dice): Weather {
  switch (name) {
    case 'calm':
      return calm
    case 'breezy':
      return breezy
    case 'stormy':
      return stormy
    case 'random':
      return randomWeather(dice)
  }
}

function randomWeather(dice: Dice): Weather {
  /** Between nothing and twice the storm's, with small ones more often. */
  const some = (most: number): number => (dice.chance(0.3) ? 0 : most * 2 * dice.next() ** 2)
  const every = (mean: number): number => (dice.chance(0.4) ? never : mean * dice.between(0.5, 4))
  const { roads } = stormy
  return {
    roads: {
      delayMs: 1 + some(roads.delayMs),
      jitterMs: some(roads.jitterMs),
      loss: {
        whileGood: some(0.12),
        whileBad: dice.between(0.1, 0.9),
        turnsBad: some(roads.loss.turnsBad),
        turnsGood: dice.between(0.1, 0.5),
      },
      duplicate: some(roads.duplicate),
      late: some(roads.late),
      lateMs: some(roads.lateMs),
      damage: some(roads.damage),
    },
    crashEveryMs: every(stormy.crashEveryMs),
    stopEveryMs: every(stormy.stopEveryMs),
    downMs: some(stormy.downMs),
    troubleEveryMs: every(stormy.troubleEveryMs),
    troubleMs: some(stormy.troubleMs),
    storeMs: 1 + some(stormy.storeMs),
    cutEveryMs: every(stormy.cutEveryMs),
    cutMs: some(stormy.cutMs),
    remapEveryMs: every(stormy.remapEveryMs),
  }
}

/** The storm is over: roads as they are on a good day. */
export const clearRoads: RoadConditions = calm.roads
