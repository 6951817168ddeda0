import { status, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Account } from '../needs.ts'
import { accountOf } from '../testing/fixtures.ts'
import { signOn } from './sign-on.ts'

const ann = uin(1_001)
const bob = uin(1_002)
const password = Uint8Array.of(1, 2, 3)
const account: Account = { ...accountOf(ann), passwordHash: '$hash' }
const direct = { port: 0, inner: 0, capability: 6, version: 3 }
const begin = () => signOn({ name: 'signOn', uin: ann, password, status: status(0), direct })
const done = (value: unknown) => ({ done: true, value })
const asks = (value: object) => ({ done: false, value })

test('the right password lets in, with what the account is after the check', () => {
  const visit = begin()
  const renamed = { account: { ...account, info: { ...account.info, needsAuthorization: true } }, waitingFrom: [bob] }
  expect(visit.next()).toEqual(asks({ name: 'findAccount', uin: ann }))
  expect(visit.next({ account, waitingFrom: [] } as never)).toEqual(
    asks({ name: 'verifyPassword', password, hash: '$hash' }),
  )
  expect(visit.next(true as never)).toEqual(asks({ name: 'findAccount', uin: ann }))
  expect(visit.next(renamed as never)).toEqual(done(renamed))
})

test('a wrong password is refused', () => {
  const visit = begin()
  visit.next()
  visit.next({ account, waitingFrom: [] } as never)
  expect(visit.next(false as never)).toEqual(done('refused'))
})

test('an unknown number costs a check too, and looks the same', () => {
  const visit = begin()
  visit.next()
  expect(visit.next(undefined as never)).toEqual(asks({ name: 'verifyPassword', password, hash: undefined }))
  expect(visit.next(false as never)).toEqual(done('refused'))
})

test('an unknown number is refused whatever the check says', () => {
  const visit = begin()
  visit.next()
  visit.next(undefined as never)
  expect(visit.next(true as never)).toEqual(done('refused'))
})

test('an account that was removed during the check is refused', () => {
  const visit = begin()
  visit.next()
  visit.next({ account, waitingFrom: [] } as never)
  visit.next(true as never)
  expect(visit.next(undefined as never)).toEqual(done('refused'))
})
