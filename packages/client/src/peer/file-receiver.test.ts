import { uin } from '@seekyou/language'
import { peerPackets, sealPeer } from '@seekyou/wire'
import { describe, expect, test } from 'vitest'
import { framed } from '../testing/session-pair.ts'
import { FileReceiver } from './file-receiver.ts'
import { joined } from './joined.ts'
import type { SessionOutcome } from './session.ts'

const text = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))
const kinds = (outcomes: readonly SessionOutcome[]): string[] => outcomes.map(({ kind }) => kind)
const received = (...frames: Uint8Array[]) => ({ kind: 'received', bytes: joined(frames) }) as const

const start = framed('00 00 00 00 00 01 00 00 00 45 78 00 00 64 00 00 00 08 00 38 35 36 32 30 30 30 00')
const ready = framed('01 64 00 00 00 08 00 38 35 36 32 30 30 30 00')
const next = framed('02 00 0D 00 63 75 72 72 65 6E 74 2E 64 69 66 66 00 01 00 00 45 78 00 00 00 00 00 00 64 00 00 00')
const resume = framed('03 00 00 00 00 00 00 00 00 64 00 00 00')
const startOf = (numFiles: number) =>
  sealPeer(peerPackets.fileStart, { op: 0, zero: 0, numFiles, totalBytes: 1, speed: 100, senderNick: text('x') })
const nextOf = (name: string, size: number) =>
  sealPeer(peerPackets.fileNext, {
    op: 2,
    zero: 0,
    filename: text(name),
    secondName: text(''),
    size,
    zero2: 0,
    speed: 100,
  })
const data = (length: number) => sealPeer(peerPackets.fileData, { op: 6, data: new Uint8Array(length).fill(97) })
const stop = framed('04 01 00 00 00')
const opened = (file = 0, at = 0) => ({ kind: 'fileOpened', transfer: -1, file, at }) as const
const wrote = { kind: 'fileWritten', transfer: -1, file: 0 } as const

function receiver(bytesMax = 30_789): FileReceiver {
  const receiver = new FileReceiver({ id: -1, nick: text('8562000'), from: uin(1_001), bytesMax })
  receiver.handle({ kind: 'connected' }, 0)
  return receiver
}

/** One that receives a file of so many bytes. */
function receiving(size: number): FileReceiver {
  const one = receiver(size)
  one.handle(received(startOf(1), nextOf('x', size)), 0)
  one.handle(opened(), 0)
  return one
}

test('the frames agree with the captures', () => {
  const one = receiver()
  expect(one.handle(received(start), 0)).toEqual([{ kind: 'write', bytes: ready }])
  expect(one.handle(received(next), 0)).toEqual([
    { kind: 'openFile', transfer: -1, file: 0, name: text('current.diff'), size: 30_789, from: 1_001 },
    { kind: 'pause' },
  ])
  expect(one.handle(opened(), 0)).toEqual([
    { kind: 'fileBegan', id: -1, file: 0, name: text('current.diff'), at: 0, size: 30_789 },
    { kind: 'write', bytes: resume },
    { kind: 'resume' },
  ])
})

test('a file is finished when the disk has all of it', () => {
  const one = receiving(5)
  const bytes = text('aaaaa')
  expect(one.handle(received(data(5)), 0)).toEqual([
    { kind: 'writeFile', transfer: -1, file: 0, at: 0, bytes },
    { kind: 'pause' },
  ])
  expect(one.handle(wrote, 0)).toEqual([
    { kind: 'finishFile', transfer: -1, file: 0 },
    { kind: 'fileEnded', id: -1, file: 0, name: text('x'), at: 5, size: 5, because: 'done' },
    { kind: 'resume' },
  ])
  expect(one.handle({ kind: 'closed' }, 0)).toEqual([{ kind: 'filesEnded', id: -1, because: 'done' }])
})

