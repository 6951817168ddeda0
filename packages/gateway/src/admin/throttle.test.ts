import { expect, test } from 'vitest'
import { newThrottle } from './throttle.ts'

const minute = 60_000

function throttle() {
  const clock = { now: 0 }
  const made = newThrottle({ burst: 5, everyMs: 30_000 }, { burst: 30, everyMs: 2_000 }, () => clock.now)
  return { clock, ...made, tries: (name: string, count: number) => Array.from({ length: count }, () => made.pay(name)) }
}

test('five failures are free, then one in half a minute', () => {
  const { clock, pay, tries } = throttle()
  expect(tries('ann', 5)).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect(pay('ann')).toBe(30_000)
  expect(pay('ANN')).toBe(30_000)
  clock.now = 29_999
  expect(pay('ann')).toBe(1)
  clock.now = 30_000
  expect(pay('ann')).toBeUndefined()
  expect(pay('ann')).toBe(30_000)
  expect(pay('bob')).toBeUndefined()
})

test('a right password forgets the failures', () => {
  const { pay, forgive, tries } = throttle()
  tries('ann', 4)
  forgive('ann')
  expect(tries('ann', 5)).not.toContainEqual(expect.any(Number))
  expect(pay('ann')).toBe(30_000)
})

test('whoever tries many names is held up as well', () => {
  const { clock, pay } = throttle()
  for (let at = 0; at < 30; at++) expect(pay(`name ${at}`)).toBeUndefined()
  expect(pay('another')).toBe(2_000)
  clock.now = minute
  expect(pay('another')).toBeUndefined()
})
