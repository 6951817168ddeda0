import { type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Stage } from '../testing/stage.ts'
import { toldAtOnceMax } from './fan-out.ts'

const star = uin(9_999)
const fans = Array.from({ length: 2 * toldAtOnceMax + 1 }, (_, index) => uin(10_000 + index))

/** Everybody watches the star, who is not here. */
function crowd(): Stage {
  const stage = new Stage({ presenceEveryMs: 2_000 })
  for (const fan of fans) {
    stage.enter(fan)
    stage.watch(fan, star)
  }
  return stage
}

/** How many lines were told at each moment. */
function counts(lines: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const line of lines) {
    const moment = line.split(' ')[0]!
    counts[moment] = (counts[moment] ?? 0) + 1
  }
  return counts
}

const status = ({ presence }: Stage, fan: Uin) => presence.get(fan)?.contacts.get(star)?.status

test('many watchers are told one part after another', () => {
  const stage = crowd()
  expect(stage.enter(star)).toHaveLength(toldAtOnceMax)
  expect(counts(stage.pass(60_000))).toEqual({ 5: toldAtOnceMax, 10: 1 })
  expect(fans.every((fan) => status(stage, fan) === 0)).toBe(true)
})

test('hiding is told to all at once, and nobody is shown the hidden one afterwards', () => {
  const stage = crowd()
  stage.enter(star)
  expect(stage.be(star, 0x100)).toHaveLength(toldAtOnceMax)
  expect(stage.pass(60_000)).toEqual([])
  stage.be(star, 0)
  stage.pass(60_000)
  expect(stage.be(star, 0x100)).toHaveLength(fans.length)
  expect(stage.pass(60_000)).toEqual([])
})

test('a change in the middle is told to the rest at once and to the first part in its time', () => {
  const stage = crowd()
  stage.enter(star)
  expect(stage.be(star, 1)).toEqual([])
  const told = stage.pass(60_000)
  expect(counts(told)).toEqual({ 5: toldAtOnceMax, 10: 1, 2000: toldAtOnceMax })
  expect(fans.every((fan) => status(stage, fan) === 1)).toBe(true)
})

test('when the star has left in the middle, whoever was not told hears nothing', () => {
  const stage = crowd()
  stage.enter(star)
  expect(stage.leave(star)).toHaveLength(toldAtOnceMax)
  expect(stage.pass(60_000)).toEqual([])
})

test('watchers who come and go in the middle are no trouble', () => {
  const stage = crowd()
  stage.enter(star)
  const late = uin(20_000)
  stage.enter(late)
  expect(stage.watch(late, star)).toEqual([star])
  for (const fan of fans.slice(toldAtOnceMax, -1)) stage.leave(fan)
  expect(counts(stage.pass(60_000))).toEqual({ 5: 1 })
})

test('whoever has left before their turn, and comes back with an empty list, is told nothing', () => {
  const stage = new Stage({ presenceEveryMs: 2_000 })
  const few = fans.slice(0, 20)
  const stars = fans.slice(20, 40)
  for (const one of few) stage.enter(one)
  for (const one of few) stage.watch(one, ...stars)
  for (const one of stars) stage.enter(one)
  for (const one of stars) stage.be(one, 1)
  expect(stage.pass(2_000)).toHaveLength(toldAtOnceMax)
  for (const one of few) stage.leave(one)
  for (const one of few) stage.enter(one)
  expect(stage.pass(60_000)).toEqual([])
})
