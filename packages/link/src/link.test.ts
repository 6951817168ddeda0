import { expect, test } from 'vitest'
import { ackFrame, frame, newLink, pair, parcel, testCode, timesOf } from './testing/pair.ts'
import type { LinkInput, LinkOutcome } from './turns.ts'

const received = (sequence: number, code = testCode): LinkInput => ({ kind: 'received', frame: frame(sequence, code) })
const acked = (sequence: number): LinkInput => ({ kind: 'received', frame: ackFrame(sequence) })
const send = (mark: number, options = {}): LinkInput => ({ kind: 'send', parcel: parcel(mark, options) })
const signOfLife = acked(4_711)
const transmitted = ([outcome]: readonly LinkOutcome[]) => (outcome as LinkOutcome & { kind: 'transmit' }).datagram
const seconds = (...times: number[]) => times.map((second) => second * 1_000)

test('a parcel goes out, is delivered once and reported as acknowledged', () => {
  const { left, right, send, run } = pair()
  send(7)
  run(0)
  expect(right.delivered).toEqual([7])
  expect(left.acknowledged).toEqual([7])
  expect(left.sent).toEqual([{ at: 0, sequence: 0, isAck: false, bytes: 10, mark: 7 }])
})

test('a parcel without a receipt is reported by nothing', () => {
  const link = newLink()
  link.handle({ kind: 'send', parcel: parcel(1, {}) }, 0)
  link.handle({ kind: 'send', parcel: { datagram: parcel(2).datagram, patience: 'steady' } }, 0)
  expect([...link.receipts()]).toEqual([1])
  expect(link.handle(acked(1), 1)).toEqual([])
})

test('what is on its way and what waits for it can be asked for', () => {
  const { left, send } = pair({ loss: 1, manners: { inFlightMax: 2 } })
  for (const mark of [1, 2, 3, 4]) send(mark)
  expect([...left.link.receipts()]).toEqual([1, 2, 3, 4])
})

test('numbers begin where they are told to, and go on from FFFF to 0', () => {
  const link = newLink({}, 0xfffe)
  const sent = [1, 2, 3].map((mark) => transmitted(link.handle(send(mark), 0)).slice(4, 6))
  expect(sent).toEqual([Uint8Array.of(0xfe, 0xff), Uint8Array.of(0xff, 0xff), Uint8Array.of(0, 0)])
  expect(link.nextSequence).toBe(1)
  expect(link.handle(acked(0), 1)).toEqual([{ kind: 'acknowledged', receipt: 3 }])
})

test('numbers are spent on transmission, not on acknowledging or waiting', () => {
  const link = newLink({ inFlightMax: 1 })
  link.handle(received(5), 0)
  link.handle({ kind: 'acknowledge', sequence: 5, code: testCode }, 0)
  for (const mark of [1, 2, 3]) link.handle(send(mark), 0)
  expect(link.nextSequence).toBe(1)
  link.handle(acked(0), 1)
  expect(link.nextSequence).toBe(2)
  link.handle({ kind: 'wake' }, 10_001)
  link.handle({ kind: 'resend' }, 10_002)
  expect(link.nextSequence).toBe(2)
})

test('a steady parcel is sent six times, ten seconds apart, and then lost', () => {
  const { left, right, send, run, put } = pair({ loss: 1 })
  send(1)
  run(30_000)
  put(left, signOfLife)
  run(70_000)
  expect(timesOf(left, 1)).toEqual(seconds(0, 10, 20, 30, 40, 50))
  expect(left.lost).toEqual([1])
  expect([left.ended, right.delivered]).toEqual([undefined, []])
})

test('a message goes on after its six sends, every thirty seconds, while the link lives', () => {
  const { left, send, run, put } = pair({ loss: 1 })
  send(1, { patience: 'message' })
  run(30_000)
  put(left, signOfLife)
  run(200_000)
  expect(timesOf(left, 1)).toEqual(seconds(0, 10, 20, 30, 40, 50, 60, 90, 120, 150, 180))
  expect(new Set(left.sent.map(({ sequence }) => sequence))).toEqual(new Set([0]))
  expect(left.lost).toEqual([])
  put(left, acked(0))
  expect(left.acknowledged).toEqual([1])
})

test('presence is tried again sooner', () => {
  const { left, send, run, put } = pair({ loss: 1 })
  send(1, { patience: 'brisk' })
  run(1_000)
  put(left, signOfLife)
  run(100_000)
  expect(timesOf(left, 1)).toEqual(seconds(0, 2, 5, 10, 20, 30))
  expect(left.lost).toEqual([1])
})

