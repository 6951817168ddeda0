import { VirtualClock } from '@seekyou/simulator'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Pacer } from './pacer.ts'

const rate = { burst: 3, perSecond: 2 }

function setUp() {
  const clock = new VirtualClock()
  const world = {
    now: () => clock.now,
    at: (time: number, act: () => void) => {
      clock.at(time, act)
      return () => {}
    },
  }
  return { clock, pacer: new Pacer(world, rate) }
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('never more than the burst and the rate, in order', async () => {
  const { clock, pacer } = setUp()
  const gone: [number, number][] = []
  for (let index = 0; index < 6; index++) pacer.turn(1).then(() => gone.push([index, clock.now]))
  await settle()
  expect(gone.map(([index]) => index)).toEqual([0, 1, 2])
  expect(pacer.size).toBe(3)
  for (let time = 100; time <= 2_000; time += 100) {
    clock.runUntil(time)
    await settle()
  }
  expect(gone).toEqual([0, 0, 0, 500, 1_000, 1_500].map((at, index) => [index, at]))
})

test('whoever gives up leaves their turn to others', async () => {
  const { clock, pacer } = setUp()
  await pacer.turn(3)
  const leave = new AbortController()
  const given = pacer.turn(1, leave.signal)
  const other = pacer.turn(1)
  leave.abort(new Error('enough'))
  await expect(given).rejects.toThrow('enough')
  clock.runUntil(500)
  await other
  await expect(pacer.turn(1, leave.signal)).rejects.toThrow('enough')
  expect(pacer.size).toBe(0)
})

test('at the end nobody waits any more', async () => {
  const { pacer } = setUp()
  await pacer.turn(3)
  const waiting = pacer.turn(1, new AbortController().signal)
  pacer.end(new Error('over'))
  await expect(waiting).rejects.toThrow('over')
  await expect(pacer.turn(1)).rejects.toThrow('over')
  expect(pacer.size).toBe(0)
})

test('something greater than the whole burst goes when everything is there', async () => {
  const { clock, pacer } = setUp()
  await pacer.turn(5)
  let isGone = false
  pacer.turn(1).then(() => {
    isGone = true
  })
  clock.runUntil(1_499)
  await settle()
  expect(isGone).toBe(false)
  clock.runUntil(1_500)
  await settle()
  expect(isGone).toBe(true)
})

test('in no stretch of time more than a burst and what the rate gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 3 }))),
      async (turns) => {
        const { clock, pacer } = setUp()
        const gone: { readonly at: number; readonly cost: number }[] = []
        for (const [gap, cost] of turns) {
          for (const end = clock.now + gap; clock.now < end; await settle())
            clock.runUntil(Math.min(end, clock.now + 50))
          pacer.turn(cost).then(() => gone.push({ at: clock.now, cost }))
          await settle()
        }
        while (pacer.size > 0) {
          clock.runUntil(clock.now + 50)
          await settle()
        }
        for (const [from, { at: begin }] of gone.entries()) {
          let sum = 0
          for (const { at, cost } of gone.slice(from)) {
            sum += cost
            expect(sum).toBeLessThanOrEqual(rate.burst + ((at - begin + 50) * rate.perSecond) / 1_000)
          }
        }
      },
    ),
    { numRuns: 30 },
  )
})
