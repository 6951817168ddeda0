import { packAddress, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { limitsOn } from './limits.ts'
import { Reception } from './reception.ts'

const ann = uin(1_001)
const address = (host: number) => packAddress(host, 1)
const newReception = () => new Reception(limitsOn)

test('a newer sign-on from the same address takes the place of the older one', () => {
  const reception = newReception()
  const older = reception.beginSignOn(address(1), ann, 11)
  const newer = reception.beginSignOn(address(1), ann, 12)
  expect(reception.signOnAt(address(1))).toBe(newer)
  expect(reception.endSignOn(address(1), older)).toBe(false)
  expect(reception.endSignOn(address(1), newer)).toBe(true)
  expect(reception.endSignOn(address(1), newer)).toBe(false)
  expect(reception.signOnAt(address(1))).toBeUndefined()
})

test('for one verdict wait at most eight datagrams, for all together at most 2 MiB', () => {
  const reception = newReception()
  const large = new Uint8Array(2_048)
  const counts = Array.from({ length: 129 }, (_, host) => {
    const pending = reception.beginSignOn(address(host), ann, 1)
    return Array.from({ length: 9 }, () => reception.letWait(pending, large)).filter(Boolean).length
  })
  expect(counts).toEqual([...Array(128).fill(8), 0])
  const first = reception.signOnAt(address(0))!
  reception.endSignOn(address(0), first)
  expect(reception.letWait(reception.signOnAt(address(128))!, large)).toBe(true)
  // Whoever takes another's place takes its room as well.
  expect(reception.sizes.waitingBytes).toBe(127 * 8 * 2_048 + 2_048)
  reception.beginSignOn(address(1), ann, 2)
  expect(reception.sizes.waitingBytes).toBe(126 * 8 * 2_048 + 2_048)
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