test('what the sender closes before the disk is ready is finished all the same', () => {
  const one = receiving(5)
  one.handle(received(data(5)), 0)
  expect(one.handle({ kind: 'closed' }, 0)).toEqual([])
  expect(kinds(one.handle(wrote, 0))).toEqual(['finishFile', 'fileEnded', 'filesEnded'])
})

test('a sender that does not close is closed', () => {
  const one = receiving(0)
  expect(one.wakeAt).toBe(10_000)
  expect(one.handle({ kind: 'wake' }, 10_000)).toEqual([
    { kind: 'close' },
    { kind: 'filesEnded', id: -1, because: 'done' },
  ])
})

test('the connection is read no faster than the disk writes', () => {
  const one = receiving(1_000_000)
  const block = received(...Array<Uint8Array>(32).fill(data(2_048)))
  for (let turn = 0; turn < 4; turn++) expect(kinds(one.handle(block, 0))).toEqual(['writeFile'])
  expect(kinds(one.handle(block, 0))).toEqual(['writeFile', 'pause'])
  for (let turn = 0; turn < 3; turn++) expect(one.handle(wrote, 0)).toEqual([])
  expect(kinds(one.handle(wrote, 0))).toEqual(['resume'])
})

test('a sender that does not obey a pause is read no more', () => {
  const one = receiving(10_000_000)
  one.handle({ kind: 'wish', wish: { name: 'setSpeed', id: -1, percent: 0 } }, 0)
  const block = received(...Array<Uint8Array>(32).fill(data(2_048)))
  let turns = 0
  const isPaused = () => {
    const outcomes = one.handle(block, 0)
    one.handle(wrote, 0)
    turns += 1
    return kinds(outcomes).includes('pause')
  }
  while (!isPaused()) expect(turns).toBeLessThan(20)
  expect(turns).toBe(17)
  const outcomes = one.handle({ kind: 'wish', wish: { name: 'setSpeed', id: -1, percent: 0.5 } }, 0)
  expect(outcomes).toEqual([{ kind: 'write', bytes: framed('05 01 00 00 00') }, { kind: 'resume' }])
})

test('frames of other lengths are data like any other', () => {
  const one = receiving(100_000)
  const outcomes = one.handle(received(data(1), data(0), data(65_000), data(34_999)), 0)
  const sizes = outcomes.flatMap((outcome) => (outcome.kind === 'writeFile' ? [outcome.at, outcome.bytes.length] : []))
  expect(sizes).toEqual([0, 65_536, 65_536, 34_464])
})

