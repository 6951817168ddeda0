// The library over WebSockets: a bridge carries each binary message as one datagram to the real server, and back.
import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { connect } from '@seekyou/sdk'
import { afterEach, expect, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { password } from '../started-server.ts'
import { useServer } from '../use-server.ts'

const place = useServer()
const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close()
})

/** A bridge to the server, and what cuts all who are connected off. */
async function bridge() {
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  sockets.on('connection', (socket) => {
    const udp = createSocket('udp4')
    const { host, port } = place.server
    socket.on('message', (bytes: Buffer) => udp.send(bytes, port, host))
    udp.on('message', (bytes) => socket.send(bytes))
    socket.on('close', () => udp.close())
  })
  await new Promise((resolve) => sockets.once('listening', resolve))
  const cut = (): void => {
    for (const socket of sockets.clients) socket.terminate()
  }
  cleanUp.push(() => {
    cut()
    return new Promise((resolve) => sockets.close(resolve))
  })
  return { server: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/datagrams`, cut }
}

test('somebody over a WebSocket and somebody over UDP talk, also after the WebSocket was cut', async () => {
  const { server, cut } = await bridge()
  const { host, port } = place.server
  const [annUin, bobUin] = [place.newUin(), place.newUin()]
  const ann = await connect({ server, uin: annUin, password, contacts: [bobUin] })
  cleanUp.push(() => ann.signOff())
  const bob = await connect({ server: `${host}:${port}`, uin: bobUin, password, contacts: [annUin] })
  cleanUp.push(() => bob.signOff())
  const texts: string[] = []
  for (const one of [ann, bob]) one.on('message', ({ text }) => texts.push(text))
  await ann.send(bobUin, 'from the web')
  await bob.send(annUin, 'to the web')
  await vi.waitUntil(() => texts.length === 2)
  const states: string[] = []
  ann.on('state', ({ state }) => states.push(state))
  cut()
  await vi.waitUntil(() => ann.state === 'reconnecting')
  const late = [bob.send(annUin, 'again to the web'), ann.send(bobUin, 'again from the web')]
  await Promise.all(late)
  await vi.waitUntil(() => texts.length >= 4, { timeout: 20_000 })
  expect(new Set(texts)).toEqual(new Set(['from the web', 'to the web', 'again to the web', 'again from the web']))
  expect(states).toEqual(['reconnecting', 'online'])
})
