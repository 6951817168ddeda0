import { expect, test } from 'vitest'
import { draftOf, misfitsOf, profilesOf } from './profile-draft.ts'

const profile = { nick: 'ann', first: 'Ann', last: '', email: 'ann@example.org', needsAuthorization: true }
const longProfile = {
  city: 'Riga',
  country: 371,
  timeZone: -4,
  state: '',
  age: 41,
  sex: 'female',
  phone: '',
  homepage: 'https://example.org/ann',
  about: 'one\ntwo',
  zip: undefined,
} as const

test('a profile survives being edited without a change', () => {
  expect(profilesOf(draftOf(profile, longProfile))).toEqual({ profile, longProfile })
  expect(profilesOf(draftOf(undefined, undefined)).longProfile.age).toBeUndefined()
})

test('what old clients cannot take is a misfit', () => {
  const draft = { ...draftOf(profile, longProfile), nick: 'a'.repeat(21), city: 'Рига', age: '255', zip: 'LV-1010' }
  expect(Object.fromEntries(misfitsOf(draft, 'windows-1252'))).toEqual({
    nick: { what: 'long', max: 20 },
    city: { what: 'lacking', characters: ['Р', 'и', 'г', 'а'] },
    age: { what: 'age' },
    zip: { what: 'zip' },
  })
  expect(misfitsOf({ ...draft, nick: 'ann', age: ' 7 ', zip: '1010' }, 'windows-1251').size).toBe(0)
})

test.each(['javascript:alert(1)', 'example.org', 'ftp://example.org'])('%s is no home page', (homepage) => {
  const draft = { ...draftOf(profile, longProfile), homepage }
  expect([...misfitsOf(draft, 'windows-1252')]).toEqual([['homepage', { what: 'homepage' }]])
})
