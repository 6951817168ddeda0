import { status, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { AutoAnswer } from './auto-answer.ts'
import type { MessageEvent } from './events.ts'
import { statusOf } from './status-name.ts'

const [bob, cat] = [uin(1002), uin(1003)]
const minute = 60_000
const everybody = (): boolean => true

const from = (sender: typeof bob, other: Partial<MessageEvent> = {}): MessageEvent =>
  ({
    type: 'message',
    text: 'hi',
    from: sender,
    kind: 1,
    raw: new Uint8Array(0),
    via: 'server',
    isProven: true,
    isToSeveral: false,
    isStored: false,
    urgency: 'normal',
    sentAt: 0,
    ...other,
  }) as MessageEvent

function away(text: string | undefined = 'back at five', at = 0): AutoAnswer {
  const answering = new AutoAnswer()
  answering.setStatus(statusOf('away'), text, at)
  return answering
}

test('everybody is told once in an away period', () => {
  const answering = away()
  expect(answering.answerTo(from(bob), everybody)).toBe('back at five')
  expect(answering.answerTo(from(bob), everybody)).toBeUndefined()
  expect(answering.answerTo(from(cat, { type: 'url' } as never), everybody)).toBe('back at five')
  answering.setStatus(statusOf('notAvailable'), 'back at six', 1)
  expect(answering.answerTo(from(bob), everybody)).toBeUndefined()
  answering.setStatus(statusOf('online'), 'back at six', 2)
  expect(answering.answerTo(from(bob), everybody)).toBeUndefined()
  answering.setStatus(statusOf('occupied'), 'back at six', 3)
  expect(answering.answerTo(from(bob), everybody)).toBe('back at six')
})

test('whoever was written to in this period or shortly before is not answered: it may be an automatic answer', () => {
  const answering = new AutoAnswer()
  answering.wrote(cat, 0)
  answering.wrote(bob, 15 * minute)
  answering.setStatus(statusOf('away'), 'away', 20 * minute)
  expect(answering.answerTo(from(bob), everybody)).toBeUndefined()
  expect(answering.answerTo(from(cat), everybody)).toBe('away')
  answering.wrote(cat, 21 * minute)
  answering.setStatus(statusOf('online'), 'away', 22 * minute)
  answering.setStatus(statusOf('away'), 'away', 23 * minute)
  expect(answering.answerTo(from(cat), everybody)).toBeUndefined()
})

test.each<[string, Partial<MessageEvent>]>([
  ['was stored', { isStored: true }],
  ['is an authorization', { type: 'authorizationGranted' }],
  ['is the server speaking', { from: uin(1) }],
  ['is of an unknown kind', { type: 'other' }],
])('a message that %s is not answered', (_, other) => {
  expect(away().answerTo(from(bob, other), everybody)).toBeUndefined()
})

test('whoever wrote directly has been told already', () => {
  const answering = away()
  expect(answering.answerTo(from(bob, { via: 'peer' }), everybody)).toBeUndefined()
  expect(answering.answerTo(from(bob), everybody)).toBeUndefined()
})

test('nothing to say, nobody to know', () => {
  expect(away('').answerTo(from(bob), everybody)).toBeUndefined()
  const hidden = new AutoAnswer()
  hidden.setStatus(status(statusOf('away', true)), 'away', 0)
  expect(hidden.answerTo(from(bob), (uin, isHidden) => uin === cat && isHidden)).toBeUndefined()
  expect(hidden.answerTo(from(cat), (uin, isHidden) => uin === cat && isHidden)).toBe('away')
})

test('what is remembered of whom was written to has an end', () => {
  const answering = away()
  for (let number = 2_000; number < 15_000; number++) answering.wrote(uin(number), 1)
  expect(answering.answerTo(from(uin(14_999)), everybody)).toBeUndefined()
  expect(answering.answerTo(from(uin(2_000)), everybody)).toBe('back at five')
})
