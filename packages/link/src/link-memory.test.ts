import { renumber, serverFraming } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { Link } from './index.ts'
import { ackFrame, frame, newLink, parcel, testCode } from './testing/pair.ts'
import type { LinkInput, LinkOutcome } from './turns.ts'

const received = (sequence: number, code = testCode): LinkInput => ({ kind: 'received', frame: frame(sequence, code) })
const acked = (sequence: number): LinkInput => ({ kind: 'received', frame: ackFrame(sequence) })
const send = (mark: number, options = {}): LinkInput => ({ kind: 'send', parcel: parcel(mark, options) })

/** The marks and numbers of the datagrams that leave. */
const leaving = (outcomes: readonly LinkOutcome[]) =>
  outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'transmit') return []
    const view = new DataView(outcome.datagram.buffer)
    return [[view.getUint32(6, true), view.getUint16(4, true)]]
  })

function answer(link: Link, sequence: number, now: number): void {
  link.handle(received(sequence), now)
  link.handle({ kind: 'acknowledge', sequence, code: testCode }, now)
}

/** A link that goes on where another one ended. */
function successor(former: Link, now: number, firstSequence: number, manners = {}): Link {
  const link = newLink(manners, firstSequence)
  link.takeUp(former.memory(now), now)
  return link
}

test('whoever goes on knows what was acknowledged, and delivers what was still worked on', () => {
  const former = newLink()
  answer(former, 5, 1_000)
  former.handle(received(6), 1_000)
  const link = successor(former, 2_000, 100)
  expect(link.handle(received(5), 3_000)).toMatchObject([{ kind: 'transmit' }])
  expect(link.handle(received(6), 3_000)).toMatchObject([{ kind: 'deliver' }])
})

test('of many answers the last 64 are known', () => {
  const former = newLink()
  for (let sequence = 1; sequence <= 70; sequence++) answer(former, sequence, sequence * 100)
  const link = successor(former, 8_000, 100)
  const known = Array.from({ length: 70 }, (_, index) => link.knows(frame(index + 1)))
  expect(known).toEqual([...new Array(6).fill(false), ...new Array(64).fill(true)])
})

test('of what has been handed on twice the last 64 are known as well, and the newest before those', () => {
  const former = newLink()
  for (let sequence = 1; sequence <= 70; sequence++) answer(former, sequence, sequence * 100)
  const second = successor(former, 8_000, 100)
  for (let sequence = 71; sequence <= 90; sequence++) answer(second, sequence, 8_000)
  const third = successor(second, 9_000, 200)
  const known = Array.from({ length: 90 }, (_, index) => third.knows(frame(index + 1)))
  expect(known).toEqual([...new Array(26).fill(false), ...new Array(64).fill(true)])
})

test('nothing but answers is handed on, and nothing of what is lost', () => {
  const former = newLink()
  answer(former, 5, 1_000)
  former.handle(received(6), 1_000)
  expect(former.memory(2_000).answered).toMatchObject([{ sequence: 5, code: testCode }])
  former.handle(send(1), 2_000)
  former.handle({ kind: 'close' }, 2_000)
  expect(former.memory(2_000)).toMatchObject({ underWay: [], waiting: [] })
})

test('an answer that is too old to be remembered is not handed on', () => {
  const former = newLink({ rememberMs: 180_000 })
  answer(former, 5, 0)
  answer(former, 6, 1_000)
  expect(former.memory(180_500).answered.map(({ sequence }) => sequence)).toEqual([6])
})

test('what was on its way keeps its number, waits as if it had just left, and is settled under it', () => {
  const former = newLink()
  former.handle(send(1, { patience: 'message' }), 0)
  former.handle(send(2, { patience: 'message' }), 0)
  const link = successor(former, 7_000, 100)
  expect([...link.receipts()]).toEqual([1, 2])
  expect(link.wakeAt).toBe(17_000)
  expect(link.handle({ kind: 'wake' }, 16_999)).toEqual([])
  expect(leaving(link.handle({ kind: 'wake' }, 17_000))).toEqual([[1, 0], [2, 1]]) // biome-ignore format: one row
  expect(link.handle(acked(1), 17_001)).toEqual([{ kind: 'acknowledged', receipt: 2 }])
  expect(leaving(link.handle(send(3), 17_002))).toEqual([[3, 100]])
})

