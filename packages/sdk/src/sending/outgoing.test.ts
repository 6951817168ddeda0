import type { OutgoingMessage } from '@seekyou/client'
import { type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Outgoing } from './outgoing.ts'
import { memoryQueue, type QueuedMessage, type QueueStore } from './queue-store.ts'

const [bob, cat] = [uin(1002), uin(1003)]
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const message = (id: string, to: Uin = bob): QueuedMessage => ({
  id,
  to,
  kind: 1,
  text: bytes(id),
  via: 'either',
  urgency: 'normal',
})

/** A queue, and what the machine was handed. */
function queue(store?: QueueStore) {
  const handed: OutgoingMessage[] = []
  const errors: unknown[] = []
  let id = 0
  const outgoing = new Outgoing({
    hand: (message) => handed.push(message),
    nextId: () => ++id,
    decode: (text) => new TextDecoder().decode(text),
    onError: (error) => errors.push(error),
    store,
  })
  const accept = (index: number): void =>
    outgoing.hear({ kind: 'messageAccepted', id: handed[index]!.id, via: 'server' })
  const texts = (): string[] => handed.map(({ text }) => new TextDecoder().decode(text))
  return { outgoing, handed, texts, accept, errors }
}

/** Everything that promises have to do is done. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('one at a time to each recipient, others do not wait', async () => {
  const { outgoing, texts, accept } = queue()
  outgoing.setOnline(true)
  const first = outgoing.send([message('a'), message('b')], true)
  const other = outgoing.send([message('c', cat)], true)
  expect(texts()).toEqual(['a', 'c'])
  accept(0)
  expect(texts()).toEqual(['a', 'c', 'b'])
  accept(2)
  expect(await first).toEqual({ via: 'server' })
  accept(1)
  await other
  expect(outgoing.waiting).toBe(0)
})

test('nothing is handed over before there is a connection, so that it can be taken back', async () => {
  const { outgoing, texts } = queue()
  const controller = new AbortController()
  const given = outgoing.send([message('a')], true, controller.signal)
  const kept = outgoing.send([message('b')], true)
  controller.abort(new Error('no more'))
  await expect(given).rejects.toThrow('no more')
  outgoing.setOnline(true)
  expect(texts()).toEqual(['b'])
  expect(outgoing.waiting).toBe(1)
  const late = outgoing.send([message('c')], true, AbortSignal.abort(new Error('late')))
  await expect(late).rejects.toThrow('late')
  expect(outgoing.waiting).toBe(1)
  void kept
})

test('what is under way goes on, the rest of it is not sent', async () => {
  const { outgoing, texts, accept } = queue()
  outgoing.setOnline(true)
  const controller = new AbortController()
  const given = outgoing.send([message('a'), message('b')], true, controller.signal)
  const next = outgoing.send([message('c')], true)
  controller.abort(new Error('enough'))
  await expect(given).rejects.toThrow('enough')
  accept(0)
  expect(texts()).toEqual(['a', 'c'])
  accept(1)
  await next
})

test('what a peer says', async () => {
  const { outgoing, handed, texts } = queue()
  outgoing.setOnline(true)
  const delivered = outgoing.send([message('a')], true)
  outgoing.hear({ kind: 'messageAccepted', id: handed[0]!.id, via: 'peer', answer: bytes('lunch') })
  expect(await delivered).toEqual({ via: 'peer', answer: 'lunch' })
  const returned = outgoing.send([message('b'), message('c')], true)
  outgoing.hear({ kind: 'messageReturned', id: handed[1]!.id, because: 'occupied', text: bytes('busy') })
  await expect(returned).rejects.toMatchObject({ name: 'SendError', because: 'occupied', answer: 'busy' })
  expect(texts()).toEqual(['a', 'b'])
  expect(outgoing.waiting).toBe(0)
  const unreachable = outgoing.send([message('d')], true)
  outgoing.hear({ kind: 'messageFailed', id: handed[2]!.id, because: 'unreachable' })
  await expect(unreachable).rejects.toMatchObject({ because: 'unreachable', isKept: false })
})

test('saved before it is sent, removed when it is accepted', async () => {
  const store = memoryQueue()
  const { outgoing, texts, accept } = queue(store)
  outgoing.setOnline(true)
  const given = outgoing.send([message('a'), message('b')], true)
  expect(texts()).toEqual([])
  await settled()
  expect(texts()).toEqual(['a'])
  expect((await store.load()).map(({ id }) => id)).toEqual(['a', 'b'])
  accept(0)
  await settled()
  expect((await store.load()).map(({ id }) => id)).toEqual(['b'])
  accept(1)
  await given
  await settled()
  expect(await store.load()).toEqual([])
})

test('what one process leaves, the next one sends first', async () => {
  const store = memoryQueue()
  const before = queue(store)
  before.outgoing.setOnline(true)
  const given = before.outgoing.send([message('a'), message('b')], true)
  const unkept = before.outgoing.send([message('c')], false)
  given.catch(() => {})
  unkept.catch(() => {})
  await settled()
  await before.outgoing.end()
  await expect(given).rejects.toMatchObject({ because: 'signedOff', isKept: true })
  await expect(unkept).rejects.toMatchObject({ because: 'signedOff', isKept: false })
  await expect(before.outgoing.send([message('x')], true)).rejects.toMatchObject({ because: 'signedOff' })

  const after = queue(store)
  await after.outgoing.load()
  const next = after.outgoing.send([message('d')], true)
  await settled()
  after.outgoing.setOnline(true)
  expect(after.texts()).toEqual(['a'])
  after.accept(0)
  after.accept(1)
  after.accept(2)
  await next
  expect(after.texts()).toEqual(['a', 'b', 'd'])
  await settled()
  expect(await store.load()).toEqual([])
})

test('the store is closed when everything is done', async () => {
  const calls: string[] = []
  const store: QueueStore = {
    load: async () => [],
    save: async () => void calls.push('save'),
    remove: async () => void calls.push('remove'),
    close: async () => void calls.push('close'),
  }
  const { outgoing, accept } = queue(store)
  outgoing.setOnline(true)
  const sent = outgoing.send([message('a')], true)
  await settled()
  accept(0)
  await sent
  await outgoing.end()
  expect(calls).toEqual(['save', 'remove', 'close'])
})

test('signed off by the machine: kept in the store', async () => {
  const store = memoryQueue()
  const { outgoing, handed } = queue(store)
  outgoing.setOnline(true)
  const given = outgoing.send([message('a')], true)
  await settled()
  outgoing.hear({ kind: 'messageFailed', id: handed[0]!.id, because: 'signedOff' })
  await expect(given).rejects.toMatchObject({ because: 'signedOff', isKept: true })
  expect(await store.load()).toHaveLength(1)
})

test('taken back while it is being saved: gone from the store, never sent', async () => {
  const store = memoryQueue()
  const { outgoing, texts } = queue(store)
  outgoing.setOnline(true)
  const controller = new AbortController()
  const given = outgoing.send([message('a')], true, controller.signal)
  controller.abort(new Error('no'))
  await expect(given).rejects.toThrow('no')
  await settled()
  expect(texts()).toEqual([])
  expect(await store.load()).toEqual([])
  expect(outgoing.waiting).toBe(0)
})

test('a store that fails', async () => {
  const cause = new Error('disk full')
  const broken: QueueStore = {
    load: async () => [],
    save: async (messages) => {
      if (messages[0]!.id === 'a') throw cause
    },
    remove: async () => {
      throw cause
    },
  }
  const { outgoing, texts, accept, errors } = queue(broken)
  outgoing.setOnline(true)
  await expect(outgoing.send([message('a')], true)).rejects.toMatchObject({ because: 'notKept', cause })
  const sent = outgoing.send([message('b')], true)
  await settled()
  expect(texts()).toEqual(['b'])
  accept(0)
  await sent
  await settled()
  expect(errors).toEqual([cause])
})

test('ten thousand may wait, a message more is refused whole', async () => {
  const { outgoing } = queue()
  const many = Array.from({ length: 9_999 }, (_, index) => outgoing.send([message(`${index}`)], true))
  for (const one of many) one.catch(() => {})
  await expect(outgoing.send([message('x'), message('y')], true)).rejects.toMatchObject({ because: 'full' })
  expect(outgoing.waiting).toBe(9_999)
  await outgoing.end()
  expect(outgoing.waiting).toBe(0)
})

test('idle when nothing waits', async () => {
  const { outgoing, accept } = queue()
  await outgoing.idle()
  outgoing.setOnline(true)
  const given = outgoing.send([message('a')], true)
  let isIdle = false
  const idle = outgoing.idle().then(() => {
    isIdle = true
  })
  await settled()
  expect(isIdle).toBe(false)
  accept(0)
  await idle
  await given
})
