import { EventEmitter } from 'node:events'
import { type Address, ipOf, isWeb, parseIp4 } from '@seekyou/language'
import { expect, test, vi } from 'vitest'
import { GatewayCounts } from './counts.ts'
import {
  askAfterMs,
  type BrowserSocket,
  backlogMax,
  datagramMax,
  perAddressMax,
  Sockets,
  silenceMs,
  socketsMax,
  stalledMax,
} from './sockets.ts'

const here = parseIp4('198.51.100.7')!

/** A browser's end that says what a test tells it to. */
class Browser extends EventEmitter {
  bufferedAmount = 0
  readonly sent: unknown[] = []
  readonly pings = vi.fn()
  readonly ended: unknown[] = []

  send(what: unknown): void {
    this.sent.push(what)
  }

  ping(): void {
    this.pings()
  }

  close(code: number): void {
    this.ended.push(code)
  }

  terminate(): void {
    this.ended.push('cut')
    this.emit('close')
  }

  says(bytes: number[] | string): void {
    this.emit('message', Buffer.from(bytes as string), typeof bytes !== 'string')
  }
}

function house() {
  const counts = new GatewayCounts()
  const clock = { now: 0 }
  const heard: [Address, number[]][] = []
  const gone: Address[] = []
  const meetAside = vi.fn(async (from: Address, name: string) => ({ from, name }))
  const sockets = new Sockets({
    counts,
    now: () => clock.now,
    onDatagram: (from, bytes) => heard.push([from, [...bytes]]),
    onGone: (from) => gone.push(from),
    meetAside,
    report: () => {},
  })
  const enter = (ip = here) => {
    const browser = new Browser()
    return { browser, address: sockets.add(ip, browser as unknown as BrowserSocket) }
  }
  return { sockets, counts, clock, heard, gone, enter }
}

test('each socket has a web address of its own, with the address of its browser', () => {
  const { sockets, heard, enter } = house()
  const [one, two] = [enter(), enter()]
  expect([isWeb(one.address), ipOf(one.address), one.address === two.address]).toEqual([true, here, false])
  one.browser.says([1, 2])
  two.browser.says([3])
  sockets.send(one.address, Uint8Array.of(4))
  expect(heard).toEqual([
    [one.address, [1, 2]],
    [two.address, [3]],
  ])
  expect([one.browser.sent, two.browser.sent]).toEqual([[Uint8Array.of(4)], []])
})

test('an aside is asked in the name of its socket', async () => {
  const { enter } = house()
  const { browser, address } = enter()
  browser.says('{"id":7,"name":"settings","ask":{}}')
  await vi.waitUntil(() => browser.sent.length > 0)
  expect(browser.sent).toEqual([JSON.stringify({ id: 7, answer: { from: address, name: 'settings' } })])
})

test('the end of a socket is told once; after it nothing comes and nothing goes', () => {
  const { sockets, heard, gone, enter } = house()
  const { browser, address } = enter()
  browser.emit('close')
  browser.emit('close')
  browser.says([1])
  sockets.send(address, Uint8Array.of(1))
  expect([gone, heard, browser.sent, sockets.size]).toEqual([[address], [], [], 0])
})

test('a datagram that does not fit behind what waits is lost', () => {
  const { sockets, counts, enter } = house()
  const { browser, address } = enter()
  browser.bufferedAmount = backlogMax + 1
  sockets.send(address, Uint8Array.of(1))
  browser.bufferedAmount = backlogMax
  sockets.send(address, Uint8Array.of(2))
  expect([browser.sent, counts.webDatagramsDropped, counts.webDatagramsOut]).toEqual([[Uint8Array.of(2)], 1, 1])
})

test('a browser that reads no answers is given up', async () => {
  const { counts, gone, enter } = house()
  const { browser, address } = enter()
  browser.bufferedAmount = stalledMax + 1
  browser.says('{"id":7,"name":"settings","ask":{}}')
  await vi.waitUntil(() => gone.length > 0)
  expect([gone, browser.ended, browser.sent, counts.webSocketsStalled]).toEqual([[address], ['cut'], [], 1])
})

test('a binary message that no client would send ends the socket', () => {
  const { counts, heard, gone, enter } = house()
  const { browser, address } = enter()
  browser.says(Array(datagramMax).fill(1))
  browser.says(Array(datagramMax + 1).fill(1))
  expect([heard.length, browser.ended, gone, counts.webSocketsTooLong]).toEqual([1, [1009], [address], 1])
})

test('who is silent is asked for a sign of life, and is gone when none comes', () => {
  const { sockets, counts, clock, gone, enter } = house()
  const [quiet, alive, busy] = [enter(), enter(), enter()]
  clock.now = askAfterMs
  busy.browser.says([1])
  sockets.beat()
  expect([quiet, alive, busy].map(({ browser }) => browser.pings.mock.calls.length)).toEqual([1, 1, 0])
  alive.browser.emit('pong')
  clock.now = silenceMs
  sockets.beat()
  expect([gone, quiet.browser.ended, counts.webSocketsSilent]).toEqual([[quiet.address], ['cut'], 1])
})

test('so many from one address, so many in all, and a place that is left is free', () => {
  const { sockets, enter } = house()
  const guests = Array.from({ length: perAddressMax }, () => enter())
  expect([sockets.hasRoom(here), sockets.hasRoom(here + 1)]).toEqual([false, true])
  guests[0]!.browser.emit('close')
  expect(sockets.hasRoom(here)).toBe(true)
  for (let ip = 1; sockets.size < socketsMax; ip++) enter(ip)
  expect(sockets.hasRoom(here)).toBe(false)
})

test('when the server ends, nobody is gone', () => {
  const { sockets, gone, enter } = house()
  const { browser } = enter()
  sockets.close()
  browser.emit('close')
  expect([gone, browser.ended, sockets.size]).toEqual([[], [1001], 0])
})
