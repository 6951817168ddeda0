import { emptyInfo, messageKind, status } from '@seekyou/language'
import { expect, test } from 'vitest'
import { ordinarySettings } from '../needs.ts'
import { newPresent } from '../presence/present.ts'
import { accountOf, ann, textOf } from '../testing/fixtures.ts'
import { completeFields } from './complete-fields.ts'

const { authorizationRequest, youWereAdded } = messageKind
const info = {
  nick: textOf('Ann'),
  first: textOf('Anna'),
  last: textOf('Ames'),
  email: textOf('ann@example.org'),
  needsAuthorization: true,
}
const direct = { port: 0, inner: 0, capability: 6, version: 3 }
const sender = (publishesEmail = true) =>
  newPresent({ ...accountOf(ann), info, settings: { ...ordinarySettings, publishesEmail } }, status(0), 0, direct)
/** A text with | in the place of separators, completed, and written the same way. */
const completed = (kind: number, text: string, by = sender()) =>
  [...completeFields(kind, textOf(text.replaceAll('|', 'þ')), by)]
    .map((byte) => (byte === 0xfe ? '|' : String.fromCharCode(byte)))
    .join('')

test.each([
  [authorizationRequest, 'N|F|L|e|1|Please', 'N|F|L|e|1|Please'],
  [authorizationRequest, 'N|F|L|e|1|a|b', 'N|F|L|e|1|a|b'],
  [authorizationRequest, 'Please', 'Ann|Anna|Ames|ann@example.org|0|Please'],
  [authorizationRequest, '', 'Ann|Anna|Ames|ann@example.org|0|'],
  [authorizationRequest, 'N|F|L|e', 'N|F|L|e|0|'],
  [authorizationRequest | 0x8000, 'N|F', 'N|F|Ames|ann@example.org|0|'],
  [youWereAdded, 'N|F|L|e', 'N|F|L|e|0'],
  [youWereAdded, '', 'Ann|Anna|Ames|ann@example.org|0'],
  [youWereAdded, 'N|F|L|e|1|', 'N|F|L|e|1|'],
  [messageKind.text, 'Please', 'Please'],
  [messageKind.url, 'home', 'home'],
  [messageKind.authorizationRefused, 'no', 'no'],
])('kind %i, "%s": "%s"', (kind, text, whole) => {
  expect(completed(kind, text)).toBe(whole)
})

test('an e-mail address that is not published is not told', () => {
  expect(completed(youWereAdded, '', sender(false))).toBe('Ann|Anna|Ames||0')
})

test('what is completed still fits into a message', () => {
  for (const length of [300, 400, 449, 450]) {
    expect(completed(authorizationRequest, 'x'.repeat(length)).length).toBeLessThanOrEqual(450)
    expect(completed(authorizationRequest, `${'x'.repeat(length - 1)}|`).split('|')).toHaveLength(6)
  }
})

test('the letter with the byte of the separator does not add fields', () => {
  const by = { ...sender(), info: { ...emptyInfo, nick: textOf('þþ') } }
  expect(completed(youWereAdded, '', by).split('|')).toHaveLength(5)
})