test('what had no number yet leaves in its turn', () => {
  const former = newLink({ inFlightMax: 1 })
  for (const mark of [1, 2]) former.handle(send(mark), 0)
  const link = successor(former, 1_000, 100, { inFlightMax: 1 })
  expect(leaving(link.handle(acked(0), 1_001))).toEqual([[2, 100]])
})

test('a link is idle when nothing is on its way', () => {
  const link = newLink()
  expect(link.isIdle).toBe(true)
  link.handle(send(1), 0)
  expect(link.isIdle).toBe(false)
  link.handle(acked(0), 1)
  expect(link.isIdle).toBe(true)
})

const rationed = (numbers: number, firstSequence = 0): Link =>
  new Link({ ack: serverFraming.ack, renumber }, { ...newManners, ackCode: 0x000a }, 0, firstSequence, numbers)

const newManners = {
  inFlightMax: 8,
  queueMax: 100,
  silenceMs: 400_000,
  waits: { opening: [1_000], brisk: [1_000], steady: [10_000], message: [10_000] },
  messageAgainMs: 30_000,
  rememberMs: 180_000,
}

test('without numbers nothing new leaves, until more are granted', () => {
  const link = rationed(2)
  expect(leaving([1, 2, 3, 4].flatMap((mark) => link.handle(send(mark), 0)))).toEqual([[1, 0], [2, 1]]) // biome-ignore format: one row
  expect(link.numbersLeft).toBe(0)
  expect(leaving(link.handle({ kind: 'grant', numbers: 1 }, 1))).toEqual([[3, 2]])
  expect(leaving(link.handle(acked(0), 2))).toEqual([])
  expect(leaving(link.handle({ kind: 'grant', numbers: 2 }, 3))).toEqual([[4, 3]])
  expect([link.numbersLeft, link.nextSequence]).toEqual([1, 4])
})

test('a grant that begins elsewhere takes the place of what is left', () => {
  const link = rationed(5)
  link.handle(send(1), 0)
  link.handle({ kind: 'grant', numbers: 2, from: 300 }, 1)
  expect([link.numbersLeft, link.nextSequence]).toEqual([2, 300])
  expect(leaving([2, 3, 4].flatMap((mark) => link.handle(send(mark), 2)))).toEqual([[2, 300], [3, 301]]) // biome-ignore format: one row
  link.handle({ kind: 'grant', numbers: 7, from: undefined }, 3)
  expect([link.numbersLeft, link.nextSequence]).toEqual([6, 303])
  link.handle({ kind: 'grant', numbers: 4 }, 4)
  expect(link.numbersLeft).toBe(10)
})

test('ACKs and repetitions need no number, and a goodbye does not wait for one', () => {
  const link = rationed(1)
  link.handle(send(1), 0)
  expect(link.handle({ kind: 'acknowledge', sequence: 9, code: testCode }, 1)).toHaveLength(1)
  expect(leaving(link.handle({ kind: 'resend' }, 2))).toEqual([[1, 0]])
  expect(link.numbersLeft).toBe(0)
  expect(leaving(link.handle(send(2, { patience: 'once' }), 3))).toEqual([[2, 1]])
  expect(link.numbersLeft).toBe(-1)
})

test('a number that is skipped because it is still on its way counts as used', () => {
  const former = newLink({}, 0xffff)
  for (const mark of [1, 2]) former.handle(send(mark), 0)
  const link = rationed(5, 0xffff)
  link.takeUp(former.memory(0), 0)
  expect(leaving(link.handle(send(3), 1))).toEqual([[3, 1]])
  expect([link.numbersLeft, link.nextSequence]).toEqual([2, 2])
})
