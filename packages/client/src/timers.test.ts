import { expect, test } from 'vitest'
import { Timers } from './timers.ts'

test('what has been due for longest comes first, each reason once', () => {
  const timers = new Timers<'late' | 'early' | 'never'>()
  expect(timers.next).toBeUndefined()
  timers.set('late', 20)
  timers.set('early', 30)
  timers.set('early', 10)
  timers.set('never', 40)
  timers.clear('never')
  expect(timers.next).toBe(10)
  expect(timers.takeDue(9)).toBeUndefined()
  expect(timers.takeDue(25)).toBe('early')
  expect(timers.takeDue(25)).toBe('late')
  expect(timers.takeDue(25)).toBeUndefined()
  timers.set('late', 5)
  timers.clearAll()
  expect(timers.next).toBeUndefined()
})
