import type { Socket } from 'node:dgram'
import { EventEmitter } from 'node:events'
import { clientFraming, clientPackets, isFault, serverFraming, serverPackets } from '@seekyou/wire'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Crowd } from './crowd.ts'
import { User } from './user.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A crowd of one, whose socket only notes what is sent: command and number. */
function alone(slownessMs = 0) {
  const sent: string[] = []
  const socket = Object.assign(new EventEmitter(), {
    send(datagram: Uint8Array) {
      const frame = clientFraming.open(datagram)
      if (!isFault(frame)) sent.push(`${frame.code.toString(16)} ${frame.sequence}`)
    },
    close() {},
  })
  const user = new User(socket as unknown as Socket, 1_000_001)
  const crowd = new Crowd([user], slownessMs)
  const hear = (datagram: Uint8Array): boolean => socket.emit('message', Buffer.from(datagram))
  const said = { acknowledged: vi.fn() }
  const say = (): void =>
    crowd.send(user, clientFraming.seal(clientPackets.keepAlive, {}, 0, user.uin), said, 0, performance.now())
  return { user, crowd, sent, hear, say, said, take: () => sent.splice(0) }
}

const news = (sequence: number): Uint8Array => serverFraming.seal(serverPackets.userOffline, { uin: 7 }, sequence)

test('what can be acknowledged is acknowledged each time it comes, and heard once', () => {
  const { crowd, hear, take } = alone()
  const heard = vi.fn()
  crowd.hear(serverPackets.userOffline, heard)
  for (const number of [4, 5, 4]) hear(news(number))
  expect(take()).toEqual(['a 4', 'a 5', 'a 4'])
  expect(heard).toHaveBeenCalledTimes(2)
  expect(crowd.counts).toMatchObject({ duplicates: 1, unexpected: 0, datagramsIn: 3, datagramsOut: 3 })
})

test('what clients never acknowledged is not', () => {
  const { crowd, hear, take } = alone()
  hear(serverFraming.seal(serverPackets.tryAgain, {}, 1))
  hear(Uint8Array.of(2, 0, 4))
  expect(take()).toEqual([])
  expect(crowd.counts.unexpected).toBe(2)
})

test('slow recipients acknowledge a message when their time has come', () => {
  const { crowd, hear, take } = alone(20)
  crowd.hear(serverPackets.deliveredMessage, () => {})
  hear(serverFraming.seal(serverPackets.deliveredMessage, { from: 5, kind: 1, text: Uint8Array.of(0x61) }, 9))
  vi.advanceTimersByTime(15)
  expect(take()).toEqual([])
  vi.advanceTimersByTime(10)
  expect(take()).toEqual(['a 9'])
})

test('a command is sent six times, ten seconds apart, under one number, and then given up', () => {
  const { crowd, say, take } = alone()
  say()
  vi.advanceTimersByTime(120_000)
  expect(take()).toEqual(new Array(6).fill('42e 1'))
  expect(crowd.counts).toMatchObject({ resent: 5, givenUp: 1 })
})

test('an acknowledged command is not sent again', () => {
  const { hear, say, said, take } = alone()
  say()
  say()
  hear(serverFraming.ack(2))
  hear(serverFraming.ack(2))
  vi.advanceTimersByTime(10_000)
  expect(said.acknowledged).toHaveBeenCalledTimes(1)
  expect(take()).toEqual(['42e 1', '42e 2', '42e 1'])
})

test('whoever is on line and silent says every two minutes that they are there', () => {
  const { user, hear, take } = alone()
  user.isOnLine = true
  for (const number of [1, 2]) {
    vi.advanceTimersByTime(121_000)
    hear(serverFraming.ack(number))
  }
  expect(take()).toEqual(['42e 1', '42e 2'])
})
