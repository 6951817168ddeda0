import { expect, test } from 'vitest'
import { importRow } from './import-row.ts'

const row = (fields: object) => importRow(JSON.stringify(fields), 7)

test('a line that an earlier version exported is read', () => {
  const line = {
    uin: 1000,
    nick: 'Ёж',
    passwordHash: '$argon2id$x',
    codePage: 'windows-1251',
    createdAt: 891_993_600_000,
  }
  expect(row(line)).toEqual({ line: 7, ...line })
})

test('the shortest line has a password', () => {
  expect(row({ password: 'x' })).toEqual({ line: 7, nick: '', password: 'x' })
})

test('what cannot be is named', () => {
  for (const [fields, sentence] of [
    [{ uin: 999 }, 'uin is no whole number from 1000 to 4294967295'],
    [{ age: -1 }, 'age is too small'],
    [{ timeZone: 128 }, 'timeZone is too large'],
    [{ zip: 1.5 }, 'zip is no whole number'],
    [{ createdAt: 8_640_000_000_000_001 }, 'createdAt is too large'],
    [{ limits: 'on' }, 'limits is neither true nor false'],
    [{ about: 5 }, 'about is no text'],
    [{ ban: true }, 'ban is no ban'],
    [{ ban: { at: 'today', reason: '' } }, 'ban.at is no time'],
  ] as const) {
    expect(row({ password: 'x', ...fields })).toBe(sentence)
  }
})
