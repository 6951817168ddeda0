import { status } from '@seekyou/language'
import { expect, test } from 'vitest'
import { company, complaintsOf, numbersShown } from '../testing/company.ts'

test('a router forgets somebody: they sign on from the new port, and miss nothing', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  const before = bob.socket.address
  town.network.remap(bob.socket)
  const first = ann.say(bob.uin)
  town.runFor(130_000)
  expect(town.door.visitOf(bob.uin)?.address).not.toBe(before)
  expect(new Set(numbersShown(bob, town))).toEqual(new Set([first]))
  expect(ann.sees(bob.uin)).toBe(0)
  expect(complaintsOf(town)).toEqual([])
})

test('a program dies and is started again on another port: nobody saw its user leave', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  bob.die()
  town.runFor(2_000)
  const sightings: (number | undefined)[] = []
  bob.signOn()
  for (let second = 0; second < 20; second++) {
    town.runFor(1_000)
    sightings.push(ann.sees(bob.uin))
  }
  expect(new Set(sightings)).toEqual(new Set([0]))
  expect(complaintsOf(town)).toEqual([])
})

test('a late copy of a sign-on does not cost a message or a contact', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
  const datagrams: Uint8Array[] = []
  const handle = town.network.handle.bind(town.network)
  town.network.handle = (input, now) => {
    if (input.kind === 'toServer' && input.socket === bob.socket) datagrams.push(input.bytes.slice())
    return handle(input, now)
  }
  bob.signOff()
  town.runFor(5_000)
  datagrams.length = 0
  bob.signOn()
  town.runFor(10_000)
  town.world.send(bob.socket, datagrams[0]!)
  town.runFor(1_000)
  const said = [ann.say(bob.uin), ann.say(bob.uin), ann.say(bob.uin)]
  town.runFor(20_000)
  expect(new Set(numbersShown(bob, town))).toEqual(new Set(said))
  ann.changeStatus(status(0x11))
  town.runFor(5_000)
  expect(bob.sees(ann.uin)).toBe(0x11)
  expect(complaintsOf(town)).toEqual([])
})
