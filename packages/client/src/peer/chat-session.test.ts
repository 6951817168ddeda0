import { uin } from '@seekyou/language'
import { peerPackets, type Stroke, sealPeer } from '@seekyou/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { framed, SessionPair } from '../testing/session-pair.ts'
import { plainLook } from './chat-frames.ts'
import { type ChatOptions, ChatSession } from './chat-session.ts'
import type { SessionOutcome } from './session.ts'

const text = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))
const typed = (string: string): Stroke => ({ name: 'typed', text: text(string) })
const newLine: Stroke = { name: 'newLine', value: { code: 13 } }
const beep: Stroke = { name: 'beep', value: { code: 7 } }
const backspace: Stroke = { name: 'backspace', value: { code: 8 } }

const white = { ...plainLook, foreground: 0xffff_ff00, background: 0x0000_0000 }
/** Whoever wrote the frames of the captures: 207.96.173.149. */
const licq: ChatOptions = {
  id: 1,
  role: 'caller',
  me: { uin: uin(8_562_000), outer: 0xcf60_ad95, inner: 0xcf60_ad95 },
  nick: text('8562000'),
  port: 25_149,
  look: white,
}
const ann: ChatOptions = { ...licq, me: { ...licq.me, uin: uin(1_001) }, nick: text('ann') }
const bob: ChatOptions = { ...ann, id: -1, role: 'host', me: { ...ann.me, uin: uin(1_002) }, nick: text('bob') }

const hello = '64 00 00 00 FD FF FF FF 50 A5 82 00 08 00 38 35 36 32 30 30 30 00 62 3D FF FF FF 00 00 00 00 00 00'
const welcome =
  '64 00 00 00 50 A5 82 00 08 00 38 35 36 32 30 30 30 00 FF FF FF 00 00 00 00 00 03 00 00 00 DB 64 00 00 CF 60 AD 95 CF 60 AD 95 04 75 5A 0C 00 00 00 00 00 00 00 08 00 43 6F 75 72 69 65 72 00 00 00 00'
const font =
  '03 00 00 00 83 72 00 00 CF 60 AD 95 CF 60 AD 95 04 54 72 0C 00 00 00 00 00 00 00 08 00 43 6F 75 72 69 65 72 00 00 00'

const written = (outcomes: readonly SessionOutcome[]): Uint8Array =>
  Uint8Array.from(outcomes.flatMap((outcome) => (outcome.kind === 'write' ? [...outcome.bytes] : [])))
const kinds = (outcomes: readonly SessionOutcome[]): string[] => outcomes.map(({ kind }) => kind)

describe('the frames agree with the captures', () => {
  test('as who asks for the chat', () => {
    const chat = new ChatSession(licq)
    expect(written(chat.handle({ kind: 'connected' }, 0))).toEqual(framed(hello))
    const outcomes = chat.handle({ kind: 'received', bytes: framed(welcome) }, 0)
    const { foreground, background, ...fontOf } = white
    expect(outcomes.at(-1)).toEqual({
      kind: 'chatBegan',
      id: 1,
      nick: text('8562000'),
      foreground,
      background,
      ...fontOf,
    })
    // The port, and its 16 bits where a capture has the number of a session of Licq's.
    const ours = framed(font.replace('83 72', '3D 62').replace('54 72', '3D 62'))
    expect(written(outcomes)).toEqual(ours)
  })

  test('as who is asked', () => {
    const chat = new ChatSession({ ...licq, role: 'host' })
    expect(chat.handle({ kind: 'connected' }, 0)).toEqual([])
    const ours = welcome.replace('DB 64', '3D 62').replace('75 5A', '3D 62').slice(0, -3)
    expect(written(chat.handle({ kind: 'received', bytes: framed(hello) }, 0))).toEqual(framed(ours))
    expect(chat.handle({ kind: 'received', bytes: framed(font) }, 0)).toEqual([
      { kind: 'chatBegan', id: 1, nick: text('8562000'), ...white },
    ])
  })
})

function begun(dice?: () => number): SessionPair {
  const pair = new SessionPair(new ChatSession(ann), new ChatSession(bob), dice)
  pair.settle()
  pair.told(0)
  pair.told(1)
  return pair
}

const type = (id: number, ...strokes: Stroke[]) => ({ kind: 'wish', wish: { name: 'type', id, strokes } }) as const

