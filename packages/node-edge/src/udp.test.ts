import { createSocket } from 'node:dgram'
import { type Address, formatAddress, packAddress, parseIp4 } from '@seekyou/language'
import { afterEach, expect, test, vi } from 'vitest'
import { CannotListen, openUdp, type UdpSocket } from './udp.ts'

const loopback = parseIp4('127.0.0.1') as number
const open: UdpSocket[] = []

afterEach(async () => {
  for (const socket of open.splice(0)) await socket.close()
})

async function listen(host = '127.0.0.1', port = 0) {
  const received: { from: Address; bytes: Uint8Array }[] = []
  const errors: Error[] = []
  const onDatagram = (from: Address, bytes: Uint8Array) => received.push({ from, bytes })
  const socket = await openUdp({ host, port, onDatagram, onError: (error) => errors.push(error) })
  open.push(socket)
  return { socket, received, errors, address: packAddress(loopback, socket.address.port) }
}

test('a datagram arrives byte for byte, from the address of who sent it', async () => {
  const [ann, bob] = [await listen(), await listen()]
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  ann.socket.send(bob.address, bytes)
  await vi.waitUntil(() => bob.received.length === 1)
  expect(bob.received).toEqual([{ from: ann.address, bytes }])
  expect(bob.received[0]?.bytes.constructor).toBe(Uint8Array)
})

test('a part of a larger piece of memory is sent as that part, and an empty datagram is one', async () => {
  const [ann, bob] = [await listen(), await listen()]
  ann.socket.send(bob.address, new Uint8Array([1, 2, 3, 4]).subarray(1, 3))
  ann.socket.send(bob.address, new Uint8Array(0))
  await vi.waitUntil(() => bob.received.length === 2)
  expect(bob.received.map(({ bytes }) => [...bytes])).toEqual([[2, 3], []])
})

test('an answer finds its way back to a socket on another loopback address', async () => {
  const server = await listen('0.0.0.0')
  const client = createSocket('udp4')
  await new Promise<void>((resolve) => client.bind(0, '127.0.0.1', resolve))
  const answered = new Promise<string>((resolve) =>
    client.once('message', (bytes) => resolve(bytes.toString('latin1'))),
  )
  client.send('question', server.socket.address.port, '127.0.0.1')
  await vi.waitUntil(() => server.received.length === 1)
  const from = server.received[0]?.from as Address
  expect(formatAddress(from)).toBe(`127.0.0.1:${client.address().port}`)
  server.socket.send(from, new TextEncoder().encode('answer'))
  expect(await answered).toBe('answer')
  client.close()
})

test('what cannot be sent is counted and breaks nothing', async () => {
  const [ann, bob] = [await listen(), await listen()]
  const small = new Uint8Array(1)
  ann.socket.send(bob.address, new Uint8Array(65_508))
  ann.socket.send(packAddress(loopback, 0), small)
  expect(ann.socket.counts).toMatchObject({ sent: 0, failed: 2 })
  // Nobody listens there; nobody may broadcast.
  const nowhere = await listen()
  await nowhere.socket.close()
  ann.socket.send(nowhere.address, small)
  for (let count = 0; count < 40; count++) ann.socket.send(packAddress(0xffff_ffff, 4_000), small)
  await vi.waitUntil(() => ann.socket.counts.failed > 2)
  ann.socket.send(bob.address, small)
  await vi.waitUntil(() => bob.received.length === 1)
  expect(ann.errors).toEqual([])
})

test('it counts what comes and goes', async () => {
  const [ann, bob] = [await listen(), await listen()]
  for (let count = 0; count < 50; count++) ann.socket.send(bob.address, new Uint8Array(10))
  await vi.waitUntil(() => bob.socket.counts.received === 50)
  expect(ann.socket.counts).toEqual({ received: 0, sent: 50, failed: 0, dropped: 0 })
})

test('a closed socket frees its port, and ignores what is still sent', async () => {
  const { socket, address } = await listen()
  await Promise.all([socket.close(), socket.close()])
  socket.send(address, new Uint8Array(1))
  const again = await listen('127.0.0.1', socket.address.port)
  expect(again.socket.address).toEqual(socket.address)
})

test('a port that is taken, and a host that is not ours', async () => {
  const { socket } = await listen()
  const taken = listen('127.0.0.1', socket.address.port)
  await expect(taken).rejects.toBeInstanceOf(CannotListen)
  await expect(taken).rejects.toMatchObject({
    because: 'taken',
    message: `UDP port ${socket.address.port} on 127.0.0.1 is in use by another program: stop it, or choose another port.`,
  })
  for (const host of ['203.0.113.7', 'example.com']) {
    await expect(listen(host)).rejects.toMatchObject({
      because: 'host',
      message: `${host} is no IPv4 address of this machine: choose one that is, or 0.0.0.0 for all.`,
    })
  }
})
