import { createSocket } from 'node:dgram'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseIp4 } from '@seekyou/language'
import { expect, test, vi } from 'vitest'
import type { TcpInput } from '../world.ts'
import { nodeWorld } from './node.ts'

const loopback = parseIp4('127.0.0.1')!

test('a road over UDP, and what has none', async () => {
  const server = createSocket('udp4')
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
  server.on('message', (bytes, { port, address }) => server.send(bytes, port, address))
  const heard: number[][] = []
  const hear = (datagram: Uint8Array): void => {
    heard.push([...datagram])
  }
  const road = await nodeWorld().openRoad(`localhost:${server.address().port}`, hear, () => {})
  road.send(new Uint8Array([1, 2, 3]))
  await vi.waitUntil(() => heard.length === 1)
  expect(heard).toEqual([[1, 2, 3]])
  road.close()
  server.close()
  await expect(nodeWorld().openRoad('a b', hear, () => {})).rejects.toMatchObject({
    name: 'CannotReach',
    message: 'Cannot reach a b: give a name or an IPv4 address, and a port as in icq.example.org:4000.',
  })
  await expect(nodeWorld().openRoad('wss://', hear, () => {})).rejects.toThrow('this is no address of a WebSocket')
})

test('TCP: two clients have connections of their own', async () => {
  const [toldAnn, toldBob]: [TcpInput[], TcpInput[]] = [[], []]
  const world = nodeWorld()
  const ann = world.openTcp!((input) => toldAnn.push(input))
  const bob = world.openTcp!((input) => toldBob.push(input))
  expect(ann.inner).toBeGreaterThan(0)
  bob.carryOut({ kind: 'listen', listener: 0, ports: [0, 0] })
  await vi.waitUntil(() => toldBob.length === 1)
  const { port } = toldBob[0] as Extract<TcpInput, { kind: 'listening' }>
  ann.carryOut({ kind: 'connect', connection: 1, ip: loopback, port })
  await vi.waitUntil(() => toldAnn.length === 1 && toldBob.length === 2)
  expect(toldAnn).toEqual([{ kind: 'connected', connection: 1 }])
  bob.close()
  await vi.waitUntil(() => toldAnn.length === 2)
  ann.close()
})

test('a file that is not there cannot be offered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seekyou-world-'))
  await writeFile(join(folder, 'here.txt'), 'here')
  const files = nodeWorld().openFiles!(() => {})
  expect(await files.offer(1, [join(folder, 'here.txt')])).toEqual([{ name: 'here.txt', size: 4 }])
  await expect(files.offer(2, [join(folder, 'gone.txt')])).rejects.toMatchObject({
    name: 'CannotRead',
    message: `Cannot read ${join(folder, 'gone.txt')}: it is not there.`,
  })
  files.close()
  await rm(folder, { recursive: true })
})
