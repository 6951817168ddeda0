import type { Millis } from '@seekyou/language'
import { VirtualClock } from '@seekyou/simulator'
import { expect, test } from 'vitest'
import { Driver } from './driver.ts'
import { CannotReach } from './errors.ts'
import type { World } from './world.ts'

/** A world in which roads are what a test makes of them; nobody ever answers. */
function stage({ refuses = false, diesAtOnce = false } = {}) {
  const clock = new VirtualClock()
  const opened: Millis[] = []
  const sent: Millis[] = []
  let closed = 0
  const losses: (() => void)[] = []
  const world: World = {
    now: () => clock.now,
    wall: (at) => at,
    random: () => 0.5,
    at(time, act) {
      let isForgotten = false
      clock.at(time, () => !isForgotten && act())
      return () => {
        isForgotten = true
      }
    },
    async openRoad(server, _, lost) {
      opened.push(clock.now)
      if (refuses) throw new CannotReach(server, 'nobody knows it')
      losses.push(lost)
      if (diesAtOnce) lost()
      return { send: () => sent.push(clock.now), close: () => ++closed }
    },
  }
  const heard: string[] = []
  const driver = new Driver(world, 'icq.example.org', false, (outcome) =>
    heard.push(outcome.kind === 'road' ? `road ${outcome.isThere}` : outcome.kind),
  )
  /** Lets time pass, and promises go on between any two seconds. */
  const pass = async (milliseconds: Millis): Promise<void> => {
    for (const end = clock.now + milliseconds; clock.now < end; ) {
      clock.runUntil(Math.min(end, clock.now + 100))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { driver, opened, sent, losses, heard, pass, clock, closed: () => closed }
}

test('a first road that cannot be opened, or dies at once, is an error', async () => {
  await expect(stage({ refuses: true }).driver.open()).rejects.toThrow('Cannot reach icq.example.org: nobody knows it.')
  await expect(stage({ diesAtOnce: true }).driver.open()).rejects.toThrow('the connection ended at once')
})

test('a road that is lost is opened again after a pause, one that held for long after a short one', async () => {
  const { driver, opened, losses, heard, pass } = stage()
  await driver.open()
  for (const index of [0, 1, 2]) {
    losses[index]!()
    await pass(10_000)
  }
  expect(heard).toEqual(['road true', 'road false', 'road true', 'road false', 'road true', 'road false', 'road true'])
  const gaps = opened.slice(1).map((at, index) => at - index * 10_000)
  expect(gaps).toEqual([750, 1_500, 3_000])
  await pass(30_000)
  losses[3]!()
  await pass(1_000)
  expect(opened).toHaveLength(5)
})

test('what an old road says is nobody’s business', async () => {
  const { driver, losses, heard, pass } = stage()
  await driver.open()
  losses[0]!()
  losses[0]!()
  await pass(1_000)
  losses[0]!()
  expect(heard).toEqual(['road true', 'road false', 'road true'])
})

test('a server that does not answer is looked for on another road', async () => {
  const { driver, opened, heard, pass, closed } = stage()
  await driver.open()
  driver.wish({
    name: 'signOn',
    uin: 1001 as never,
    password: new Uint8Array(1),
    status: 0 as never,
  })
  await pass(62_000)
  expect(heard).toEqual(['road true', 'offline', 'road true'])
  expect([opened.length, closed()]).toEqual([2, 1])
})

test('closed: nothing is opened, sent or told any more', async () => {
  const { driver, opened, sent, heard, pass, losses, closed } = stage()
  await driver.open()
  driver.wish({ name: 'register', password: new Uint8Array(1) })
  const before = sent.length
  driver.close()
  losses[0]!()
  await pass(120_000)
  driver.wish({ name: 'signOff' })
  expect([opened.length, sent.length, closed()]).toEqual([1, before, 1])
  expect(heard).toEqual(['road true'])
})
