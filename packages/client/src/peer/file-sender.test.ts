import { expect, test } from 'vitest'
import { framed } from '../testing/session-pair.ts'
import { FileSender } from './file-sender.ts'
import type { SessionOutcome } from './session.ts'

const text = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))
const received = (...hexes: string[]) =>
  ({ kind: 'received', bytes: Uint8Array.from(hexes.flatMap((hex) => [...framed(hex)])) }) as const
const kinds = (outcomes: readonly SessionOutcome[]): string[] => outcomes.map(({ kind }) => kind)

const start = '00 00 00 00 00 01 00 00 00 45 78 00 00 64 00 00 00 08 00 38 35 36 32 30 30 30 00'
const ready = '01 64 00 00 00 08 00 38 35 36 32 30 30 30 00'
const next = '02 00 0D 00 63 75 72 72 65 6E 74 2E 64 69 66 66 00 01 00 00 45 78 00 00 00 00 00 00 64 00 00 00'
const resume = '03 00 00 00 00 00 00 00 00 64 00 00 00'
const read = { kind: 'readFile', transfer: 1, file: 0, at: 0, length: 30_789 } as const

/** What sent the file of the captures: one of 30,789 bytes. */
function licq(size = 30_789): FileSender {
  const sender = new FileSender({ id: 1, nick: text('8562000'), files: [{ name: text('current.diff'), size }] })
  sender.handle({ kind: 'connected' }, 0)
  return sender
}

test('the frames agree with the captures', () => {
  const files = [{ name: text('current.diff'), size: 30_789 }]
  const sender = new FileSender({ id: 1, nick: text('8562000'), files })
  expect(sender.handle({ kind: 'connected' }, 0)).toEqual([{ kind: 'write', bytes: framed(start) }])
  expect(sender.handle(received(ready), 0)).toEqual([{ kind: 'write', bytes: framed(next) }])
  expect(sender.handle(received(resume), 0)).toEqual([
    { kind: 'fileBegan', id: 1, file: 0, name: text('current.diff'), at: 0, size: 30_789 },
    read,
  ])
})

test('data goes out in frames of 2,048 bytes, and the connection is closed behind the last one', () => {
  const sender = licq(2_050)
  sender.handle(received(ready, resume), 0)
  const bytes = Uint8Array.from({ length: 2_050 }, (_, at) => at)
  const [write] = sender.handle({ kind: 'fileRead', transfer: 1, file: 0, bytes }, 0)
  expect(write).toEqual({
    kind: 'write',
    bytes: Uint8Array.of(0x01, 0x08, 6, ...bytes.subarray(0, 2_048), 3, 0, 6, ...bytes.subarray(2_048)),
  })
  expect(kinds(sender.handle({ kind: 'drained' }, 0))).toEqual(['fileEnded', 'close', 'filesEnded'])
})

test('a disk may give less than it was asked for, and never more', () => {
  const sender = licq(10)
  sender.handle(received(ready, resume), 0)
  sender.handle({ kind: 'fileRead', transfer: 1, file: 0, bytes: text('abc') }, 0)
  expect(sender.handle({ kind: 'drained' }, 0)).toEqual([{ ...read, at: 3, length: 7 }])
  expect(sender.handle({ kind: 'fileRead', transfer: 1, file: 0, bytes: text('defghijklmn') }, 0)).toEqual([
    { kind: 'write', bytes: Uint8Array.of(8, 0, 6, ...text('defghij')) },
  ])
})

test('a receiver that names no speed does not mean a pause', () => {
  const sender = licq()
  const mute = [ready.replace('64', '00'), resume.replace('64 00 00 00', '00 00 00 00')]
  expect(kinds(sender.handle(received(...mute), 0))).toContain('readFile')
})

