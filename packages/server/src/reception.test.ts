import { packAddress, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { limitsOn } from './limits.ts'
import { Reception } from './reception.ts'

const ann = uin(1_001)
const address = (host: number) => packAddress(host, 1)
const newReception = () => new Reception(limitsOn)

test('a newer sign-on from the same address takes the place of the older one', () => {
  const reception = newReception()
  const older = reception.beginSignOn(address(1), ann, 11)!
  const newer = reception.beginSignOn(address(1), ann, 12)!
  expect(reception.signOnAt(address(1))).toBe(newer)
  expect(reception.endSignOn(address(1), older)).toBe(false)
  expect(reception.endSignOn(address(1), newer)).toBe(true)
  expect(reception.endSignOn(address(1), newer)).toBe(false)
  expect(reception.signOnAt(address(1))).toBeUndefined()
})

test('at most twenty thousand passwords are checked at a time; those who try again keep their place', () => {
  const reception = newReception()
  for (let host = 1; host <= 20_000; host++) expect(reception.beginSignOn(address(host), ann, host)).toBeDefined()
  expect(reception.beginSignOn(address(20_001), ann, 1)).toBeUndefined()
  expect(reception.beginSignOn(address(5), ann, 99)).toBeDefined()
})

test('registrations are known by address and datagram, for ten minutes', () => {
  const reception = newReception()
  const registration = reception.beginRegistration(address(1), 7, 1_000)
  expect(reception.registrationAt(address(1), 7, 600_999)).toBe(registration)
  expect(reception.registrationAt(address(1), 8, 1_000)).toBeUndefined()
  expect(reception.registrationAt(address(2), 7, 1_000)).toBeUndefined()
  expect(reception.registrationAt(address(1), 7, 601_000)).toBeUndefined()
})

test('of registrations the last ten thousand are known', () => {
  const reception = newReception()
  for (let host = 1; host <= 10_001; host++) reception.beginRegistration(address(host), 7, 0)
  const known = [1, 2, 10_001].map((host) => reception.registrationAt(address(host), 7, 0) !== undefined)
  expect(known).toEqual([false, true, true])
})

test('an address is refused at most once a second', () => {
  const reception = newReception()
  expect([0, 999, 1_000, 1_999].map((now) => reception.mayRefuse(address(1), now))).toEqual([true, false, true, false])
  expect(reception.mayRefuse(address(2), 1_999)).toBe(true)
})
