import type { Uin } from '@seekyou/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Contacts } from './contacts.ts'
import type { Showing } from './showing.ts'

const someUin = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0x7fff_ffff, 0x8000_0000, 0xffff_ffff))
const step = fc.oneof(
  fc.record({ add: fc.array(someUin, { maxLength: 30 }) }),
  fc.record({ show: someUin, status: fc.option(fc.nat(9), { nil: undefined }) }),
)

test('a list of contacts is a map of what is believed, in the order of the numbers', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const contacts = new Contacts()
      const model = new Map<number, Showing | undefined>()
      for (const step of steps) {
        if ('add' in step) {
          contacts.add(new Set(step.add as Uin[]))
          for (const uin of step.add) if (!model.has(uin)) model.set(uin, undefined)
        } else {
          const shown = step.status === undefined ? undefined : ({ status: step.status } as Showing)
          const index = contacts.indexOf(step.show as Uin)
          expect(index >= 0).toBe(model.has(step.show))
          if (index < 0) continue
          contacts.put(index, shown)
          model.set(step.show, shown)
          expect(contacts.at(index)).toBe(shown)
        }
        expect([...contacts.keys()]).toEqual([...model.keys()].sort((a, b) => a - b))
        expect(contacts.size).toBe(model.size)
        for (const [uin, shown] of model) expect(contacts.get(uin as Uin)).toBe(shown)
        expect([contacts.has(99 as Uin), contacts.get(99 as Uin)]).toEqual([false, undefined])
      }
      contacts.clear()
      expect([contacts.size, contacts.has(1 as Uin)]).toEqual([0, false])
    }),
  )
})
