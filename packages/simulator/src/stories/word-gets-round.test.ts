import { status } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Dice } from '../dice.ts'
import { company, complaintsOf } from '../testing/company.ts'
import { clearRoads } from '../weather.ts'

const moods = [0x00, 0x01, 0x05, 0x11, 0x13, 0x20, 0x100].map(status)
const every = 20_000

test('every fifth datagram is lost: 99.5 % of those who watch know within 30 seconds, all after 130 seconds of calm', () => {
  const { town, citizens } = company(16)
  const dice = new Dice(5)
  town.network.conditions = {
    ...clearRoads,
    delayMs: 50,
    jitterMs: 50,
    loss: { whileGood: 0.2, whileBad: 0.2, turnsBad: 0, turnsGood: 1 },
  }
  for (let round = 0; round < 400; round++) {
    const citizen = dice.pick(citizens)
    if (dice.chance(0.3)) citizen.hideFrom(...citizens.slice(0, dice.below(3)).map(({ uin }) => uin))
    else citizen.changeStatus(dice.pick(moods))
    town.runFor(dice.waiting(every))
  }
  town.network.conditions = clearRoads
  town.runFor(130_000)
  const { latencies } = town.convergence
  expect(latencies.count).toBeGreaterThan(3_000)
  expect(latencies.shareWithin(30_000)).toBeGreaterThanOrEqual(0.995)
  expect(complaintsOf(town)).toEqual([])
})

test('one user, a thousand who watch, ten changes a second: at most five hundred packets a second, and the last word is known', () => {
  const { town, citizens } = company(1)
  const star = citizens[0]!
  const crowd = Array.from({ length: 1_000 }, () => town.citizen())
  for (const fan of crowd) {
    fan.befriend(star.uin)
    fan.signOn()
  }
  town.runFor(60_000)
  let news = 0
  const { comesOut } = town.door
  town.door.comesOut = (to, bytes, now) => {
    if (to !== star.socket.address && bytes[2] !== 0x0a) news += 1
    comesOut.call(town.door, to, bytes, now)
  }
  const seconds = 20
  for (let change = 0; change < seconds * 10; change++) {
    star.changeStatus(moods[change % 2]!)
    town.runFor(100)
  }
  expect(news).toBeLessThanOrEqual(500 * (seconds + 2))
  star.changeStatus(status(0x13))
  town.runFor(10_000)
  expect(new Set(crowd.map((fan) => fan.sees(star.uin)))).toEqual(new Set([0x13]))
  expect(complaintsOf(town)).toEqual([])
}, 60_000)
