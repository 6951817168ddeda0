import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { type RegistrationMode, register } from './register.ts'

const text = (string: string) => Uint8Array.from(string, (char) => char.charCodeAt(0))
const begin = (mode: RegistrationMode, { isNear = false, password = text('secret') } = {}) =>
  register({ name: 'register', password }, { isNear }, mode)
const done = (value: unknown) => ({ done: true, value })
const asks = (value: object) => ({ done: false, value })

/** Answers both needs and returns what was asked of the store, and the result. */
function carryThrough(made: ReturnType<typeof begin>, answer: number | undefined) {
  expect(made.next()).toMatchObject(asks({ name: 'hashPassword' }))
  const { value: creation } = made.next('$hash' as never)
  return { creation, result: made.next(answer as never) }
}

test.each([
  ['closed', true],
  ['closed', false],
  ['lan', false],
] as const)('mode %s refuses when the applicant is near: %s', (mode, isNear) => {
  expect(begin(mode, { isNear }).next()).toEqual(done('refused'))
})

test.each([
  ['lan', true],
  ['open', true],
  ['open', false],
] as const)('mode %s gives a number when the applicant is near: %s', (mode, isNear) => {
  const { creation, result } = carryThrough(begin(mode, { isNear }), 1_001)
  expect(creation).toEqual({ name: 'createAccount', passwordHash: '$hash', invite: undefined })
  expect(result).toEqual(done(uin(1_001)))
})

test('by invitation the password is the code, and the first password', () => {
  const password = text('Code-\xe4')
  const made = begin('invite', { password })
  expect(made.next()).toEqual(asks({ name: 'hashPassword', password }))
  expect(made.next('$hash' as never)).toEqual(
    asks({ name: 'createAccount', passwordHash: '$hash', invite: 'Code-\xe4' }),
  )
  expect(made.next(1_001 as never)).toEqual(done(1_001))
})

test('an invitation that is not valid is refused', () => {
  expect(carryThrough(begin('invite', { isNear: true }), undefined).result).toEqual(done('refused'))
})

test.each(['lan', 'invite', 'open'] as const)('nobody gets a number without a password (%s)', (mode) => {
  expect(begin(mode, { isNear: true, password: text('') }).next()).toEqual(done('refused'))
})
