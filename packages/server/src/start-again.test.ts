// COMPAT mICQ 0.2.5: a client that must sign on anew before the server's numbers reach the end of its table.
import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import type { Client } from './testing/client.ts'
import { storedFor, World } from './testing/world.ts'

/** By its PORT above FFFF the server knows mICQ. */
const tcpPort = 0x1_a00f

const many = 1e9
const newWorld = () => new World({ limits: { messagesBurst: many, packetsPerSecond: many, bytesPerSecond: many } })

/** Somebody with mICQ whose next packet from the server is number 998, and somebody who watches and writes. */
function nearTheEnd(world: World): { bob: Client; ann: Client } {
  const bob = world.person(1_002)
  bob.signOn({ tcpPort })
  const ann = world.guest(1_001)
  ann.watch(bob)
  for (let number = 1; number < 998; number++) ann.write(bob, `${number}`)
  for (const client of [ann, bob]) client.news()
  return { ann, bob }
}

test('at number 1,000 it is told to sign on anew, under the next number, and its next link begins at 0', () => {
  const world = newWorld()
  const { ann, bob } = nearTheEnd(world)
  ann.write(bob, 'one more')
  expect(bob.news()).toEqual(['deliveredMessage 998: 1001 "one more"'])
  ann.write(bob, 'the last')
  expect(bob.news()).toEqual(['deliveredMessage 999: 1001 "the last"', 'tryAgain 1000'])
  world.pass(5_000)
  bob.nextSequence = 1
  bob.login({ tcpPort })
  expect(bob.news()).toEqual(['ack 1', 'loginReply 0'])
  expect(world.noted('signedOff')).toMatchObject([{ uin: 1_002, because: 'startAgain' }])
  expect(world.node.counters).toMatchObject({ startedAgain: 1, bugs: 0 })
})

test('its watchers notice nothing if it is back within ten seconds', () => {
  const world = newWorld()
  const { ann, bob } = nearTheEnd(world)
  ann.write(bob, '998')
  ann.write(bob, '999')
  world.pass(9_999)
  bob.login({ tcpPort })
  world.pass(60_000)
  expect(ann.news().filter((line) => line.startsWith('userOffline'))).toEqual([])
  expect(world.node.size).toBe(2)
})

test('if it does not come back, its watchers hear of it after ten seconds', () => {
  const world = newWorld()
  const { ann, bob } = nearTheEnd(world)
  ann.write(bob, '998')
  ann.write(bob, '999')
  ann.news()
  world.pass(9_999)
  expect(ann.news()).toEqual([])
  world.pass(1)
  expect(ann.news()).toEqual([expect.stringMatching(/^userOffline \d+: 1002$/)])
  world.pass(401_000)
  expect(world.node.wakeAt).toBeUndefined()
})

test('what was on its way and what comes meanwhile is stored, and comes with the next visit', () => {
  const world = newWorld()
  const { ann, bob } = nearTheEnd(world)
  bob.acks = false
  const others = Array.from({ length: 14 }, (_, index) => world.guest(2_000 + index))
  for (const other of others) {
    other.write(bob, `from ${other.uin}`)
    if (other.uin > 2_000 && other.uin < 2_010) bob.ack(bob.last('deliveredMessage')!.sequence)
  }
  world.pass(100)
  expect(bob.news().at(-1)).toBe('tryAgain 1012')
  ann.write(bob, 'meanwhile')
  world.pass(100)
  const kept = ['from 2000', 'from 2010', 'from 2011', 'from 2012', 'from 2013', 'meanwhile']
  expect(storedFor(world, 1_002)).toEqual(kept)
  bob.acks = true
  bob.login({ tcpPort })
  bob.say(clientPackets.requestStoredMessages, {})
  world.pass(1_000)
  expect(bob.shown.slice(-6)).toEqual(kept)
  expect(storedFor(world, 1_002)).toEqual([])
})

test('a client that has missed the word is told that it is not connected; its numbers go on until it has heard it', () => {
  const world = newWorld()
  const { ann, bob } = nearTheEnd(world)
  ann.write(bob, '998')
  bob.isDeaf = true
  ann.write(bob, '999')
  bob.isDeaf = false
  world.pass(60_000)
  bob.keepAlive()
  bob.news()
  bob.login({ tcpPort })
  bob.ack(1_001)
  expect(bob.news().slice(0, 3)).toEqual([`ack ${bob.nextSequence - 1}`, 'loginReply 1001', 'tryAgain 1002'])
  world.pass(5_000)
  bob.login({ tcpPort })
  expect(bob.news().slice(0, 2)).toEqual([`ack ${bob.nextSequence - 1}`, 'loginReply 0'])
})

test('other clients go on, across the wrap from FFFF to 0 as well', () => {
  const world = newWorld()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  for (let number = 1; number < 0xffff; number++) ann.write(bob, 'x')
  bob.acks = false
  const cat = world.guest(1_003)
  const dan = world.guest(1_004)
  ann.write(bob, 'FFFF')
  cat.write(bob, '0')
  dan.write(bob, '1')
  world.pass(5_000)
  for (const sequence of [0xfffe, 0]) bob.ack(sequence)
  world.pass(5_000)
  bob.ack(0xffff)
  bob.ack(1)
  world.pass(60_000)
  const last = bob
    .news()
    .slice(-5)
    .map((line) => line.replace(/: \d+/, ''))
  expect(last).toEqual([
    'deliveredMessage 65535 "FFFF"',
    'deliveredMessage 0 "0"',
    'deliveredMessage 1 "1"',
    'deliveredMessage 65535 "FFFF"',
    'deliveredMessage 1 "1"',
  ])
  expect([storedFor(world, 1_002), ann.news().at(-1)?.slice(0, 3), world.node.counters.bugs]).toEqual([[], 'ack', 0])
})
