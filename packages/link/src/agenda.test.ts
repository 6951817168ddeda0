import { expect, test } from 'vitest'
import { Agenda } from './agenda.ts'
import { dice } from './testing/pair.ts'

test('an empty agenda has nothing to say', () => {
  const agenda = new Agenda<string>()
  expect([agenda.size, agenda.next, agenda.takeDue(1_000_000)]).toEqual([0, undefined, undefined])
})

test('entries come out when they are due, the earliest first', () => {
  const agenda = new Agenda<string>()
  agenda.add('later', 20)
  agenda.add('soon', 10)
  expect([agenda.size, agenda.next]).toEqual([2, 10])
  expect(agenda.takeDue(9)).toBeUndefined()
  expect(agenda.takeDue(10)).toBe('soon')
  expect(agenda.takeDue(10)).toBeUndefined()
  expect(agenda.takeDue(25)).toBe('later')
  expect(agenda.size).toBe(0)
})

test('somebody may stand on it several times', () => {
  const agenda = new Agenda<string>()
  for (const at of [3, 1, 2]) agenda.add('me', at)
  expect([agenda.takeDue(5), agenda.takeDue(5), agenda.takeDue(5), agenda.takeDue(5)]).toEqual([
    'me',
    'me',
    'me',
    undefined,
  ])
})

test('a thousand entries come out in the order of time, in whatever order they were added', () => {
  const random = dice(1)
  const times = Array.from({ length: 1_000 }, () => Math.floor(random() * 500))
  const agenda = new Agenda<number>()
  for (const at of times) agenda.add(at, at)
  const out = times.map(() => agenda.takeDue(500))
  expect(out).toEqual(times.toSorted((a, b) => a - b))
  expect(agenda.size).toBe(0)
})
