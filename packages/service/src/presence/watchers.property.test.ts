import type { Uin } from '@seekyou/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountOf } from '../testing/fixtures.ts'
import { newPresent, type Present } from './present.ts'
import { Watchers } from './watchers.ts'

const contacts = [1, 2] as Uin[]
const direct = { port: 0, inner: 0, capability: 6, version: 3 }
const comeOrGo = fc.array(fc.record({ who: fc.nat(70), what: fc.subarray(contacts) }), { maxLength: 300 })

test('whoever watches is found, once and in the order of asking, however many they are', () => {
  fc.assert(
    fc.property(comeOrGo, (steps) => {
      const watchers = new Watchers()
      const here = new Map<number, Present>()
      for (const { who, what } of steps) {
        const present = here.get(who)
        if (present) {
          watchers.remove(present)
          here.delete(who)
          continue
        }
        const watcher = newPresent(accountOf(who as Uin), 0 as Present['status'], 7, direct)
        watcher.contacts.add(new Set(what))
        for (const contact of what) watchers.add(contact, watcher)
        here.set(who, watcher)
        for (const contact of contacts) {
          const expected = [...here.values()].filter((one) => one.contacts.has(contact))
          expect([...watchers.of(contact)]).toEqual(expected)
        }
      }
    }),
  )
})
