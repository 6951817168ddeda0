// What is easily forgotten: links that have to wait for bytes, parcels without a receipt, clients that were started anew.
import { expect, test } from 'vitest'
import { ackFrame, frame, newLink, parcel } from './testing/pair.ts'
import type { LinkInput, LinkOutcome } from './turns.ts'

const received = (sequence: number, code: number): LinkInput => ({ kind: 'received', frame: frame(sequence, code) })
const signOfLife: LinkInput = { kind: 'received', frame: ackFrame(4_711) }
const send = (mark: number, options = {}): LinkInput => ({ kind: 'send', parcel: parcel(mark, options) })
const silent = (mark: number): LinkInput => ({
  kind: 'send',
  parcel: { datagram: parcel(mark).datagram, patience: 'steady' },
})
const kinds = (outcomes: readonly LinkOutcome[]): string[] => outcomes.map(({ kind }) => kind)
const again = { ...frame(3, 0x010e), bytes: Uint8Array.of(2, 0, 0x0e, 1, 3, 0, 99) }

test('another command under a number that was used is delivered, because the program may have been started anew', () => {
  const link = newLink()
  link.handle(received(3, 0x010e), 0)
  expect(link.handle(received(3, 0x010e), 1)).toEqual([])
  expect(kinds(link.handle({ kind: 'received', frame: again }, 1))).toEqual(['deliver'])
  expect(link.handle({ kind: 'received', frame: again }, 2)).toEqual([])
})

test('of a client that was started anew, questions are delivered again', () => {
  const link = newLink({ questions: new Set([0x044c]) })
  for (const input of [received(2, 0x044c), received(3, 0x010e)]) link.handle(input, 0)
  expect(link.handle({ kind: 'startOver' }, 2)).toEqual([])
  expect(kinds(link.handle(received(2, 0x044c), 3))).toEqual(['deliver'])
  expect(link.handle(received(3, 0x010e), 3)).toEqual([])
})

test('where there are no questions, starting over changes nothing', () => {
  const link = newLink()
  link.handle(received(3, 0x010e), 0)
  expect(link.handle({ kind: 'startOver' }, 1)).toEqual([])
  expect(link.handle(received(3, 0x010e), 2)).toEqual([])
})

test('a parcel without a receipt is not asked for while it waits, and nobody hears that it is lost', () => {
  const link = newLink({ inFlightMax: 1 })
  link.handle(send(1), 0)
  link.handle(silent(2), 0)
  expect([...link.receipts()]).toEqual([1])
  expect(link.handle({ kind: 'close' }, 1)).toEqual([{ kind: 'lost', receipt: 1 }])
})

test('a link knows when the other side was heard last, whatever it said', () => {
  const link = newLink()
  expect(link.heardAt).toBe(0)
  link.handle(received(3, 0x010e), 5)
  link.handle(send(1), 6)
  expect(link.heardAt).toBe(5)
  link.handle(signOfLife, 7)
  expect(link.heardAt).toBe(7)
})

test('a repetition on demand does not put off the next one', () => {
  const link = newLink()
  link.handle(send(1), 0)
  link.handle({ kind: 'resend' }, 5_000)
  expect(link.wakeAt).toBe(10_000)
})

test('a new parcel does not overtake a repetition that waits for bytes, however small it is', () => {
  const link = newLink({ bytesPerSecond: 100 })
  link.handle(send(1, { size: 100 }), 0)
  expect(kinds(link.handle({ kind: 'resend' }, 0))).toEqual(['stalled'])
  expect(link.handle(send(2, { size: 10 }), 500)).toEqual([])
  expect(kinds(link.handle({ kind: 'wake' }, 1_000))).toEqual(['transmit', 'stalled'])
})

test('a link that waits for bytes gives nothing up before it may send again', () => {
  const waits = { opening: [500], brisk: [500], steady: [500], message: [500] }
  const link = newLink({ bytesPerSecond: 10, waits })
  link.handle(send(1), 0)
  link.handle(send(2), 0)
  link.handle(signOfLife, 1)
  expect([link.wakeAt, link.handle({ kind: 'wake' }, 700)]).toEqual([1_000, []])
  expect(link.handle({ kind: 'wake' }, 1_000)).toMatchObject([{ kind: 'lost', receipt: 1 }, { kind: 'transmit' }])
})

test('a link that waits for bytes for very long still ends by silence', () => {
  const link = newLink({ bytesPerSecond: 1, silenceMs: 5_000 })
  link.handle(send(1), 0)
  link.handle(send(2), 0)
  expect(link.wakeAt).toBe(5_000)
  expect(kinds(link.handle({ kind: 'wake' }, 5_000))).toEqual(['lost', 'lost', 'ended'])
})

test('what supersedes a lane goes behind what is under way there, and nothing that waited there is said', () => {
  const link = newLink()
  for (const mark of [1, 2, 3]) link.handle(send(mark, { lane: 7 }), 0)
  link.handle(send(4, { lane: 7 }), 0)
  link.handle(send(5, { lane: 8 }), 0)
  link.handle(send(6, { lane: 8 }), 0)
  expect(link.handle(send(9, { lane: 7, supersedes: true }), 1)).toEqual([])
  expect([...link.receipts()]).toEqual([1, 5, 6, 9])
})