test('two people chat', () => {
  const pair = new SessionPair(new ChatSession(ann), new ChatSession(bob))
  pair.settle()
  expect(pair.told(0)).toMatchObject([{ kind: 'chatBegan', id: 1, nick: text('bob') }])
  expect(pair.told(1)).toMatchObject([{ kind: 'chatBegan', id: -1, nick: text('ann') }])
  const colour: Stroke = { name: 'foreground', value: { code: 0, colour: 0xff00_0000 } }
  pair.give(0, type(1, colour, typed('helo'), backspace, typed('lo'), newLine, beep))
  pair.settle()
  expect(pair.told(1)).toEqual([
    { kind: 'stroked', id: -1, strokes: [colour, typed('helo'), backspace, typed('lo'), newLine, beep] },
  ])
  pair.give(1, type(-1, typed('hi\r\nthere')))
  pair.settle()
  expect(pair.told(0)).toEqual([{ kind: 'stroked', id: 1, strokes: [typed('hi'), newLine, typed('there')] }])
  pair.give(1, { kind: 'wish', wish: { name: 'leaveChat', id: -1 } })
  pair.settle()
  const ended = { kind: 'chatEnded', because: 'left', reason: text('') }
  expect([pair.told(0), pair.told(1)]).toEqual([[{ ...ended, id: 1 }], [{ ...ended, id: -1 }]])
})

