import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Schedule } from './schedule.ts'

test('things come out by time, and those of one time in the order in which they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(10), fc.constant('take' as const))), (steps) => {
      const schedule = new Schedule<number>()
      let model: { at: number; turn: number }[] = []
      for (const [turn, step] of steps.entries()) {
        if (step !== 'take') {
          schedule.put(turn, step)
          model.push({ at: step, turn })
        } else {
          model = model.sort((a, b) => a.at - b.at || a.turn - b.turn)
          expect(schedule.next).toBe(model[0]?.at)
          expect(schedule.takeDue(10)).toBe(model.shift()?.turn)
        }
        expect(schedule.size).toBe(model.length)
      }
    }),
  )
})

test('nothing comes out before its time', () => {
  const schedule = new Schedule<string>()
  schedule.put('later', 5)
  expect(schedule.takeDue(4)).toBeUndefined()
  expect(schedule.takeDue(5)).toBe('later')
})
