import { expect, test } from 'vitest'
import type { Chat } from './chat.ts'
import type { ChatEvent } from './chat-event.ts'
import type { ConnectOptions } from './connect.ts'
import type { UserEventOf } from './events.ts'
import { type TestNetwork, testNetwork } from './testing/index.ts'
import type { Transfer } from './transfer.ts'
import type { User } from './user.ts'

const [annUin, bobUin] = [1001, 1002]
const minute = 60_000
const peers = { ports: [1200, 1300] } as const

interface Pair {
  readonly network: TestNetwork
  readonly ann: User
  readonly bob: User
}

/** Two people who know each other and can be reached directly. */
async function pair(options: Partial<ConnectOptions> = {}): Promise<Pair> {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin, contacts: [bobUin], peers, ...options })
  const bob = await network.connect({ uin: bobUin, contacts: [annUin], peers, ...options })
  await network.until(() => ann.contacts.get(bobUin)?.status && bob.contacts.get(annUin)?.status)
  return { network, ann, bob }
}

/** What somebody is asked next. */
async function next<Type extends 'chatRequested' | 'filesOffered'>(
  { network }: Pair,
  user: User,
  type: Type,
  act: () => unknown,
): Promise<UserEventOf<Type>> {
  const asked = user.once(type)
  act()
  return network.finish(asked as Promise<UserEventOf<Type>>)
}

async function chat(pair: Pair): Promise<{ annChat: Chat; bobChat: Chat }> {
  const { network, ann, bob } = pair
  let asking: Promise<Chat> | undefined
  const request = await next(pair, bob, 'chatRequested', () => {
    asking = ann.chat(bobUin, { reason: 'Lunch?', nick: 'Ann' })
  })
  expect(request).toMatchObject({ from: annUin, isProven: true, reason: 'Lunch?' })
  const accepted = request.accept({ nick: 'Bob' })
  return { annChat: await network.finish(asking!), bobChat: await network.finish(accepted) }
}

test('messages go directly, and through the server where there is no way', async () => {
  const { network, ann, bob } = await pair()
  const heard: UserEventOf<'message'>[] = []
  bob.on('message', (event) => heard.push(event))
  const first = await network.finish(ann.send(bobUin, 'directly'))
  expect(first).toEqual({ via: 'peer' })
  await network.until(() => heard.length === 1)
  expect(heard[0]).toMatchObject({ text: 'directly', from: annUin, via: 'peer', isProven: true })
  expect(await network.finish(ann.send(bobUin, 'around', { via: 'server' }))).toEqual({ via: 'server' })
  const cat = await network.connect({ uin: 1003 })
  expect(await network.finish(ann.send(cat.uin, 'no way'))).toEqual({ via: 'server' })
  await expect(network.finish(ann.send(cat.uin, 'no way', { via: 'peer' }))).rejects.toMatchObject({
    because: 'unreachable',
  })
})

test('away: the text comes with the acknowledgement, and when it is asked for', async () => {
  const { network, ann, bob } = await pair()
  bob.setStatus('away', { text: 'Back at five' })
  await network.until(() => ann.contacts.get(bobUin)?.status === 'away')
  const heard: string[] = []
  ann.on('message', ({ text }) => heard.push(text))
  expect(await network.finish(ann.send(bobUin, 'hi'))).toEqual({ via: 'peer', answer: 'Back at five' })
  expect(await network.finish(ann.awayText(bobUin))).toBe('Back at five')
  await network.finish(ann.send(bobUin, 'hi', { via: 'server' }))
  await network.pass(minute)
  expect(heard).toEqual([])
  expect(await network.finish(ann.awayText(4_711))).toBeUndefined()
})

test('somebody busy is reached only when it is urgent', async () => {
  const { network, ann, bob } = await pair()
  bob.setStatus('doNotDisturb', { text: 'Asleep' })
  await network.until(() => ann.contacts.get(bobUin)?.status === 'doNotDisturb')
  await expect(network.finish(ann.send(bobUin, 'hi'))).rejects.toMatchObject({
    name: 'SendError',
    because: 'doNotDisturb',
    answer: 'Asleep',
  })
  const urgent = bob.once('message')
  await network.finish(ann.send(bobUin, 'fire!', { urgency: 'urgent' }))
  expect(await network.finish(urgent)).toMatchObject({ text: 'fire!', urgency: 'urgent' })
})

test('a chat: each sees what the other types', async () => {
  const { network, ann, bob } = await pair({ codePage: 'windows-1251' })
  const { annChat, bobChat } = await chat({ network, ann, bob })
  expect([annChat.nick, bobChat.nick, annChat.with, bobChat.with]).toEqual(['Bob', 'Ann', bobUin, annUin])
  const seen: ChatEvent[] = []
  bobChat.on('*', (event) => seen.push(event))
  annChat.type('Привею')
  annChat.type('\bт\nвторая')
  annChat.setLook({ foreground: '#ff0000', isBold: true })
  annChat.beep()
  await network.until(() => seen.some(({ type }) => type === 'beep'))
  expect(seen.filter(({ type }) => type === 'line')).toEqual([{ type: 'line', text: 'Привет' }])
  expect(bobChat.line).toBe('вторая')
  expect(bobChat.look).toMatchObject({ foreground: '#ff0000', isBold: true, isItalic: false })
  const line = annChat.once('line')
  bobChat.say('Ответ')
  expect(await network.finish(line)).toEqual({ type: 'line', text: 'Ответ' })
  expect(() => annChat.setLook({ foreground: 'red' })).toThrow('red is no colour: write it like #ff0000.')
  const ended = bobChat.once('ended')
  annChat.leave()
  expect(await network.finish(ended)).toMatchObject({ because: 'left' })
  await network.until(() => annChat.isOver)
  annChat.type('too late')
  expect([annChat.isOver, bobChat.isOver]).toEqual([true, true])
})

