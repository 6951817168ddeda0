import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { type WebSocket as Peer, WebSocketServer } from 'ws'
import type { Road } from '../world.ts'
import { isWebSocketUrl, openWebSocketRoad } from './websocket-road.ts'

const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close()
})

async function server(options: { readonly isSilent?: boolean } = {}) {
  const heard: number[][] = []
  const peers: Peer[] = []
  const sockets = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    ...(options.isSilent && { verifyClient: () => {} }),
  })
  sockets.on('connection', (peer) => {
    peers.push(peer)
    peer.on('message', (bytes: Buffer) => heard.push([...bytes]))
  })
  await new Promise((resolve) => sockets.once('listening', resolve))
  const close = () =>
    new Promise((resolve) => {
      for (const peer of sockets.clients) peer.terminate()
      sockets.close(resolve)
    })
  cleanUp.push(close)
  return { url: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/datagrams`, heard, peers, close }
}

async function road(url: string) {
  const heard: number[][] = []
  const lost = vi.fn()
  const read: string[] = []
  const opened: Road = await openWebSocketRoad(
    url,
    (bytes) => heard.push([...bytes]),
    lost,
    (text) => read.push(text),
  )
  cleanUp.push(() => opened.close())
  return { heard, read, lost, ...opened }
}

test('each binary message is a datagram, both ways; texts go beside them', async () => {
  const home = await server()
  const way = await road(home.url)
  const datagram = new Uint8Array([9, 2, 0, 7, 9]).subarray(1, 4)
  way.send(datagram)
  datagram[0] = 99
  way.send(new Uint8Array([3]))
  await vi.waitUntil(() => home.heard.length === 2)
  expect(home.heard).toEqual([[2, 0, 7], [3]])
  home.peers[0]!.send('{"id":1}')
  home.peers[0]!.send(new Uint8Array([4, 5]))
  home.peers[0]!.send(new Uint8Array([]))
  await vi.waitUntil(() => way.heard.length === 2)
  expect([way.heard, way.read]).toEqual([[[4, 5], []], ['{"id":1}']])
  way.write?.('ok')
  await vi.waitUntil(() => home.heard.length === 3)
  expect(home.heard[2]).toEqual([...Buffer.from('ok')])
  way.close()
  way.write?.('too late')
})

test('a road that ends is lost, once', async () => {
  const home = await server()
  const way = await road(home.url)
  home.peers[0]!.close()
  await vi.waitUntil(() => way.lost.mock.calls.length > 0)
  way.send(new Uint8Array([1]))
  way.close()
  expect(way.lost).toHaveBeenCalledTimes(1)
})

test('a road that is closed is not lost, and hears nothing more', async () => {
  const home = await server()
  const [way, other] = [await road(home.url), await road(home.url)]
  way.close()
  home.peers[0]!.send(new Uint8Array([1]))
  way.send(new Uint8Array([1]))
  await vi.waitUntil(() => home.peers[0]!.readyState === home.peers[0]!.CLOSED)
  other.send(new Uint8Array([2]))
  await vi.waitUntil(() => home.heard.length === 1)
  expect([way.heard, home.heard]).toEqual([[], [[2]]])
  expect(way.lost).not.toHaveBeenCalled()
})

test('a server that takes no more holds up nothing: what does not fit is dropped', async () => {
  const home = await server()
  const way = await road(home.url)
  home.peers[0]!.pause()
  for (let count = 0; count < 20_000; count++) way.send(new Uint8Array(1_000))
  home.peers[0]!.resume()
  way.close()
  await vi.waitUntil(() => home.peers[0]!.readyState === home.peers[0]!.CLOSED)
  expect(home.heard.length).toBeGreaterThan(200)
  expect(home.heard.length).toBeLessThan(20_000)
})

test('where nobody listens', async () => {
  const home = await server()
  await home.close()
  await expect(road(home.url)).rejects.toMatchObject({
    name: 'CannotReach',
    server: home.url,
    message: `Cannot reach ${home.url}: nobody answers there, or it is no server for datagrams.`,
  })
})

test('what is no address', async () => {
  await expect(road('ws://')).rejects.toMatchObject({
    message: 'Cannot reach ws://: this is no address of a WebSocket.',
  })
  expect(['ws://a', 'WSS://a/b', 'a:4000', 'http://a', 'wss.example:4000'].map(isWebSocketUrl)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('a server that takes the connection and says nothing is given up', async () => {
  const home = await server({ isSilent: true })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  cleanUp.push(() => vi.useRealTimers())
  const refused = expect(road(home.url)).rejects.toThrow(`Cannot reach ${home.url}: it does not answer.`)
  vi.advanceTimersByTime(20_000)
  await refused
})
