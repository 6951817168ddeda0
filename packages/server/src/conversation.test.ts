import { clientPackets, unknownPacket } from '@seekyou/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { text } from './testing/client.ts'
import { World } from './testing/world.ts'

test('a first conversation, from the sign-on to the sign-off', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002)

  bob.login()
  expect(bob.news()).toEqual(['ack 1', 'loginReply 0'])
  expect(bob.last('loginReply')?.value).toMatchObject({ uin: 1_002, yourIp: 0x0a00_0001, loginSeq: 2, keepaliveS: 120 })
  bob.watch(ann)
  expect(bob.news()).toEqual(['ack 2', 'userOnline 1: 1001', 'endOfContacts 2'])
  bob.fetch()
  expect(bob.news()).toEqual(['ack 3', 'endOfStoredMessages 3'])
  // COMPAT Licq: confirms under the number of the server's end mark.
  bob.say(clientPackets.confirmStoredMessages, {}, 3)
  bob.say(clientPackets.statusChange, { status: 1 })
  bob.write(ann, 'hello')
  expect(bob.news()).toEqual(['ack 3', 'ack 4', 'ack 5'])
  expect(ann.news()).toEqual(['deliveredMessage 1: 1002 "hello"'])
  ann.write(bob, 'hi')
  expect(bob.news()).toEqual(['deliveredMessage 4: 1001 "hi"'])
  bob.keepAlive()
  bob.say(clientPackets.keepAlive2, {})
  expect(bob.news()).toEqual(['ack 6', 'ack 7'])
  bob.signOff()
  expect(bob.news()).toEqual(['ack 8'])

  expect(world.node.size).toBe(1)
  expect(world.notes).toMatchObject([
    { what: 'signedOn', uin: 1_001 },
    { what: 'signedOn', uin: 1_002, address: bob.address },
    { what: 'signedOff', uin: 1_002, because: 'signedOff' },
  ])
})

test('what cannot be understood is acknowledged like everything else, and counted', () => {
  const world = new World()
  const ann = world.guest(1_001)
  ann.say(clientPackets.metaUser, {})
  ann.say(unknownPacket(0xffff, 'client'), {})
  ann.say(unknownPacket(0x0000, 'client'), {}, 0)
  ann.say(unknownPacket(clientPackets.sendMessage.code, 'client'), { trailing: Uint8Array.of(1, 2) })
  expect(ann.news()).toEqual(['ack 2', 'ack 3', 'ack 0', 'ack 4'])
  expect(world.node.counters).toMatchObject({ unknownCommands: 3, faults: 1, bugs: 0 })
})

test('any command of somebody with a link gets exactly one ACK', () => {
  const opening = [0x000a, 0x03e8, 0x03f2, 0x03fc, 0x04ec]
  const code = fc.oneof(
    fc.constantFrom(0x010e, 0x0406, 0x0438, 0x044c, 0x0456, 0x04d8, 0x06a4, 0x06ae),
    fc.nat(0xffff).filter((code) => !opening.includes(code)),
  )
  fc.assert(
    fc.property(code, fc.nat(0xffff), fc.uint8Array({ maxLength: 60 }), (code, sequence, trailing) => {
      const world = new World()
      const ann = world.guest(1_001)
      ann.say(unknownPacket(code, 'client'), { trailing }, sequence)
      world.pass(1_000)
      expect(ann.news().filter((line) => line.startsWith('ack'))).toEqual([`ack ${sequence}`])
      expect(world.node.counters.bugs).toBe(0)
    }),
  )
})

test('COMPAT icqlib: a message that comes six times is delivered once and acknowledged each time', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.write(bob, 'once')
  for (let again = 0; again < 5; again++) ann.repeat()
  expect(bob.news()).toEqual(['deliveredMessage 1: 1001 "once"'])
  expect(ann.news()).toEqual(Array.from({ length: 6 }, () => 'ack 2'))
})

test('ACKs that nobody waits for, and repeated ones, do no harm', () => {
  const world = new World()
  const ann = world.guest(1_001)
  for (const sequence of [0, 0, 1, 77, 0xffff]) ann.ack(sequence)
  ann.keepAlive()
  expect(ann.news()).toEqual(['ack 2'])
})

test('a foreign number in the header is treated as a stranger’s, and changes nothing', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.say(clientPackets.sendMessage, { to: 1_002, kind: 1, text: text('forged') }, 9, 1_002)
  ann.say(clientPackets.sendTextCode, { text: text('B_USER_DISCONNECTED'), code: 5 }, 10, 1_002)
  expect(ann.news()).toEqual(['notConnected 9'])
  expect(bob.news()).toEqual([])
  bob.keepAlive()
  ann.keepAlive()
  expect([bob.news(), ann.news()]).toEqual([['ack 2'], ['ack 2']])
})

test('whoever fears to have lost the connection gets everything outstanding at once, after the ACK', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  bob.acks = false
  ann.write(bob, 'one')
  world.pass(3_000)
  bob.news()
  bob.say(clientPackets.sendTextCode, { text: text('B_MESSAGE_ACK'), code: 5 })
  expect(bob.news()).toEqual(['ack 2', 'deliveredMessage 1: 1001 "one"'])
})

test('after the sign-off there is no link any more', () => {
  const world = new World()
  const ann = world.guest(1_001)
  ann.signOff()
  ann.repeat()
  expect(ann.news()).toEqual(['ack 2', 'ack 2'])
  ann.keepAlive()
  expect(ann.news()).toEqual(['notConnected 3'])
  world.pass(400_000)
  expect([world.node.size, world.node.wakeAt]).toEqual([0, undefined])
})
