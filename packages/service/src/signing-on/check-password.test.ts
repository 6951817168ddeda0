import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Account } from '../needs.ts'
import { accountOf } from '../testing/fixtures.ts'
import { checkPassword } from './check-password.ts'
import { lookUp } from './look-up.ts'

const ann = uin(1_001)
const bob = uin(1_002)
const password = Uint8Array.of(1, 2, 3)
const account: Account = { ...accountOf(ann), passwordHash: '$hash' }
const begin = () => checkPassword({ uin: ann, password })
const done = (value: unknown) => ({ done: true, value })
const asks = (value: object) => ({ done: false, value })

test('the right password is right', () => {
  const check = begin()
  expect(check.next()).toEqual(asks({ name: 'findAccount', uin: ann }))
  expect(check.next({ account, waitingFrom: [] } as never)).toEqual(
    asks({ name: 'verifyPassword', password, hash: '$hash' }),
  )
  expect(check.next(true as never)).toEqual(done(account))
})

test('a wrong password is refused', () => {
  const check = begin()
  check.next()
  check.next({ account, waitingFrom: [] } as never)
  expect(check.next(false as never)).toEqual(done(undefined))
})

test('an unknown number costs a check too, and looks the same, whatever the check says', () => {
  for (const says of [false, true]) {
    const check = begin()
    check.next()
    expect(check.next(undefined as never)).toEqual(asks({ name: 'verifyPassword', password, hash: undefined }))
    expect(check.next(says as never)).toEqual(done(undefined))
  }
})

test('after the check the account counts as it is then', () => {
  const renamed = { account: { ...account, info: { ...account.info, needsAuthorization: true } }, waitingFrom: [bob] }
  const lookingUp = lookUp(ann)
  expect(lookingUp.next()).toEqual(asks({ name: 'findAccount', uin: ann }))
  expect(lookingUp.next(renamed as never)).toEqual(done(renamed))
})

test('an account that was removed or banned during the check is refused', () => {
  for (const found of [undefined, { account: { ...account, isBanned: true }, waitingFrom: [] }]) {
    const lookingUp = lookUp(ann)
    lookingUp.next()
    expect(lookingUp.next(found as never)).toEqual(done('refused'))
  }
})
