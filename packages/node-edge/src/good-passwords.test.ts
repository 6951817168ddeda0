import { expect, test } from 'vitest'
import { GoodPasswords, goodPasswordsMax } from './good-passwords.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('nothing is known of a hash whose password was never right', () => {
  expect(new GoodPasswords().isGood('hash', bytes('sesame'))).toBeUndefined()
})

test('the good password is known again, and every other one is wrong', () => {
  const known = new GoodPasswords()
  known.remember('hash', bytes('sesame'))
  expect(known.isGood('hash', bytes('sesame'))).toBe(true)
  for (const wrong of ['Sesame', 'sesam', 'sesame\0', '']) expect(known.isGood('hash', bytes(wrong))).toBe(false)
  expect(known.isGood('other', bytes('sesame'))).toBeUndefined()
})

test('the password that is asked for stays, the one that is not is forgotten', () => {
  const known = new GoodPasswords()
  for (let index = 0; index < goodPasswordsMax; index++) known.remember(`hash ${index}`, bytes('sesame'))
  known.isGood('hash 0', bytes('sesame'))
  known.remember('one more', bytes('sesame'))
  expect(known.size).toBe(goodPasswordsMax)
  expect([known.isGood('hash 0', bytes('sesame')), known.isGood('hash 1', bytes('sesame'))]).toEqual([true, undefined])
})
