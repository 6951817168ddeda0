import { expect, test, vi } from 'vitest'
import { derived, watched } from './watched.ts'

test('whoever watches is told of every change, and of nothing else', () => {
  const value = watched(1)
  const told = vi.fn()
  const stops = [value.watch(told), value.watch(told)]
  value.set(1)
  value.set(2)
  expect([value.get(), told.mock.calls.length]).toEqual([2, 2])
  for (const stop of stops) stop()
  value.set(3)
  expect(told).toHaveBeenCalledTimes(2)
})

test('whoever stops others while they are told stops nobody of this time', () => {
  const value = watched('a')
  const told: string[] = []
  value.watch(() => stop())
  const stop = value.watch(() => told.push(value.get()))
  value.set('b')
  value.set('c')
  expect(told).toEqual(['b'])
})

test('what is derived is made when it is looked at, once', () => {
  const make = vi.fn(() => ({}))
  const value = derived(make)
  expect(make).not.toHaveBeenCalled()
  const before = value.get()
  expect(value.get()).toBe(before)
  value.spoil()
  expect(value.get()).not.toBe(before)
  expect(make).toHaveBeenCalledTimes(2)
})