test('the answer to a sign-on is tried at 0, 1 and 4 seconds', () => {
  const { left, send, run } = pair({ loss: 1 })
  send(1, { patience: 'opening' })
  run(59_999)
  expect(timesOf(left, 1)).toEqual(seconds(0, 1, 4))
  expect(left.ended).toBeUndefined()
  run(60_000)
  expect(left.ended).toBe('unanswered')
})

test('what is sent once is never sent again and needs no answer', () => {
  const { left, send, run, put } = pair({ loss: 1, manners: { inFlightMax: 0, queueMax: 0 } })
  send(1, { patience: 'once' })
  run(399_999)
  expect(timesOf(left, 1)).toEqual([0])
  expect(left.link.nextSequence).toBe(1)
  expect([...left.link.receipts()]).toEqual([])
  put(left, { kind: 'close' })
  expect(left.lost).toEqual([])
})

test('everything outstanding is sent again at once on demand, under its number', () => {
  const { left, send, put } = pair({ loss: 1 })
  for (const mark of [1, 2]) send(mark)
  put(left, { kind: 'resend' })
  expect(left.sent.map(({ mark, sequence }) => [mark, sequence])).toEqual([[1, 0], [2, 1], [1, 0], [2, 1]]) // biome-ignore format: one row
})

test('a link ends when nothing has come for 400 seconds', () => {
  const { left, run, put } = pair()
  run(300_000)
  put(left, signOfLife)
  expect(left.link.wakeAt).toBe(700_000)
  run(699_999)
  expect(left.ended).toBeUndefined()
  run(700_000)
  expect(left.ended).toBe('silence')
  expect(left.link.wakeAt).toBeUndefined()
})

test.each([
  ['a command', received(1)],
  ['an ACK of anything', acked(999)],
])('%s is a sign of life', (_, input) => {
  const link = newLink()
  link.handle(input, 250_000)
  expect(link.wakeAt).toBe(650_000)
})

test('a link that is never tired waits for nothing', () => {
  expect(newLink({ silenceMs: Number.POSITIVE_INFINITY }).wakeAt).toBeUndefined()
})

test('a link ends unanswered when a parcel ran out of sends and nothing at all came meanwhile', () => {
  const { left, send, run } = pair({ loss: 1 })
  for (const mark of [1, 2]) send(mark)
  send(3, { patience: 'message' })
  run(60_000)
  expect(left.ended).toBe('unanswered')
  expect(left.lost).toEqual([1, 2, 3])
})

test('a message alone finds out that nobody is there, too', () => {
  const { left, send, run } = pair({ loss: 1 })
  send(1, { patience: 'message' })
  run(60_000)
  expect(left.ended).toBe('unanswered')
})

test('one sign of life during the cycle keeps the link', () => {
  const { left, send, run, put } = pair({ loss: 1 })
  send(1)
  run(1)
  put(left, signOfLife)
  run(60_000)
  expect([left.ended, left.lost]).toEqual([undefined, [1]])
})

test('what came in the moment of the first send was before it', () => {
  const { left, send, run, put } = pair({ loss: 1 })
  run(5_000)
  put(left, signOfLife)
  send(1)
  run(65_000)
  expect(left.ended).toBe('unanswered')
})

test('after its end a link says nothing any more, and loses what it is handed', () => {
  const link = newLink()
  link.handle({ kind: 'close' }, 0)
  for (const input of [received(1), acked(0), { kind: 'wake' }, { kind: 'resend' }, { kind: 'close' }] as LinkInput[]) {
    expect(link.handle(input, 1_000_000)).toEqual([])
  }
  expect(link.handle(send(1), 1_000_000)).toEqual([{ kind: 'lost', receipt: 1 }])
  expect(link.wakeAt).toBeUndefined()
})

test('closing loses everything, in the order in which it was handed over', () => {
  const { left, send, put } = pair({ loss: 1, manners: { inFlightMax: 2 } })
  for (const mark of [1, 2, 3]) send(mark)
  put(left, { kind: 'close' })
  expect(left.lost).toEqual([1, 2, 3])
  expect([...left.link.receipts()]).toEqual([])
})

test('a parcel that finds the queue full is lost at once', () => {
  const { left, send } = pair({ loss: 1, manners: { inFlightMax: 2, queueMax: 3 } })
  for (const mark of [1, 2, 3, 4]) send(mark)
  expect(left.lost).toEqual([4])
  expect([...left.link.receipts()]).toEqual([1, 2, 3])
})