test('a chat that is refused, taken back, or impossible', async () => {
  const both = await pair()
  const { network, ann, bob } = both
  let asking: Promise<Chat> | undefined
  const request = await next(both, bob, 'chatRequested', () => {
    asking = ann.chat(bobUin)
  })
  request.refuse('Not now')
  await expect(network.finish(asking!)).rejects.toMatchObject({
    name: 'ChatError',
    because: 'refused',
    reason: 'Not now',
  })
  const controller = new AbortController()
  const other = await next(both, bob, 'chatRequested', () => {
    asking = ann.chat(bobUin, { signal: controller.signal })
  })
  controller.abort(new Error('changed my mind'))
  await expect(asking!).rejects.toThrow('changed my mind')
  await network.pass(minute)
  await expect(other.accept()).rejects.toMatchObject({ because: 'cancelled' })
  await expect(network.finish(ann.chat(4_711))).rejects.toMatchObject({ because: 'unreachable' })
  const alone = await network.connect({ uin: 1003, contacts: [bobUin] })
  await expect(network.finish(alone.chat(bobUin))).rejects.toMatchObject({ because: 'unreachable' })
})

/** Ann offers files of so many bytes, `1.bin` and so on. */
async function offer(both: Pair, sizes: readonly number[], options = {}) {
  const { network, ann, bob } = both
  const files = sizes.map((size, index) => [`/ann/${index + 1}.bin`, new Uint8Array(size).fill(index + 1)] as const)
  for (const [path, bytes] of files) network.files.set(path, bytes)
  let sending: Promise<Transfer> | undefined
  const offered = await next(both, bob, 'filesOffered', () => {
    sending = ann.sendFiles(
      bobUin,
      files.map(([path]) => path),
      { description: 'Pictures', ...options },
    )
  })
  return { offered, transfer: await sending!, files }
}

test('files: offered, accepted, whole', async () => {
  const both = await pair()
  const { network } = both
  const { offered, transfer, files } = await offer(both, [10_000, 0, 50_000])
  expect(offered).toMatchObject({ from: annUin, isProven: true, name: '1.bin', size: 60_000, description: 'Pictures' })
  const incoming = offered.accept({ folder: '/bob' })
  const told: string[] = []
  incoming.on('*', (event) => told.push('name' in event ? `${event.type} ${event.name}` : event.type))
  await network.finish(transfer.done, { withinMs: 10 * minute })
  expect(await network.finish(incoming.done)).toEqual(['/bob/1.bin', '/bob/2.bin', '/bob/3.bin'])
  for (const [path, bytes] of files) expect(network.files.get(path.replace('ann', 'bob'))).toEqual(bytes)
  expect(told.filter((line) => !line.startsWith('progress'))).toEqual([
    'fileBegan 1.bin',
    'fileEnded 1.bin',
    'fileBegan 2.bin',
    'fileEnded 2.bin',
    'fileBegan 3.bin',
    'fileEnded 3.bin',
    'ended',
  ])
  expect([transfer.isOver, incoming.isOver]).toEqual([true, true])
})

test('files that are refused, too large, or taken back', async () => {
  const both = await pair()
  const { network } = both
  const refused = await offer(both, [10])
  refused.offered.refuse('No space')
  await expect(network.finish(refused.transfer.done)).rejects.toMatchObject({
    name: 'TransferError',
    because: 'refused',
    reason: 'No space',
  })
  const large = await offer(both, [10_000])
  const incoming = large.offered.accept({ folder: '/bob', bytesMax: 9_999 })
  await expect(network.finish(incoming.done)).rejects.toMatchObject({ because: 'tooLarge' })
  const controller = new AbortController()
  const withdrawn = await offer(both, [10], { signal: controller.signal })
  controller.abort(new Error('wrong file'))
  await expect(network.finish(withdrawn.transfer.done)).rejects.toThrow('wrong file')
  await network.pass(minute)
  await expect(withdrawn.offered.accept({ folder: '/bob' }).done).rejects.toMatchObject({ because: 'cancelled' })
  expect([...network.files.keys()].filter((path) => path.startsWith('/bob'))).toEqual([])
})

test('a transfer that is paused, skips, goes on, and is cancelled', async () => {
  const both = await pair()
  const { network } = both
  const { offered, transfer } = await offer(both, [400_000, 10, 400_000])
  const incoming = offered.accept({ folder: '/bob' })
  const ended: string[] = []
  incoming.on('fileEnded', ({ name, because }) => ended.push(`${name} ${because}`))
  incoming.setSpeed(0)
  await network.pass(10 * 1_000)
  expect(incoming.isOver).toBe(false)
  incoming.skip()
  incoming.setSpeed(100)
  await network.until(() => incoming.current?.name === '3.bin', { withinMs: 10 * minute })
  transfer.setSpeed(0)
  transfer.cancel()
  await expect(network.finish(transfer.done)).rejects.toMatchObject({ because: 'cancelled' })
  await expect(network.finish(incoming.done)).rejects.toMatchObject({ name: 'TransferError' })
  expect(ended.slice(0, 2)).toEqual(['1.bin skipped', '2.bin done'])
  expect(() => transfer.setSpeed(101)).toThrow('101 is no speed')
  await expect(both.ann.sendFiles(bobUin, [])).rejects.toThrow('There are no files to send')
})

test('whoever signs off ends chats and transfers', async () => {
  const both = await pair()
  const { network, ann } = both
  const { bobChat } = await chat(both)
  const { transfer } = await offer(both, [10])
  await network.finish(ann.signOff())
  await expect(transfer.done).rejects.toMatchObject({ name: 'TransferError' })
  await network.until(() => bobChat.isOver)
})
