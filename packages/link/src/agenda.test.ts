import { expect, test } from 'vitest'
import { Agenda } from './agenda.ts'

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
