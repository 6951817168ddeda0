import { clientFraming, clientPackets, isFault } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { company, complaintsOf, numbersShown } from '../testing/company.ts'
import type { Witness } from '../witnesses/witness.ts'

test('a recipient dies between delivery and ACK: the message is shown again, once', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  bob.socket.cut = 'up'
  const first = ann.say(bob.uin)
  town.runFor(1_000)
  expect(numbersShown(bob, town)).toEqual([first])
  bob.die()
  bob.socket.cut = 'none'
  bob.signOn()
  town.runFor(60_000)
  expect(numbersShown(bob, town)).toEqual([first, first])
  expect(complaintsOf(town)).toEqual([])
  expect(town.repeats.count).toBe(1)
})

test('the server dies between delivery and ACK: the sender hands the message over again', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  ann.socket.cut = 'down'
  const first = ann.say(bob.uin)
  town.runFor(1_000)
  town.server.crash()
  ann.socket.cut = 'none'
  town.runFor(5_000)
  town.server.start()
  town.runFor(260_000)
  expect(numbersShown(bob, town).filter((id) => id === first).length).toBeLessThanOrEqual(2)
  expect(numbersShown(bob, town)).toContain(first)
  expect(complaintsOf(town)).toEqual([])
})

test('a lost ACK does not make a second message of the first', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  bob.socket.cut = 'up'
  const first = ann.say(bob.uin)
  town.runFor(25_000)
  bob.socket.cut = 'none'
  town.runFor(60_000)
  expect(numbersShown(bob, town)).toEqual([first])
  expect(complaintsOf(town)).toEqual([])
})

test('a copy of what a program said before it was started anew comes late: the message of that number in its next life is shown too', () => {
  let written = new Uint8Array()
  const copyist: Witness = {
    wentIn: (_, bytes) => {
      const frame = clientFraming.open(bytes)
      if (!isFault(frame) && frame.code === clientPackets.sendMessage.code) written = bytes.slice()
    },
    judge: () => {},
  }
  const { town, citizens } = company(2, { witnesses: [copyist] })
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  const first = ann.say(bob.uin)
  town.runFor(1_000)
  ann.die(false)
  ann.signOn()
  town.runFor(1_000)
  town.world.send(ann.socket, written)
  town.runFor(1_000)
  const second = ann.say(bob.uin)
  town.runFor(60_000)
  expect(numbersShown(bob, town)).toEqual([first, first, second])
  expect(complaintsOf(town)).toEqual([])
})