test('a repeated command is absorbed while it is worked on, and acknowledged again afterwards', () => {
  const link = newLink()
  expect(link.handle(received(5), 0)).toMatchObject([{ kind: 'deliver', frame: { sequence: 5 } }])
  expect(link.handle(received(5), 10)).toEqual([])
  const [ack] = link.handle({ kind: 'acknowledge', sequence: 5, code: testCode }, 20_000)
  expect(ack).toEqual({ kind: 'transmit', datagram: Uint8Array.of(2, 0, 0x0a, 0, 5, 0) })
  expect(link.handle(received(5), 30_000)).toEqual([ack])
  expect(link.handle(received(5), 30_001)).toEqual([ack])
})

test('COMPAT Licq: the same number under another command is another packet', () => {
  const link = newLink()
  link.handle(received(5, 0x010e), 0)
  expect(link.handle(received(5, 0x0442), 1)).toMatchObject([{ kind: 'deliver' }])
  link.handle({ kind: 'acknowledge', sequence: 5, code: 0x0442 }, 2)
  expect(link.handle(received(5, 0x0442), 3)).toHaveLength(1)
  expect(link.handle(received(5, 0x010e), 3)).toEqual([])
})

test('even a command that cannot exist is delivered once and can be acknowledged', () => {
  const link = newLink()
  expect(link.handle(received(0, 0), 0)).toMatchObject([{ kind: 'deliver' }])
  expect(link.handle(received(0, 0), 1)).toEqual([])
  link.handle({ kind: 'acknowledge', sequence: 0, code: 0 }, 2)
  expect(link.handle(received(0, 0), 3)).toHaveLength(1)
})

test('acknowledgements of unknown numbers, and repeated ones, mean nothing', () => {
  const link = newLink()
  link.handle(send(1), 0)
  expect(link.handle(acked(9), 1)).toEqual([])
  expect(link.handle(acked(0), 2)).toEqual([{ kind: 'acknowledged', receipt: 1 }])
  expect(link.handle(acked(0), 3)).toEqual([])
})

test('an ACK that comes after many sends still counts', () => {
  const { left, send, run, put } = pair({ loss: 1 })
  send(1)
  run(55_000)
  put(left, acked(0))
  run(300_000)
  expect([left.acknowledged, left.lost, left.ended]).toEqual([[1], [], undefined])
})

test('a parcel of a lane waits for the one before it, others do not', () => {
  const { left, send, run, put } = pair({ loss: 1 })
  send(1, { lane: 5 })
  send(2, { lane: 5 })
  send(3, { lane: 6 })
  send(4)
  send(5)
  expect(left.sent.map(({ mark }) => mark)).toEqual([1, 3, 4, 5])
  run(1)
  put(left, acked(0))
  expect(left.sent.map(({ mark }) => mark)).toEqual([1, 3, 4, 5, 2])
})

test('a lane goes on when its first parcel is lost', () => {
  const { left, send, run, put } = pair({ loss: 1 })
  send(1, { lane: 5 })
  send(2, { lane: 5 })
  run(1)
  put(left, signOfLife)
  run(60_000)
  expect(left.lost).toEqual([1])
  expect(timesOf(left, 2)).toEqual([60_000])
})

test('no lane is the same as lane 0', () => {
  const { left, send, run, put } = pair({ loss: 1, manners: { inFlightMax: 1 } })
  send(1)
  send(2, { lane: 0 })
  send(3)
  run(1)
  put(left, acked(0))
  expect(left.sent.map(({ mark }) => mark)).toEqual([1, 2])
})

test('while a parcel wants to be alone, nothing else leaves but ACKs', () => {
  const { left, send, run, put } = pair({ loss: 1 })
  send(1, { alone: true })
  send(2)
  send(3, { lane: 5 })
  put(left, received(1))
  expect(left.sent.map(({ mark, isAck }) => (isAck ? 'ack' : mark))).toEqual([1, 'ack'])
  run(1)
  put(left, acked(0))
  expect(left.sent.map(({ mark, isAck }) => (isAck ? 'ack' : mark))).toEqual([1, 'ack', 2, 3])
})

test('a parcel that wants to be alone waits until nothing is on its way, and nobody overtakes it', () => {
  const { left, send, run, put } = pair({ loss: 1 })
  send(1)
  send(2, { alone: true })
  send(3)
  send(4, { lane: 5 })
  expect(left.sent.map(({ mark }) => mark)).toEqual([1])
  run(1)
  put(left, acked(0))
  expect(left.sent.map(({ mark }) => mark)).toEqual([1, 2])
  put(left, acked(1))
  expect(left.sent.map(({ mark }) => mark)).toEqual([1, 2, 3, 4])
})