describe('a sender that lies', () => {
  test('gets nothing written behind the end of a file', () => {
    const one = receiving(5)
    const outcomes = one.handle(received(data(4), data(4)), 0)
    expect(outcomes).toEqual([
      { kind: 'writeFile', transfer: -1, file: 0, at: 0, bytes: text('aaaaa') },
      { kind: 'dropped', because: 'surplus' },
      { kind: 'pause' },
    ])
    expect(kinds(one.handle(wrote, 0))).toContain('finishFile')
    expect(one.handle(received(data(1)), 0)).toEqual([{ kind: 'dropped', because: 'surplus' }])
  })

  test('cannot send more than was agreed to, in one file', () => {
    expect(
      receiver(10)
        .handle(received(startOf(1), nextOf('x', 11)), 0)
        .slice(1),
    ).toEqual([
      { kind: 'dropped', because: 'tooLarge' },
      { kind: 'close' },
      { kind: 'filesEnded', id: -1, because: 'tooLarge' },
    ])
    expect(kinds(receiver(10).handle(received(startOf(1), nextOf('x', 10)), 0))).toContain('openFile')
  })

  test('nor in several, nor by skipping', () => {
    const one = receiver(10)
    one.handle(received(startOf(3), nextOf('x', 6)), 0)
    one.handle(opened(), 0)
    const outcomes = one.handle(received(stop, nextOf('y', 5)), 0)
    expect(outcomes.at(-1)).toEqual({ kind: 'filesEnded', id: -1, because: 'tooLarge' })
  })

  test('cannot send more files than it began with, nor begin with any number', () => {
    const one = receiver()
    one.handle(received(startOf(1), nextOf('x', 0)), 0)
    one.handle(opened(), 0)
    expect(one.handle(received(nextOf('y', 0)), 0).at(-1)).toMatchObject({ because: 'tooLarge' })
    expect(
      receiver()
        .handle(received(startOf(10_001)), 0)
        .at(-1),
    ).toMatchObject({ because: 'tooLarge' })
    expect(kinds(receiver().handle(received(startOf(10_000)), 0))).toEqual(['write'])
  })

  test('cannot choose where a file goes', () => {
    const outcomes = receiver().handle(received(startOf(1), nextOf('..\\..\\/etc/../../x/CON', 1)), 0)
    expect(outcomes[1]).toMatchObject({ kind: 'openFile', name: text('_CON') })
  })

  test('is not heard before it has begun, and begins once', () => {
    const one = receiver()
    const outcomes = one.handle(received(next, data(1), stop, start, start), 0)
    expect(kinds(outcomes)).toEqual(['dropped', 'dropped', 'dropped', 'write', 'dropped'])
  })

  test('sends data while the disk opens the file: it waits', () => {
    const one = receiver()
    expect(kinds(one.handle(received(startOf(1), nextOf('x', 2), data(2)), 0))).toEqual(['write', 'openFile', 'pause'])
    expect(kinds(one.handle(opened(), 0))).toEqual(['fileBegan', 'write', 'writeFile'])
  })

  test('announces the next file in the middle of one: that one stays a part', () => {
    const one = receiver()
    one.handle(received(startOf(2), nextOf('x', 20)), 0)
    one.handle(opened(), 0)
    expect(one.handle(received(data(3), nextOf('y', 2)), 0)).toMatchObject([
      { kind: 'writeFile', file: 0, at: 0, bytes: text('aaa') },
      { kind: 'abandonFile', file: 0 },
      { kind: 'fileEnded', file: 0, at: 3, because: 'broken' },
      { kind: 'openFile', file: 1 },
      { kind: 'pause' },
    ])
  })

  test('goes on with a skipped file: it is ignored up to its end', () => {
    const one = receiving(100)
    one.handle({ kind: 'wish', wish: { name: 'skipFile', id: -1 } }, 0)
    expect(one.handle(received(data(60), data(40)), 0)).toEqual([])
    expect(one.handle(received(data(1)), 0)).toEqual([{ kind: 'dropped', because: 'surplus' }])
  })

  test('closes before everything was there', () => {
    const one = receiving(100)
    one.handle(received(data(60)), 0)
    expect(kinds(one.handle({ kind: 'closed' }, 0))).toEqual(['writeFile', 'abandonFile', 'fileEnded', 'filesEnded'])
    const early = receiver()
    early.handle(received(startOf(1)), 0)
    expect(early.handle({ kind: 'closed' }, 0)).toEqual([{ kind: 'filesEnded', id: -1, because: 'broken' }])
  })
})

test('a part that is longer than the file is the file', () => {
  const one = receiver()
  one.handle(received(startOf(1), nextOf('x', 2)), 0)
  expect(one.handle(opened(0, 5), 0)).toContainEqual({
    kind: 'write',
    bytes: framed('03 02 00 00 00 00 00 00 00 64 00 00 00'),
  })
})

test('answers of the disk that nobody waits for any more do not matter', () => {
  const one = receiver()
  one.handle(received(startOf(2), nextOf('x', 2)), 0)
  one.handle({ kind: 'wish', wish: { name: 'skipFile', id: -1 } }, 0)
  expect(one.handle(opened(), 0)).toEqual([])
  one.handle(received(nextOf('y', 2)), 0)
  expect(one.handle(opened(), 0)).toEqual([])
  expect(one.handle({ kind: 'fileFailed', transfer: -1, file: 0 }, 0)).toEqual([])
  expect(kinds(one.handle(opened(1), 0))).toEqual(['fileBegan', 'write', 'resume'])
})
