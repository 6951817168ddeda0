import { uin } from '@seekyou/language'
import { type PeerPacket, peerPackets, sealPeer } from '@seekyou/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ChatSession } from './chat-session.ts'
import { FileReceiver } from './file-receiver.ts'
import { FileSender } from './file-sender.ts'
import { joined } from './joined.ts'
import type { Session, SessionInput, SessionOutcome } from './session.ts'

const text = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))
const word = fc.oneof(fc.nat(3), fc.nat(300), fc.constantFrom(0xffff_ffff, 0x8000_0000), fc.nat(0xffff_ffff))
const bytes = fc.uint8Array({ maxLength: 300 })
const speed = fc.oneof(fc.nat(100), word)

/** Frames of a sending of files, with any numbers, and things that are no frames. */
const frame: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.tuple(word, speed).map(([numFiles, speed]) => {
    const start: PeerPacket.FileStart = { op: 0, zero: 0, numFiles, totalBytes: numFiles, speed, senderNick: text('x') }
    return sealPeer(peerPackets.fileStart, start)
  }),
  speed.map((speed) => sealPeer(peerPackets.fileReady, { op: 1, speed, receiverNick: text('x') })),
  fc.tuple(bytes, word).map(([filename, size]) => {
    const next: PeerPacket.FileNext = { op: 2, zero: 0, filename, secondName: text(''), size, zero2: 0, speed: 100 }
    return sealPeer(peerPackets.fileNext, next)
  }),
  word.map((filePosition) => sealPeer(peerPackets.fileResume, { op: 3, filePosition, zero: 0, speed: 100 })),
  word.map((fileNumber) => sealPeer(peerPackets.fileStop, { op: 4, fileNumber })),
  speed.map((speed) => sealPeer(peerPackets.fileSpeed, { op: 5, speed })),
  bytes.map((data) => sealPeer(peerPackets.fileData, { op: 6, data })),
  bytes.map((frame) => Uint8Array.of(frame.length, frame.length >>> 8, ...frame)),
)

/** What a liar sends, in pieces of any size, and what else happens meanwhile. */
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.array(frame, { maxLength: 4 }).map((frames) => joined([new Uint8Array(0), ...frames])) },
  { weight: 1, arbitrary: bytes },
  fc.constantFrom<SessionInput>(
    { kind: 'drained' },
    { kind: 'wake' },
    { kind: 'wish', wish: { name: 'skipFile', id: 0 } },
    { kind: 'wish', wish: { name: 'setSpeed', id: 0, percent: 0 } },
    { kind: 'wish', wish: { name: 'setSpeed', id: 0, percent: 100 } },
  ),
)
const happenings = fc.array(fc.tuple(happening, fc.nat(5_000)), { maxLength: 60 })

/** Plays it all to a session, whose disk answers at once; returns everything that the session said. */
function play(session: Session, all: readonly (readonly [Uint8Array | SessionInput, number])[]): SessionOutcome[] {
  const said: SessionOutcome[] = []
  let now = 0
  const give = (input: SessionInput): void => {
    const inputs = [input]
    for (let next = inputs.shift(); next; next = inputs.shift()) {
      const outcomes = session.handle(next, now)
      said.push(...outcomes)
      inputs.push(...outcomes.flatMap((outcome) => answerTo(outcome) ?? []))
    }
  }
  give({ kind: 'connected' })
  for (const [happening, ms] of all) {
    now += ms
    give(happening instanceof Uint8Array ? { kind: 'received', bytes: happening } : happening)
  }
  give({ kind: 'closed' })
  return said
}

function answerTo(outcome: SessionOutcome): SessionInput | undefined {
  switch (outcome.kind) {
    case 'openFile':
      return { kind: 'fileOpened', transfer: outcome.transfer, file: outcome.file, at: 0 }
    case 'writeFile':
      return { kind: 'fileWritten', transfer: outcome.transfer, file: outcome.file }
    case 'readFile':
      return { kind: 'fileRead', transfer: outcome.transfer, file: outcome.file, bytes: new Uint8Array(outcome.length) }
    default:
      return undefined
  }
}

/** The last word comes once, last, and the connection is closed before it at most once. */
function expectEnd(session: Session, said: readonly SessionOutcome[], last: 'filesEnded' | 'chatEnded'): void {
  expect(session.isOver).toBe(true)
  expect(said.filter(({ kind }) => kind === last)).toHaveLength(1)
  expect(said.at(-1)?.kind).toBe(last)
  expect(said.filter(({ kind }) => kind === 'close').length).toBeLessThanOrEqual(1)
}

test('whatever a sender sends, no more is written than was agreed to, and each file in order up to its size', () => {
  fc.assert(
    fc.property(happenings, fc.nat(1_000), (all, bytesMax) => {
      const receiver = new FileReceiver({ id: -1, nick: text('bob'), from: uin(1_001), bytesMax })
      const said = play(receiver, all)
      expectEnd(receiver, said, 'filesEnded')
      const files = new Map<number, { readonly size: number; at: number }>()
      for (const outcome of said) {
        if (outcome.kind === 'openFile') files.set(outcome.file, { size: outcome.size, at: 0 })
        if (outcome.kind === 'finishFile') expect(files.get(outcome.file)!.at).toBe(files.get(outcome.file)!.size)
        if (outcome.kind !== 'writeFile') continue
        const file = files.get(outcome.file)!
        expect(outcome.at).toBe(file.at)
        file.at += outcome.bytes.length
        expect(file.at).toBeLessThanOrEqual(file.size)
      }
      const sizes = [...files.values()].map(({ size }) => size)
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(bytesMax)
    }),
    { numRuns: 500 },
  )
})

test('whatever a receiver answers, nothing is read but what was offered', () => {
  const sizes = fc.array(fc.nat(100_000), { maxLength: 3 })
  fc.assert(
    fc.property(happenings, sizes, (all, sizes) => {
      const files = sizes.map((size) => ({ name: text('x'), size }))
      const sender = new FileSender({ id: 1, nick: text('ann'), files })
      const said = play(sender, all)
      expectEnd(sender, said, 'filesEnded')
      for (const outcome of said) {
        if (outcome.kind !== 'readFile') continue
        expect(outcome.length).toBeGreaterThan(0)
        expect(outcome.at + outcome.length).toBeLessThanOrEqual(sizes[outcome.file]!)
      }
    }),
    { numRuns: 500 },
  )
})

test('whatever a partner types, a chat ends once', () => {
  const me = { uin: uin(1_002), outer: 0, inner: 0 }
  fc.assert(
    fc.property(happenings, fc.constantFrom('caller', 'host'), (all, role) => {
      const chat = new ChatSession({ id: 1, role, me, nick: text('x'), port: 0 })
      expectEnd(chat, play(chat, all), 'chatEnded')
    }),
  )
})