test('the lower speed counts', () => {
  const sender = licq(200_000)
  sender.handle(received(ready, '05 0A 00 00 00', resume), 0)
  sender.handle({ kind: 'wish', wish: { name: 'setSpeed', id: 1, percent: 50 } }, 0)
  expect(sender.wakeAt).toBe(9)
  expect(kinds(sender.handle({ kind: 'wake' }, 9))).toEqual(['readFile'])
  sender.handle({ kind: 'fileRead', transfer: 1, file: 0, bytes: new Uint8Array(63_488) }, 9)
  sender.handle({ kind: 'drained' }, 109)
  expect(sender.wakeAt).toBe(109 + 900)
  sender.handle(received('05 C8 00 00 00'), 120)
  expect(sender.wakeAt).toBe(109 + 100)
})

test('however slow it is to be, a rest is not taken for the end', () => {
  const sender = licq(200_000)
  sender.handle(received(ready, resume, '05 01 00 00 00'), 0)
  sender.handle({ kind: 'wake' }, 99)
  sender.handle({ kind: 'fileRead', transfer: 1, file: 0, bytes: new Uint8Array(63_488) }, 0)
  sender.handle({ kind: 'drained' }, 60_000)
  expect(sender.wakeAt).toBe(70_000)
})

test('a pause of the receiver’s lasts until it ends it', () => {
  const sender = licq()
  expect(kinds(sender.handle(received(ready, '05 00 00 00 00', resume), 0))).toEqual(['write', 'fileBegan'])
  expect(kinds(sender.handle({ kind: 'wake' }, 3_599_999))).toEqual([])
  expect(sender.handle(received('05 64 00 00 00'), 3_599_999)).toEqual([read])
})

test('what is said about another file does not stop this one', () => {
  const sender = licq()
  sender.handle(received(ready, resume), 0)
  expect(sender.handle(received('04 00 00 00 00', '04 02 00 00 00'), 0)).toEqual([])
  expect(kinds(sender.handle(received('04 01 00 00 00'), 0))).toEqual(['fileEnded', 'close', 'filesEnded'])
})

test('a receiver that wants the file from behind its end on gets nothing of it', () => {
  const outcomes = licq().handle(received(ready, '03 46 78 00 00 00 00 00 00 64 00 00 00'), 0)
  expect(outcomes).toContainEqual({ kind: 'dropped', because: 'unexpected' })
  expect(kinds(outcomes)).not.toContain('readFile')
  expect(outcomes.at(-1)).toEqual({ kind: 'filesEnded', id: 1, because: 'done' })
})

test('frames that make no sense are counted, and too many of them end it', () => {
  const sender = licq()
  const outcomes = sender.handle(received('', '09', 'FF', resume, start, '06 01', '01 64'), 0)
  expect(outcomes.map((outcome) => outcome.kind === 'dropped' && outcome.because)).toEqual([
    'unreadable',
    'unexpected',
    'unreadable',
    'unexpected',
    'unexpected',
    'unexpected',
    'unreadable',
  ])
  const last = sender.handle({ kind: 'received', bytes: new Uint8Array(1_000) }, 0)
  expect(last).toHaveLength(93 + 3)
  expect(last.slice(-3)).toEqual([
    { kind: 'dropped', because: 'flooding' },
    { kind: 'close' },
    { kind: 'filesEnded', id: 1, because: 'broken' },
  ])
  expect(sender.handle(received(ready), 0)).toEqual([])
})

test('the peer does not learn where a file lies here', () => {
  const files = [{ name: text('secret/plans/current.diff'), size: 30_789 }]
  const sender = new FileSender({ id: 1, nick: text('8562000'), files })
  sender.handle({ kind: 'connected' }, 0)
  expect(sender.handle(received(ready), 0)).toEqual([{ kind: 'write', bytes: framed(next) }])
})

test('a total that does not fit is said as the most that does', () => {
  const file = { name: text('x'), size: 0xffff_ffff }
  const sender = new FileSender({ id: 1, nick: text('x'), files: [file, file] })
  const [write] = sender.handle({ kind: 'connected' }, 0)
  expect(write).toMatchObject({ bytes: framed('00 00 00 00 00 02 00 00 00 FF FF FF FF 64 00 00 00 02 00 78 00') })
})
