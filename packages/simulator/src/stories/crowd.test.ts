import type { Uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Dice } from '../dice.ts'
import { company, complaintsOf } from '../testing/company.ts'
import { weather } from '../weather.ts'

test('twenty people write to one, over bad roads: everything arrives, in order', () => {
  const { town, citizens } = company(21)
  const [receiver, ...senders] = citizens as [(typeof citizens)[0], ...typeof citizens]
  town.network.conditions = weather('stormy', new Dice(1)).roads
  const written = new Map<Uin, number[]>()
  for (let round = 0; round < 10; round++) {
    for (const sender of senders)
      written.set(sender.uin, [...(written.get(sender.uin) ?? []), sender.say(receiver.uin)])
    town.runFor(2_000)
  }
  town.runFor(1_800_000)
  for (const sender of senders) {
    const shown = receiver.shown.filter(({ from }) => from === sender.uin)
    expect([...new Set(shown.map(({ text }) => town.ledger.entryOf(text)?.id))]).toEqual(written.get(sender.uin))
  }
  expect(complaintsOf(town).filter((complaint) => !complaint.startsWith('convergence'))).toEqual([])
})

test('a long text arrives in parts, in order and complete', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  const text = Uint8Array.from({ length: 1_500 }, (_, index) => (index % 90 === 0 ? 0x20 : 0x41 + (index % 26)))
  ann.write(bob.uin, text)
  town.runFor(5_000)
  const parts = bob.shown.map(({ text }) => text)
  expect(parts.length).toBeGreaterThan(3)
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(450)
  expect(Uint8Array.from(parts.flatMap((part) => [...part]))).toEqual(text)
  expect(complaintsOf(town)).toEqual([])
})
