import type { Gateway } from '@seekyou/gateway'
import type { Uin } from '@seekyou/language'
import { Counters, limitsOn, type Node, type NodeInput } from '@seekyou/server'
import type { SqlStore } from '@seekyou/store-sql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { liveServer } from './live-server.ts'

type GatewayCounts = Gateway['counts']

const ann = 1_000 as Uin
let inputs: NodeInput[]
let node: { size: number; isSettled: boolean; counters: Counters }
const account = { uin: ann }

beforeEach(() => {
  vi.useFakeTimers()
  inputs = []
  node = { size: 3, isSettled: true, counters: new Counters() }
})
afterEach(() => void vi.useRealTimers())

/** A node of which only the outside is there; `handle` says what it does with an input. */
function open(handle: (input: NodeInput) => void = () => {}) {
  const driver = {
    handle: (input: NodeInput) => {
      inputs.push(input)
      handle(input)
    },
    stop() {},
  }
  const findAccount = async ({ uin }: { uin: Uin }) => (uin === ann ? { account } : undefined)
  const store = { findAccount, waitingCalls: 2 } as unknown as SqlStore
  return liveServer(node as unknown as Node, driver, {
    store,
    udp: { host: '127.0.0.1', port: 4000 },
    places: { http: 'http://127.0.0.1:8080/', adminHttp: undefined },
    limits: limitsOn,
    codePage: 'windows-1252',
    chronicle: { note() {}, stop() {}, read: () => ({ seconds: [], day: [], latest: [] }) },
    gateway: () => ({ counts: { webSocketsOpened: 7 } as GatewayCounts }),
  })
}

const announce = (server: ReturnType<typeof open>) => server.announce([ann], 1, Uint8Array.of(1))

test('whether somebody was signed off shows in how many are left', () => {
  const server = open(({ kind }) => {
    if (kind === 'forceOff' && node.size === 3) node.size = 2
  })
  expect([server.forceOff(ann), server.forceOff(ann), server.online]).toEqual([true, false, 2])
})

test('the node hears of a changed account as it stands in the store', async () => {
  const server = open()
  await server.accountChanged(ann)
  await server.accountChanged(1_001 as Uin)
  expect(inputs).toEqual([{ kind: 'accountChanged', account }])
})

test('an announcement is over when the node is settled', async () => {
  const server = open(({ kind }) => {
    if (kind === 'announce') node.isSettled = false
  })
  const done = vi.fn()
  void announce(server).then(done)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(done).not.toHaveBeenCalled()
  node.counters.messagesRefused += 1
  node.isSettled = true
  await vi.advanceTimersByTimeAsync(10)
  expect(done).toHaveBeenCalledWith(1)
  expect(inputs.map(({ kind }) => kind)).toEqual(['announce', 'settle'])
})

test('on a node that is never idle, it is over when the commit after the next has ended', async () => {
  node.isSettled = false
  const done = vi.fn()
  void announce(open()).then(done)
  node.counters.commits += 2
  await vi.advanceTimersByTimeAsync(100)
  expect(done).not.toHaveBeenCalled()
  node.counters.storeFailures += 1
  await vi.advanceTimersByTimeAsync(100)
  node.counters.commits += 2
  await vi.advanceTimersByTimeAsync(100)
  expect(done).not.toHaveBeenCalled()
  node.counters.commits += 1
  await vi.advanceTimersByTimeAsync(100)
  expect(done).toHaveBeenCalledWith(0)
})

test('a store that takes nothing is told to the operator', async () => {
  node.isSettled = false
  const refused = expect(announce(open())).rejects.toThrow('The store takes no messages')
  await vi.advanceTimersByTimeAsync(31_000)
  await refused
})

test('the status is what the node and its store say', async () => {
  const server = open()
  await vi.advanceTimersByTimeAsync(1_500)
  node.counters.bugs += 1
  expect(server.status()).toEqual({
    online: 3,
    uptimeMs: 1_500,
    udp: '127.0.0.1:4000',
    http: 'http://127.0.0.1:8080/',
    version: expect.stringMatching(/^\d/),
    storeCalls: 2,
    health: { memory: expect.anything(), handles: expect.any(Number), delayMs: expect.anything() },
    counters: { ...node.counters, bugs: 1, webSocketsOpened: 7 },
    limits: limitsOn,
  })
})

test('who may register is the node’s to know, and the operator’s to say', () => {
  const server = open()
  server.setRegistration('invite')
  expect(inputs).toEqual([{ kind: 'setRegistration', mode: 'invite' }])
})
