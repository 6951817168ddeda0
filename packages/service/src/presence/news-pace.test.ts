import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Stage } from '../testing/stage.ts'
import { NewsPace } from './news-pace.ts'

const [ann, bob] = [uin(1_001), uin(1_002)]
const everyMs = 2_000
const [online, away, hidden] = [0, 1, 0x100]

/** Bob watches Ann, and nothing has happened for a while. */
function quiet(): Stage {
  const stage = new Stage({ presenceEveryMs: everyMs })
  stage.enter(ann)
  stage.enter(bob)
  stage.watch(bob, ann)
  stage.pass(10_000)
  return stage
}

test('the first change is told at once, those of the next two seconds as one', () => {
  const stage = quiet()
  expect(stage.be(ann, away)).toEqual(['1002: contactStatusChanged 1001'])
  expect([stage.be(ann, 0x11), stage.be(ann, 0x13)]).toEqual([[], []])
  expect(stage.pass(everyMs - 1)).toEqual([])
  expect(stage.pass(1)).toEqual(['12000 1002: contactStatusChanged 1001'])
  expect(stage.presence.get(bob)?.contacts.get(ann)?.status).toBe(0x13)
  expect(stage.pass(60_000)).toEqual([])
})

test('what was undone before it was told is not told', () => {
  const stage = quiet()
  stage.be(ann, away)
  stage.be(ann, 0x11)
  stage.be(ann, away)
  expect(stage.pass(60_000)).toEqual([])
  expect(stage.be(ann, online)).toHaveLength(1)
})

test('going invisible and leaving are told at once and paid for afterwards', () => {
  const stage = quiet()
  stage.be(ann, away)
  expect(stage.be(ann, hidden)).toEqual(['1002: contactOffline 1001'])
  expect(stage.be(ann, online)).toEqual([])
  expect(stage.pass(60_000)).toEqual(['14000 1002: contactOnline 1001'])
  stage.be(ann, away)
  expect(stage.leave(ann)).toEqual(['1002: contactOffline 1001'])
  expect(stage.enter(ann)).toEqual([])
  expect(stage.pass(60_000)).toEqual(['74000 1002: contactOnline 1001'])
})

test('somebody who has left in the meantime is not shown late', () => {
  const stage = quiet()
  stage.be(ann, away)
  stage.be(ann, online)
  expect(stage.leave(ann)).toEqual(['1002: contactOffline 1001'])
  expect(stage.pass(60_000)).toEqual([])
})

test('somebody who is hidden in the meantime is not shown late', () => {
  const stage = quiet()
  stage.be(ann, hidden)
  expect(stage.be(ann, online)).toEqual([])
  expect(stage.invisibleTo(ann, bob)).toEqual([])
  expect(stage.pass(60_000)).toEqual([])
})

test('the first sign-on is told at once', () => {
  const stage = new Stage({ presenceEveryMs: everyMs })
  stage.enter(bob)
  stage.watch(bob, ann)
  expect(stage.enter(ann)).toEqual(['1002: contactOnline 1001'])
})

test('whoever asks is told the truth, whatever is put off for others', () => {
  const stage = quiet()
  stage.be(ann, away)
  stage.be(ann, online)
  stage.watch(bob, ann)
  expect(stage.presence.get(bob)?.contacts.get(ann)?.status).toBe(online)
  expect(stage.pass(60_000)).toEqual([])
})

test('hiding from many, one after another, costs two intervals at the most', () => {
  const pace = new NewsPace(everyMs)
  for (let count = 0; count < 100; count++) pace.spend(ann, count)
  expect([pace.isFree(ann, 4_098), pace.isFree(ann, 4_099)]).toEqual([false, true])
})

test('whoever is free is forgotten, and of too many at once some are not merged', () => {
  const pace = new NewsPace(everyMs)
  for (let number = 1; number <= 60_000; number++) pace.spend(uin(number), number / 100)
  expect(pace.size).toBe(50_000)
  expect([pace.isFree(uin(50_000), 600), pace.isFree(uin(50_001), 600)]).toEqual([false, true])
  pace.spend(uin(70_000), 10_000)
  expect(pace.size).toBe(1)
})

test('all who wait are handed out when they are free, the earliest first, once', () => {
  const pace = new NewsPace(everyMs)
  expect(pace.wakeAt).toBeUndefined()
  pace.wait(ann)
  for (const [index, user] of [ann, bob].entries()) {
    pace.spend(user, index)
    pace.wait(user)
    pace.wait(user)
  }
  pace.spend(ann, 5)
  expect(pace.wakeAt).toBe(2_000)
  expect(pace.takeDue(2_000)).toBeUndefined()
  expect(pace.takeDue(2_001)).toBe(bob)
  expect(pace.takeDue(3_999)).toBeUndefined()
  expect(pace.takeDue(4_000)).toBe(ann)
  expect([pace.takeDue(9_000), pace.wakeAt, pace.size]).toEqual([undefined, undefined, 0])
})
