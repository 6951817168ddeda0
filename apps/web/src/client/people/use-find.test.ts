import { expect, test } from 'vitest'
import { wantedOf } from './use-find.ts'

const typed = { by: 'name', nick: '', first: '', last: '', email: '', number: '' } as const

test('asks for what was typed and nothing else', () => {
  expect(wantedOf({ ...typed, nick: ' ann ', email: 'ann@example.org' })).toEqual({ nick: 'ann' })
  expect(wantedOf({ ...typed, by: 'email', nick: 'ann', email: 'ann@example.org ' })).toEqual({
    email: 'ann@example.org',
  })
  expect(wantedOf({ ...typed, by: 'number', number: '104 733' })).toEqual({ uin: 104_733 })
})

test('nothing typed, or no number, cannot be asked for', () => {
  expect(wantedOf({ ...typed, nick: '  ' })).toBeUndefined()
  expect(wantedOf({ ...typed, by: 'email', nick: 'ann' })).toBeUndefined()
  expect(wantedOf({ ...typed, by: 'number', number: 'ann' })).toBeUndefined()
})
