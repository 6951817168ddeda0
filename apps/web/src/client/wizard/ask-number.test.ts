import { CannotReach, type World } from '@seekyou/sdk'
import { clientFraming, isFault } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { askNumber, datagramsAt } from './ask-number.ts'

/** A world with one server, which does what it is told to with a request for a number. */
function worldOf(meet: (road: { hear(datagram: Uint8Array): void; lost(): void }) => void): World & { roads: number } {
  return {
    roads: 0,
    now: () => performance.now(),
    wall: () => 0,
    random: () => 0.5,
    at(time, act) {
      const timer = setTimeout(act, Math.max(0, time - performance.now()))
      return () => clearTimeout(timer)
    },
    async openRoad(_server, hear, lost) {
      this.roads += 1
      return {
        send(datagram) {
          if (!isFault(clientFraming.open(datagram))) queueMicrotask(() => meet({ hear, lost }))
        },
        write() {},
        close() {},
      }
    },
  }
}

test('a line that breaks before the answer is not opened again: nobody knows whether a number was given', async () => {
  const world = worldOf((road) => road.lost())
  expect(await askNumber('ws://127.0.0.1/datagrams', 'secret', 'windows-1252', world)).toEqual({ because: 'silent' })
  expect(world.roads).toBe(1)
})

test('where there is no road, nothing was asked', async () => {
  const world: World = {
    ...worldOf(() => {}),
    openRoad: async (server) => {
      throw new CannotReach(server, 'nobody answers there')
    },
  }
  expect(await askNumber('ws://127.0.0.1/datagrams', 'secret', 'windows-1252', world)).toEqual({ because: 'away' })
})

test('datagrams go to where the pages came from', () => {
  expect(datagramsAt({ protocol: 'https:', host: 'icq.example.org' })).toBe('wss://icq.example.org/datagrams')
  expect(datagramsAt({ protocol: 'http:', host: '127.0.0.1:8080' })).toBe('ws://127.0.0.1:8080/datagrams')
})
