import type { Machine, Millis } from '@seekyou/language'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { now } from './clock.ts'
import { drive } from './drive.ts'

type Input = { readonly kind: 'say'; readonly text: string } | { readonly kind: 'sleep'; readonly until: Millis }

/** Repeats what it is told, and says when it is woken. */
class Parrot implements Machine<Input | { readonly kind: 'wake' }, string> {
  wakeAt: Millis | undefined
  readonly wokenAt: Millis[] = []

  handle(input: Input | { readonly kind: 'wake' }, at: Millis): string[] {
    if (input.kind === 'say') return [...input.text]
    if (input.kind === 'sleep') this.wakeAt = input.until
    else {
      this.wakeAt = undefined
      this.wokenAt.push(at)
      return ['!']
    }
    return []
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function parrot() {
  const machine = new Parrot()
  const heard: string[] = []
  const driver = drive<Input, string>(machine, { now, perform: (outcome) => heard.push(outcome) })
  const start = now()
  return {
    machine,
    heard,
    driver,
    sleep: (ms: number) => driver.handle({ kind: 'sleep', until: start + ms }),
    wokenAfter: () => machine.wokenAt.map((at) => at - start),
  }
}

test('outcomes are performed in order', () => {
  const { driver, heard } = parrot()
  driver.handle({ kind: 'say', text: 'abc' })
  driver.handle({ kind: 'say', text: 'd' })
  expect(heard.join('')).toBe('abcd')
})

test('what outcomes give rise to comes after them', () => {
  const heard: string[] = []
  const driver = drive<Input, string>(new Parrot(), {
    now,
    perform: (outcome) => {
      heard.push(outcome)
      if (outcome === 'a') driver.handle({ kind: 'say', text: 'xy' })
    },
  })
  driver.handle({ kind: 'say', text: 'ab' })
  expect(heard.join('')).toBe('abxy')
})

test('the machine is woken once, when it wants to be, and not before', () => {
  const { sleep, heard, wokenAfter } = parrot()
  sleep(100.5)
  vi.advanceTimersByTime(100)
  expect(heard).toEqual([])
  vi.advanceTimersByTime(1_000)
  expect(wokenAfter()).toEqual([101])
})

test('an earlier wish moves the timer, a later one waits for it to fire', () => {
  const { sleep, wokenAfter } = parrot()
  sleep(100)
  sleep(50)
  vi.advanceTimersByTime(60)
  expect(wokenAfter()).toEqual([50])
  sleep(100)
  sleep(200)
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(1_000)
  expect(wokenAfter()).toEqual([50, 200])
})

test('a wish that is withdrawn wakes nobody', () => {
  const { machine, sleep, heard } = parrot()
  sleep(100)
  machine.wakeAt = undefined
  vi.advanceTimersByTime(1_000)
  expect(heard).toEqual([])
})

test('a time that is past wakes at once, one in two months not before', () => {
  const { sleep, wokenAfter } = parrot()
  sleep(-5)
  vi.advanceTimersByTime(1)
  expect(wokenAfter()).toHaveLength(1)
  const months = 60 * 24 * 3_600_000
  sleep(months)
  vi.advanceTimersByTime(months - 2)
  expect(wokenAfter()).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(wokenAfter()).toEqual([expect.any(Number), months])
})

test('a machine that has something to wait for from the beginning is woken', () => {
  const machine = new Parrot()
  machine.wakeAt = now() + 10
  drive<Input, string>(machine, { now, perform: () => {} })
  vi.advanceTimersByTime(10)
  expect(machine.wokenAt).toHaveLength(1)
})

test('a stopped machine hears and waits for nothing', () => {
  const { driver, sleep, heard } = parrot()
  sleep(10)
  driver.stop()
  driver.handle({ kind: 'say', text: 'abc' })
  vi.advanceTimersByTime(1_000)
  expect(heard).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('an error in one outcome reaches the caller, and the next input is handled as ever', () => {
  const heard: string[] = []
  const driver = drive<Input, string>(new Parrot(), {
    now,
    perform: (outcome) => {
      if (outcome === 'x') throw new Error('broken')
      heard.push(outcome)
    },
  })
  expect(() => driver.handle({ kind: 'say', text: 'ax' })).toThrow('broken')
  driver.handle({ kind: 'say', text: 'b' })
  expect(heard).toEqual(['a', 'b'])
})
