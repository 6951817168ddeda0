import { systemUin, type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { carryOut } from '../handlers.ts'
import { Presence } from '../presence/presence.ts'
import { plainPresence } from '../testing/fixtures.ts'
import { notice } from './notice.ts'
import { refusedNotice } from './refused.ts'

const ann = uin(1_001)
const bob = uin(1_002)
const wall = Date.UTC(1998, 5, 1, 12, 0, 0)
const letters = (count: number) => new Uint8Array(count).fill(0x61)
const spoken = (bytes: Uint8Array) => String.fromCharCode(...bytes)

const send = (to: Uin, kind: number, text: Uint8Array) =>
  carryOut({ name: 'sendMessage', to, kind, text }, { user: ann, now: 5, wall, presence: new Presence(plainPresence) })

test('a message is to be delivered or kept, with who wrote it and when it came', () => {
  const text = letters(5)
  expect(send(bob, 1, text)).toEqual({ messages: [{ to: bob, from: ann, kind: 1, text, at: wall }] })
})

test('one may write to oneself', () => {
  expect(send(ann, 1, letters(1)).messages).toHaveLength(1)
})

test('answers to the server itself go nowhere', () => {
  expect(send(systemUin, 1, letters(5))).toEqual({})
  expect(send(systemUin, 1, letters(900))).toEqual({})
})

test.each([0x0001, 0x8001])('a long text (%i) becomes several messages, in order', (kind) => {
  expect(send(bob, kind, letters(450)).messages?.map(({ text }) => text.length)).toEqual([450])
  const { messages, answers } = send(bob, kind, letters(451))
  expect(messages?.map(({ text }) => text.length)).toEqual([450, 1])
  expect(messages?.every((message) => message.kind === kind && message.to === bob && message.from === ann)).toBe(true)
  expect(answers).toBeUndefined()
})

test.each([0x0004, 0x0006, 0x0013, 0x8004, 0x7777])(
  'anything else that is too long (%i) is refused with a notice',
  (kind) => {
    expect(send(bob, kind, letters(450)).messages).toHaveLength(1)
    const { messages, answers } = send(bob, kind, letters(451))
    expect(messages).toBeUndefined()
    expect(answers).toEqual([notice('Your message to 1002 was not sent: it is longer than 450 bytes.')])
  },
)

test('kinds that nobody knows are passed on unchanged', () => {
  expect(send(bob, 0xffff, letters(1)).messages).toMatchObject([{ kind: 0xffff }])
})

test('a notice is a plain text from the system, in ASCII', () => {
  const { from, kind, text } = notice('Grüße!')
  expect([from, kind]).toEqual([systemUin, 1])
  expect(text.every((byte) => byte < 0x80)).toBe(true)
  expect(text).toHaveLength(6)
})

test.each(['unknown', 'full', 'overload', 'slow'] as const)(
  'the notice of a refusal (%s) names the recipient and fits',
  (why) => {
    const { text } = refusedNotice({ to: bob }, why)
    expect(spoken(text)).toContain('1002')
    expect(text.length).toBeLessThanOrEqual(450)
  },
)
