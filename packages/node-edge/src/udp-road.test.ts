import type { Address } from '@seekyou/language'
import { afterEach, expect, test, vi } from 'vitest'
import { openUdp } from './udp.ts'
import { openUdpRoad, type UdpRoad, type UdpRoadOptions } from './udp-road.ts'

const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (const close of cleanUp.splice(0)) await close()
})

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

async function server(host = '127.0.0.1', port = 0) {
  const heard: { from: Address; text: string }[] = []
  const socket = await openUdp({
    host,
    port,
    onDatagram: (from, bytes) => heard.push({ from, text: textOf(bytes) }),
    onError: () => {},
  })
  cleanUp.push(() => socket.close())
  const say = (text: string): void => socket.send(heard.at(-1)!.from, bytesOf(text))
  return { heard, say, port: socket.address.port, socket }
}

async function road(place: string, options: Partial<UdpRoadOptions> = {}) {
  const heard: string[] = []
  const hear = (datagram: Uint8Array): void => {
    heard.push(textOf(datagram))
  }
  const opened: UdpRoad = await openUdpRoad(place, { hear, lost: () => {}, ...options })
  cleanUp.push(() => opened.close())
  return { heard, send: (text: string) => opened.send(bytesOf(text)), close: () => opened.close() }
}

test('datagrams go to a server by name and come back; those of others are not heard', async () => {
  const [home, stranger] = [await server(), await server()]
  const way = await road(`localhost:${home.port}`)
  way.send('hello')
  await vi.waitUntil(() => home.heard.length === 1)
  stranger.socket.send(home.heard[0]!.from, bytesOf('lies'))
  await vi.waitUntil(() => stranger.socket.counts.sent === 1)
  home.say('good day')
  await vi.waitUntil(() => way.heard.length === 1)
  expect(way.heard).toEqual(['good day'])
  expect(home.heard[0]!.text).toBe('hello')
})

test('a road that is closed says and hears nothing', async () => {
  const home = await server()
  const [way, other] = [await road(`127.0.0.1:${home.port}`), await road(`127.0.0.1:${home.port}`)]
  way.close()
  way.close()
  way.send('too late')
  other.send('hello')
  await vi.waitUntil(() => home.heard.length === 1)
  expect(home.heard[0]!.text).toBe('hello')
})

test('of several addresses the next one is tried when one does not answer, and kept when it does', async () => {
  const home = await server('127.0.0.3')
  let time = 0
  const resolve = vi.fn(async () => ['127.0.0.2', '127.0.0.3'])
  const way = await road(`icq.example.org:${home.port}`, { resolve, clock: () => time })
  const sendAt = (at: number, text: string): void => {
    time = at
    way.send(text)
  }
  sendAt(0, 'a')
  sendAt(4_999, 'b')
  expect(resolve).toHaveBeenCalledTimes(1)
  sendAt(5_000, 'c')
  expect(resolve).toHaveBeenCalledTimes(2)
  await vi.waitUntil(() => home.heard.length === 1)
  home.say('here')
  await vi.waitUntil(() => way.heard.length === 1)
  for (const at of [60_000, 70_000, 84_999]) sendAt(at, `${at}`)
  await vi.waitUntil(() => home.heard.length === 4)
  expect(home.heard.map(({ text }) => text)).toEqual(['c', '60000', '70000', '84999'])
  sendAt(85_000, 'lost again')
  sendAt(89_999, 'still lost')
  sendAt(95_000, 'd')
  await vi.waitUntil(() => home.heard.length === 5)
  expect(home.heard[4]!.text).toBe('d')
})

test('a server that moves is found again by its name; a look-up that fails changes nothing', async () => {
  const home = await server('127.0.0.3')
  let time = 0
  const answers = [
    Promise.resolve(['127.0.0.2']),
    Promise.reject(new Error('no network')),
    Promise.resolve(['127.0.0.3']),
  ]
  answers[1]!.catch(() => {})
  const way = await road(`icq.example.org:${home.port}`, { resolve: () => answers.shift()!, clock: () => time })
  for (let count = 0; count < 4; count++) {
    way.send(`${count}`)
    time += 6_000
    await Promise.resolve()
  }
  await vi.waitUntil(() => {
    time += 6_000
    if (answers.length === 0) way.send('later')
    return home.heard.length > 0
  })
})

test.each(['', 'a:b', 'a:0', 'a:70000', 'http://a'])('%j is no server', async (place) => {
  await expect(road(place)).rejects.toThrow(
    `${place} cannot be reached: give a name or an IPv4 address, and a port as in icq.example.org:4000.`,
  )
})

test('a name that nobody knows, and one without an address', async () => {
  const unknown = road('nowhere.example', { resolve: () => Promise.reject(new Error('ENOTFOUND')) })
  await expect(unknown).rejects.toThrow(
    'nowhere.example cannot be reached: nobody knows this name, or this machine is not on line.',
  )
  const empty = road('six.example', { resolve: async () => ['::1'] })
  await expect(empty).rejects.toMatchObject({ name: 'UnknownServer', detail: 'it has no IPv4 address' })
})
