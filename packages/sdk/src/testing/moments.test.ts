import { VirtualClock } from '@seekyou/simulator'
import { expect, test } from 'vitest'
import { Moments } from './moments.ts'

function setUp() {
  const clock = new VirtualClock()
  return { clock, moments: new Moments(clock, () => {}) }
}

test('promises go on between two moments', async () => {
  const { clock, moments } = setUp()
  const seen: string[] = []
  const sleep = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))
  async function walk(name: string, step: number) {
    for (let count = 0; count < 3; count++) {
      await sleep(step)
      seen.push(`${name} at ${clock.now}`)
    }
  }
  walk('a', 100)
  walk('b', 150)
  await moments.pass(1_000)
  expect(seen).toEqual(['a at 100', 'b at 150', 'a at 200', 'b at 300', 'a at 300', 'b at 450'])
  expect(clock.now).toBe(1_000)
})

test('something real is waited for', async () => {
  const { moments } = setUp()
  let isRead = false
  setTimeout(() => {
    isRead = true
  }, 20)
  expect(await moments.until(() => isRead, 1_000)).toBe(true)
})

test('two may let time pass at once', async () => {
  const { clock, moments } = setUp()
  await Promise.all([moments.pass(100), moments.pass(50), moments.pass(200)])
  expect(clock.now).toBe(200)
})

test('running in circles is noticed', async () => {
  const { clock, moments } = setUp()
  const again = (): void => clock.after(0, () => queueMicrotask(again))
  again()
  await expect(moments.pass(1_000)).rejects.toThrow('Time stands still at 0')
})
