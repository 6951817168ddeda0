import { expect, test } from 'vitest'
import { company, complaintsOf, numbersShown } from '../testing/company.ts'

test('a message to somebody who is away survives the death of the server', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  bob.signOff()
  town.runFor(1_000)
  const first = ann.say(bob.uin)
  town.runFor(1_000)
  town.server.crash()
  town.runFor(5_000)
  town.server.start()
  town.runFor(200_000)
  bob.signOn()
  town.runFor(5_000)
  expect(numbersShown(bob, town)).toEqual([first])
  expect(complaintsOf(town)).toEqual([])
})

test('an orderly stop keeps what was accepted a moment before', () => {
  const { town, citizens } = company(2, { storeMs: 2_000 })
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  bob.signOff()
  town.runFor(5_000)
  const first = ann.say(bob.uin)
  town.runFor(30)
  town.server.stop()
  expect(town.server.isListening).toBe(false)
  town.runFor(20_000)
  expect(town.server.past.stops).toBe(1)
  expect([...town.store.messages()].map(({ text }) => town.ledger.entryOf(text)?.id)).toEqual([first])
  town.server.start()
  bob.signOn()
  town.runFor(200_000)
  expect(new Set(numbersShown(bob, town))).toEqual(new Set([first]))
  expect(complaintsOf(town)).toEqual([])
})

test('more messages of one sender than may wait: the rest is refused, and the sender is told', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  bob.signOff()
  town.runFor(1_000)
  for (let count = 0; count < 25; count++) ann.say(bob.uin)
  town.runFor(60_000)
  const notices = ann.shown.map(({ text }) => String.fromCharCode(...text)).filter((text) => text.includes('too many'))
  expect(notices).toHaveLength(5)
  bob.signOn()
  town.runFor(60_000)
  expect(numbersShown(bob, town)).toHaveLength(20)
  expect(complaintsOf(town)).toEqual([])
})
