import type { Socket } from 'node:dgram'
import { EventEmitter } from 'node:events'
import { serverFraming, serverPackets } from '@seekyou/wire'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Chat } from './chat.ts'
import { Crowd } from './crowd.ts'
import { User } from './user.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const recipientAt = 10
const textAt = 18

/** Two who write to each other; what is sent is noted, and passed on by the test. */
function pair() {
  const sent: Buffer[] = []
  const newUser = (uin: number): User => {
    const socket = Object.assign(new EventEmitter(), { send: (bytes: Buffer) => sent.push(bytes), close() {} })
    return new User(socket as unknown as Socket, uin)
  }
  const users = [newUser(1_000), newUser(1_001)] as const
  const crowd = new Crowd(users, 0)
  crowd.window.from = 0
  const chat = new Chat(crowd)
  chat.formRing(users)
  let number = 0
  /** As a server does it. */
  const deliver = (message: Buffer): void => {
    const to = users.find(({ uin }) => uin === message.readUInt32LE(recipientAt))
    const packet = { from: message.readUInt32LE(6), kind: 1, text: message.subarray(textAt, -1) }
    to?.socket.emit('message', Buffer.from(serverFraming.seal(serverPackets.deliveredMessage, packet, number++)))
  }
  const write = (): Buffer => {
    chat.write(users[0], 5, performance.now())
    return sent.at(-1)!
  }
  return { users, crowd, chat, deliver, write }
}

test('a message is over when it was shown and acknowledged', () => {
  const { users, crowd, chat, deliver, write } = pair()
  const onOver = vi.fn()
  chat.onOver = onOver
  const message = write()
  deliver(message)
  expect(onOver).not.toHaveBeenCalled()
  users[0].socket.emit('message', Buffer.from(serverFraming.ack(message.readUInt16LE(4))))
  expect(onOver).toHaveBeenCalledWith(users[0], expect.any(Number))
  expect(crowd.counts).toMatchObject({ expected: 1, met: 1, repeated: 0, outOfTurn: 0 })
  expect([chat.shown.count, chat.acknowledged.count]).toEqual([1, 1])
})

test('what comes again and what comes late is told apart', () => {
  const { crowd, deliver, write } = pair()
  const [first, second] = [write(), write()]
  for (const message of [second, second, first, first]) deliver(message)
  expect(crowd.counts).toMatchObject({ expected: 2, met: 2, repeated: 2, outOfTurn: 1, unexpected: 0 })
})

test('messages of an earlier phase, and from elsewhere, are none of this one', () => {
  const { users, crowd, chat, deliver, write } = pair()
  const old = write()
  vi.spyOn(Math, 'random').mockReturnValueOnce(0.123)
  chat.formRing(users)
  deliver(old)
  expect(crowd.counts).toMatchObject({ met: 0, unexpected: 1 })
})