test('what is typed arrives, however the connection cuts it', () => {
  const letters = fc.array(
    fc.oneof(fc.string({ minLength: 1, maxLength: 9 }).map(typed), fc.constantFrom(newLine, beep)),
  )
  fc.assert(
    fc.property(
      fc.infiniteStream(fc.float({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      letters,
      (dice, strokes) => {
        const pair = begun(() => dice.next().value!)
        for (const stroke of strokes) pair.give(0, type(1, stroke))
        pair.settle()
        const got = pair.told(1).flatMap((told) => (told.kind === 'stroked' ? told.strokes : []))
        expect(spelled(got)).toBe(spelled(strokes))
      },
    ),
  )
})

function spelled(strokes: readonly Stroke[]): string {
  const word = (stroke: Stroke): string =>
    stroke.name === 'typed' ? String.fromCharCode(...stroke.text.filter((byte) => byte >= 0x20)) : `<${stroke.name}>`
  return strokes.map(word).join('')
}

test('strokes that come with the last frame of the introduction are read', () => {
  const chat = new ChatSession(bob)
  chat.handle({ kind: 'connected' }, 0)
  const bytes = Uint8Array.of(...framed(hello), ...framed(font), ...text('hi'))
  expect(chat.handle({ kind: 'received', bytes }, 0).slice(1)).toMatchObject([
    { kind: 'chatBegan' },
    { kind: 'stroked', strokes: [typed('hi')] },
  ])
})

describe('a peer who keeps to nothing', () => {
  test('frames that make no sense are counted and skipped', () => {
    const chat = new ChatSession(bob)
    chat.handle({ kind: 'connected' }, 0)
    const noise = Uint8Array.of(...framed('01'), ...framed(welcome), ...framed(font), ...framed(hello))
    expect(chat.handle({ kind: 'received', bytes: noise }, 0)).toMatchObject([
      { kind: 'dropped', because: 'unreadable' },
      { kind: 'dropped', because: 'unexpected' },
      { kind: 'dropped', because: 'unexpected' },
      { kind: 'write' },
    ])
    expect(chat.isOver).toBe(false)
  })

  test('too much nonsense ends it', () => {
    const chat = new ChatSession(bob)
    chat.handle({ kind: 'connected' }, 0)
    const outcomes = chat.handle({ kind: 'received', bytes: new Uint8Array(2_000) }, 0)
    expect(outcomes).toHaveLength(20 + 3)
    expect(outcomes.slice(-3)).toMatchObject([
      { kind: 'dropped', because: 'flooding' },
      { kind: 'close' },
      { kind: 'chatEnded', because: 'unreachable' },
    ])
  })

  test('whoever does not introduce themselves is not waited for', () => {
    const pair = new SessionPair(new ChatSession(bob), new ChatSession(bob))
    pair.pass(29_999)
    expect(pair.told(0)).toEqual([])
    pair.pass(1)
    expect(pair.told(0)).toMatchObject([
      { kind: 'dropped', because: 'silent' },
      { kind: 'chatEnded', because: 'unreachable' },
    ])
  })

  test('whoever types faster than people do is read more slowly', () => {
    const chat = chatting()
    const bytes = text('x'.repeat(50_000))
    expect(kinds(chat.handle({ kind: 'received', bytes }, 0))).toEqual(['stroked'])
    expect(kinds(chat.handle({ kind: 'received', bytes }, 0))).toEqual(['pause', 'stroked'])
    expect(kinds(chat.handle({ kind: 'received', bytes }, 0))).toEqual(['stroked'])
    const { wakeAt } = chat
    expect(chat.handle({ kind: 'wake' }, wakeAt! - 1)).toEqual([])
    expect(kinds(chat.handle({ kind: 'wake' }, wakeAt!))).toEqual(['resume'])
  })

  test('whoever leaves unread what is typed is left', () => {
    const chat = chatting()
    chat.handle(type(-1, typed('are you there?')), 1_000)
    chat.handle(type(-1, typed('hello?')), 50_000)
    expect(chat.wakeAt).toBe(61_000)
    expect(chat.handle({ kind: 'wake' }, 61_000)).toMatchObject([
      { kind: 'dropped', because: 'silent' },
      { kind: 'close' },
      { kind: 'chatEnded', because: 'left' },
    ])
  })

  test('and so is one for whom too much is waiting', () => {
    const chat = chatting()
    chat.handle(type(-1, typed('x'.repeat(262_144))), 0)
    expect(kinds(chat.handle(type(-1, typed('x')), 0))).toEqual(['dropped', 'close', 'chatEnded'])
    const patient = chatting()
    patient.handle(type(-1, typed('x'.repeat(262_144))), 0)
    patient.handle({ kind: 'drained' }, 0)
    expect(kinds(patient.handle(type(-1, typed('x')), 0))).toEqual(['write'])
  })
})

test('a chat in which nobody types ends some time', () => {
  const pair = begun()
  pair.pass(60 * 60_000)
  pair.give(0, type(1, typed('x')))
  pair.pass(119 * 60_000)
  expect(pair.told(0)).toEqual([])
  pair.pass(60_000)
  expect(pair.told(0)).toMatchObject([
    { kind: 'dropped', because: 'silent' },
    { kind: 'chatEnded', because: 'left' },
  ])
})

test('a connection that breaks ends a chat, and one that never was has none', () => {
  const chat = begun()
  chat.cut()
  expect(chat.told(0)).toMatchObject([{ kind: 'chatEnded', because: 'left' }])
  const early = new ChatSession(ann)
  early.handle({ kind: 'connected' }, 0)
  expect(early.handle({ kind: 'closed' }, 0)).toMatchObject([{ kind: 'chatEnded', because: 'unreachable' }])
  expect([early.isOver, early.wakeAt]).toEqual([true, undefined])
  expect(early.handle(type(1, typed('x')), 0)).toEqual([])
})

test('what is typed before anybody is there is forgotten', () => {
  const chat = new ChatSession(bob)
  chat.handle({ kind: 'connected' }, 0)
  expect(chat.handle(type(-1, typed('x')), 0)).toEqual([])
})

test('nothing that is no wish for a chat, and no file, matters', () => {
  const chat = chatting()
  expect(chat.handle({ kind: 'wish', wish: { name: 'skipFile', id: -1 } }, 0)).toEqual([])
  expect(chat.handle({ kind: 'fileWritten', transfer: -1, file: 0 }, 0)).toEqual([])
  expect(chat.handle(type(-1), 0)).toEqual([])
  expect(chat.handle({ kind: 'received', bytes: new Uint8Array(0) }, 0)).toEqual([])
})

/** A host whose chat has begun at 0. */
function chatting(): ChatSession {
  const chat = new ChatSession(bob)
  chat.handle({ kind: 'connected' }, 0)
  chat.handle({ kind: 'received', bytes: Uint8Array.of(...framed(hello), ...framed(font)) }, 0)
  chat.handle({ kind: 'drained' }, 0)
  return chat
}

test('a hello is told from a welcome by its marker alone', () => {
  const chat = new ChatSession(bob)
  chat.handle({ kind: 'connected' }, 0)
  const value = {
    code: 65,
    marker: 0xffff_fffa,
    uin: 1,
    nick: text('x'),
    port: 0,
    foreground: 0,
    background: 0,
    zero: 0,
  }
  const bytes = sealPeer(peerPackets.chatHello, value)
  expect(kinds(chat.handle({ kind: 'received', bytes }, 0))).toEqual(['write'])
})
