import { expect, test } from 'vitest'
import { Alarm } from './alarm.ts'
import { VirtualClock } from './virtual-clock.ts'

test('time passes from one thing to the next, and things of the past are done next', () => {
  const clock = new VirtualClock()
  const seen: string[] = []
  const see = (what: string) => () => seen.push(`${what} at ${clock.now}`)
  clock.after(20, see('second'))
  clock.at(10, () => {
    see('first')()
    clock.at(3, see('late'))
  })
  clock.at(Number.POSITIVE_INFINITY, see('never'))
  clock.runUntil(100)
  expect(seen).toEqual(['first at 10', 'late at 10', 'second at 20'])
  expect(clock.now).toBe(100)
})

test('a machine that wants to be woken without end is found out', () => {
  const clock = new VirtualClock()
  const alarm = new Alarm(clock, { wakeAt: 5 }, () => undefined)
  alarm.set()
  expect(() => clock.runUntil(10)).toThrow('time stands still')
})

test('a machine is woken at its time, also when it changes its mind, and not once it is gone', () => {
  const clock = new VirtualClock()
  const machine = { wakeAt: 50 as number | undefined }
  const woken: number[] = []
  const alarm = new Alarm(clock, machine, () => {
    woken.push(clock.now)
    machine.wakeAt = undefined
  })
  alarm.set()
  machine.wakeAt = 30
  alarm.set()
  clock.runUntil(40)
  machine.wakeAt = 60
  alarm.set()
  machine.wakeAt = 70
  alarm.set()
  clock.runUntil(100)
  expect(woken).toEqual([30, 70])
  machine.wakeAt = 150
  alarm.set()
  alarm.turnOff()
  clock.runUntil(200)
  expect(woken).toEqual([30, 70])
})