test('messages in their slow phase leave their place in the window to others, but not their lane', () => {
  const { left, send, run, put } = pair({ loss: 1, manners: { inFlightMax: 2 } })
  send(1, { patience: 'message', lane: 1 })
  send(2, { patience: 'message', lane: 2 })
  send(3, { patience: 'message', lane: 1 })
  send(4, { patience: 'message', lane: 4 })
  run(30_000)
  put(left, signOfLife)
  expect(timesOf(left, 4)).toEqual([])
  run(60_000)
  expect(timesOf(left, 4)).toEqual([60_000])
  expect(timesOf(left, 3)).toEqual([])
})

test('across the wrap, ACKs settle what they name, repetitions keep their number, and old numbers mean nothing', () => {
  const { left, send, run, put } = pair({ loss: 1, firstSequence: 0xfffe })
  for (const mark of [1, 2, 3]) send(mark, { patience: 'message' })
  run(5_000)
  for (const sequence of [0, 0xfffd, 1, 0xfffe]) put(left, acked(sequence))
  expect(left.acknowledged).toEqual([3, 1])
  run(10_000)
  expect(left.sent.at(-1)).toMatchObject({ sequence: 0xffff, mark: 2 })
  put(left, acked(0xffff))
  expect(left.acknowledged).toEqual([3, 1, 2])
})

test('a number that is still on its way is not given to another parcel after the wrap', () => {
  const link = newLink({ inFlightMax: 100 })
  link.handle(send(1, { patience: 'message' }), 0)
  for (let count = 1; count < 0x1_0000; count++) {
    link.handle(send(2), 0)
    link.handle(acked(count), 0)
  }
  const next = transmitted(link.handle(send(3), 0))
  expect(next.slice(4, 6)).toEqual(Uint8Array.of(1, 0))
  expect(link.handle(acked(1), 1)).toEqual([{ kind: 'acknowledged', receipt: 3 }])
})

test('received commands are new again after the wrap, and repetitions across it are not', () => {
  const link = newLink()
  const isNew = (sequence: number, now: number) =>
    link.handle(received(sequence), now).some(({ kind }) => kind === 'deliver')
  expect([0xfffe, 0xffff, 0, 1, 0xffff, 0].map((sequence) => isNew(sequence, 0))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})

test('what a link knows can be asked without a change: ACKs and repetitions', () => {
  const link = newLink()
  expect([link.knows(frame(5)), link.knows(frame(5)), link.knows(ackFrame(99))]).toEqual([false, false, true])
  link.handle(received(5), 0)
  expect([link.knows(frame(5)), link.knows(frame(5, 0x0442)), link.knows(frame(6))]).toEqual([true, false, false])
})

test('what exceeds the bytes of a second waits its turn, and a small parcel does not overtake a large one', () => {
  const { left, send, run } = pair({ loss: 1, manners: { bytesPerSecond: 100 } })
  send(1, { size: 90 })
  send(2, { size: 50, lane: 7 })
  send(3, { lane: 8 })
  expect(left.sent.map(({ mark }) => mark)).toEqual([1])
  expect(left.stalls).toBe(1)
  expect(left.link.wakeAt).toBe(400)
  run(399)
  expect(left.sent).toHaveLength(1)
  run(500)
  expect(left.sent.map(({ mark, at }) => [mark, at])).toEqual([[1, 0], [2, 400], [3, 500]]) // biome-ignore format: one row
})

test('repetitions wait for bytes like everything else, without coming sooner the next time', () => {
  const { left, send, run, put } = pair({ loss: 1, manners: { bytesPerSecond: 10 } })
  send(1, { patience: 'message', size: 10 })
  run(9_500)
  send(2, { patience: 'message', size: 10 })
  expect(timesOf(left, 2)).toEqual([9_500])
  run(25_000)
  expect(timesOf(left, 1)).toEqual([0, 10_500, 20_500])
  put(left, { kind: 'resend' })
  run(27_000)
  expect([timesOf(left, 1).at(-1), timesOf(left, 2).at(-1)]).toEqual([25_000, 26_000])
})

test('ACKs and goodbyes wait for nothing', () => {
  const { left, send, put } = pair({ loss: 1, manners: { bytesPerSecond: 10 } })
  send(1, { size: 10 })
  send(2, { size: 10 })
  put(left, received(7))
  send(3, { patience: 'once' })
  expect(left.sent.map(({ mark, isAck }) => (isAck ? 'ack' : mark))).toEqual([1, 'ack', 3])
})
