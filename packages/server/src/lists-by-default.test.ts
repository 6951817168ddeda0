// How long the lists of one user may be, and how large a datagram: one below each limit, the limit itself, and one beyond.
import { emptyInfo, uin } from '@seekyou/language'
import { clientFraming, clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { text } from './testing/client.ts'
import { World } from './testing/world.ts'

const { contactList, invisibleList, searchUser, sendMessage, statusChange } = clientPackets
const numbers = (count: number, from = 500_000) => Array.from({ length: count }, (_, index) => from + index)

test.each([999, 1_000, 1_001])('of %i contacts, announced in several lists, 1,000 are watched', (count) => {
  const world = new World()
  const [ann, last] = [world.guest(1_001), world.guest(1_002)]
  const uins = [...numbers(count - 1), last.uin]
  for (let start = 0; start < uins.length; start += 125) ann.say(contactList, { uins: uins.slice(start, start + 125) })
  world.pass(60_000)
  expect(ann.timesOf('endOfContacts')).toHaveLength(Math.ceil(count / 125))
  expect(ann.timesOf('userOnline')).toHaveLength(count > 1_000 ? 0 : 1)
  expect(world.node.counters.contactsIgnored).toBe(Math.max(0, count - 1_000))
  last.say(statusChange, { status: 1 })
  expect(ann.timesOf('statusUpdate')).toHaveLength(count > 1_000 ? 0 : 1)
})

test.each([254, 255])('%i names on one list are all read', (count) => {
  const world = new World()
  const [ann, last] = [world.guest(1_001), world.guest(1_002)]
  ann.say(contactList, { uins: [...numbers(count - 1), last.uin] })
  expect(ann.timesOf('userOnline')).toHaveLength(1)
})

test('256 names on one list are all read, although one byte cannot count them', () => {
  const world = new World()
  const [ann, last] = [world.guest(1_001), world.guest(1_002)]
  const half = clientFraming.seal(contactList, { uins: numbers(128) }, 40, ann.uin)
  const other = clientFraming.seal(contactList, { uins: [...numbers(127, 600_000), last.uin] }, 40, ann.uin)
  const whole = Uint8Array.from([...half, ...other.subarray(other.length - 4 * 128)])
  whole[half.length - 4 * 128 - 1] = 256 & 255
  ann.raw(whole)
  expect(ann.timesOf('userOnline')).toHaveLength(1)
})

test.each([1, 255])('whoever is the last of %i on the list of those to be hidden from sees nothing', (count) => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  ann.news()
  bob.say(invisibleList, { uins: [...numbers(count - 1), ann.uin] })
  expect(ann.timesOf('userOffline')).toHaveLength(1)
})

test.each([39, 40, 41])('of %i people who fit 40 are told, and whether there are more', (count) => {
  const world = new World()
  const ann = world.guest(1_001)
  for (let index = 0; index < count; index++) {
    const one = uin(20_000 + index)
    world.store.addAccount(one, 'secret')
    world.store.plain.changeAccount(one, { info: { ...emptyInfo, nick: text(`kit ${index}`) } })
  }
  ann.say(searchUser, { subSeq: 1, nick: text('kit'), first: text(''), last: text(''), email: text('') })
  world.pass(1_000)
  expect(ann.timesOf('userFound')).toHaveLength(Math.min(count, 40))
  expect(ann.last('endOfSearch')?.value).toMatchObject({ more: count > 40 ? 1 : 0 })
})

test.each([255, 256, 257])('of %i packets that wait for the proof of an address 256 are kept', (count) => {
  const world = new World()
  const bob = world.person(1_002, { acks: false })
  bob.login()
  for (let told = 0; told < count; told++) {
    // Commands are paced, and the sign-on is given up after a minute.
    if (told % 200 === 199) world.pass(1_000)
    bob.say(contactList, { uins: [] })
  }
  expect(world.node.counters.repliesDropped).toBe(Math.max(0, count - 256))
  bob.acks = true
  bob.ack(0)
  world.pass(10_000)
  expect(bob.timesOf('endOfContacts')).toHaveLength(Math.min(count, 256))
})

test.each([2_047, 2_048, 2_049])('a datagram of %i bytes is read up to 2,048', (size) => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  const around = clientFraming.seal(sendMessage, { to: bob.uin, kind: 1, text: text('') }, 0, ann.uin).length
  ann.write(bob, 'x'.repeat(size - around))
  world.pass(60_000)
  expect(bob.shown.join('')).toHaveLength(size > 2_048 ? 0 : size - around)
  expect(world.node.counters.faults).toBe(size > 2_048 ? 1 : 0)
})
