import { packAddress, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Fights } from './fights.ts'

const ann = uin(1_001)
const [home, work] = [packAddress(1, 1), packAddress(2, 2)]

/** Both sign on in turn, each time the other one was there; how often that went well. */
function fight(fights: Fights, rounds: number, everyMs: number, from = 0): number {
  let done = 0
  for (let round = 0; round < rounds; round++) {
    const [newcomer, former] = round % 2 === 0 ? [work, home] : [home, work]
    const now = from + round * everyMs
    if (!fights.mayReplace(ann, newcomer, now)) return done
    fights.noteReplaced(ann, former, now)
    done += 1
  }
  return done
}

test('of two clients that evict each other, the fourth revenge is refused', () => {
  expect(fight(new Fights(), 20, 1_000)).toBe(4)
  expect(fight(new Fights(), 20, 59_999)).toBe(4)
})

test('whoever was replaced a minute ago takes no revenge', () => {
  expect(fight(new Fights(), 20, 60_000)).toBe(20)
})

test('somebody who was never replaced may always replace', () => {
  const fights = new Fights()
  fight(fights, 20, 1_000)
  expect(fights.mayReplace(ann, packAddress(3, 3), 5_000)).toBe(true)
  expect(fights.mayReplace(uin(1_002), home, 5_000)).toBe(true)
})

test('after ten minutes a fight may begin again', () => {
  const fights = new Fights()
  fight(fights, 4, 1_000)
  fights.noteReplaced(ann, home, 600_999)
  expect(fights.mayReplace(ann, home, 600_999)).toBe(false)
  expect(fights.mayReplace(ann, home, 601_000)).toBe(true)
})

test('ten thousand numbers are remembered', () => {
  const fights = new Fights()
  for (let number = 1_001; number <= 11_001; number++) fights.noteReplaced(uin(number), home, 0)
  expect(fights.size).toBe(10_000)
})
