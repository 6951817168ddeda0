import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatIp4, ipOf, packAddress, parseIp4, portOf } from './address.ts'

const ip = fc.nat(0xffff_ffff)
const port = fc.nat(0xffff)

test('an address can be taken apart, and a Map can tell any two apart', () => {
  fc.assert(
    fc.property(ip, port, (ip, port) => {
      const address = packAddress(ip, port)
      expect(ipOf(address)).toBe(ip)
      expect(portOf(address)).toBe(port)
      expect(Number.isSafeInteger(address) && address < 2 ** 48).toBe(true)
    }),
  )
})

test('what is written as text is read as the same number', () => {
  fc.assert(
    fc.property(ip, (ip) => {
      expect(parseIp4(formatIp4(ip))).toBe(ip)
    }),
  )
})
