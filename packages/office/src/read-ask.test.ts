import { expect, test } from 'vitest'
import { asides } from './asides.ts'
import { askFromTexts, readAsk } from './read-ask.ts'
import { requests } from './requests.ts'

test('what fits is handed on, what does not is named', () => {
  expect(readAsk(requests.banUser, { uin: 1_000, reason: '' })).toEqual({ ask: { uin: 1_000, reason: '' } })
  for (const [one, value, sentence] of [
    [requests.banUser, { uin: 1_000 }, 'reason is wrong: expected string, received undefined.'],
    [requests.banUser, { uin: -1, reason: '' }, /^uin is wrong: .*>=0\.$/],
    [requests.banUser, 'all', /^The request is wrong: expected object/],
    [requests.status, { a: 1 }, 'The request is wrong: Unrecognized key: "a".'],
    [asides.codePages, { uins: Array(1_001).fill(1_000) }, 'uins is wrong: at most 1000 numbers at a time.'],
    [asides.keepSettings, { settings: 'x'.repeat(16_385) }, /^settings is wrong: .*16384/],
  ] as const) {
    expect(readAsk(one, value)).toEqual({
      complaint: typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    })
  }
})

test('texts of an address become what the declaration wants', () => {
  const texts = (one: Parameters<typeof askFromTexts>[0], of: Record<string, string>) =>
    readAsk(one, askFromTexts(one, of))
  expect(texts(requests.findUsers, { text: '204118', count: '10', only: 'online' })).toEqual({
    ask: { text: '204118', count: 10, only: 'online' },
  })
  expect(texts(requests.removeUser, { uin: '1000', now: 'true' })).toEqual({ ask: { uin: 1_000, now: true } })
  expect(texts(requests.removeUser, { uin: 'ann' })).toEqual({ complaint: expect.stringMatching(/^uin is wrong/) })
  expect(texts(requests.status, { a: '1' })).toEqual({ complaint: expect.stringContaining('"a"') })
})
