import { emptyInfo, type Info } from '@seekyou/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOf } from '../testing/fixtures.ts'
import { joinFields, profileFields } from './profile-fields.ts'

const spoken = (bytes: Uint8Array) => String.fromCharCode(...bytes)
const info: Info = {
  nick: textOf('Kit'),
  first: textOf('Ann'),
  last: textOf('Lee'),
  email: textOf('kit@mail.example'),
  needsAuthorization: false,
}

test('a profile becomes five fields, the e-mail address only when it is published', () => {
  expect(spoken(joinFields(profileFields(info, true)))).toBe('Kit\xfeAnn\xfeLee\xfekit@mail.example\xfe1')
  expect(spoken(joinFields(profileFields(info, false)))).toBe('Kit\xfeAnn\xfeLee\xfe\xfe1')
  expect(spoken(joinFields(profileFields({ ...emptyInfo, needsAuthorization: true }, true)))).toBe('\xfe\xfe\xfe\xfe0')
})

test('the longest profile fits into a message', () => {
  const long = new Uint8Array(5_000).fill(0x61)
  expect(joinFields(profileFields({ ...info, nick: long, first: long, last: long, email: long }, true))).toHaveLength(
    245,
  )
})

test('the letter that is also the separator becomes its other case', () => {
  expect(joinFields([Uint8Array.of(0xfe, 0xdb), Uint8Array.of(0xfe)])).toEqual(Uint8Array.of(0xde, 0xdb, 0xfe, 0xde))
  expect(joinFields([])).toEqual(new Uint8Array(0))
})

test('joined fields can be taken apart again', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ max: 0xfd }), { minLength: 1 }), (fields) => {
      const parts = spoken(joinFields(fields)).split('\xfe')
      expect(parts).toEqual(fields.map(spoken))
    }),
  )
})
