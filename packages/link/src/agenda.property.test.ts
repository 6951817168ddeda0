import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Agenda } from './agenda.ts'

type Step = { readonly add: number } | { readonly pass: number }

const steps = fc.array(
  fc.oneof(
    fc.nat(100).map((add): Step => ({ add })),
    fc.nat(30).map((pass): Step => ({ pass })),
  ),
  { maxLength: 200 },
)

test('everything comes out exactly once, never too early, and in the order of time', () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const agenda = new Agenda<number>()
      const waiting = new Map<number, number>()
      let now = 0
      steps.forEach((step, id) => {
        if ('add' in step) {
          agenda.add(id, now + step.add)
          waiting.set(id, now + step.add)
        } else {
          now += step.pass
          const due: number[] = []
          for (let who = agenda.takeDue(now); who !== undefined; who = agenda.takeDue(now)) {
            due.push(waiting.get(who)!)
            waiting.delete(who)
          }
          expect(due).toEqual(due.toSorted((a, b) => a - b))
          expect(due.every((at) => at <= now)).toBe(true)
        }
        expect(agenda.size).toBe(waiting.size)
        expect(agenda.next).toBe(waiting.size === 0 ? undefined : Math.min(...waiting.values()))
      })
    }),
  )
})
