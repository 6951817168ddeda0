import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAddress, formatIp4, ipOf, isWeb, packAddress, parseIp4, portOf, webAddress } from './address.ts'

const ip = fc.nat(0xffff_ffff)
const port = fc.nat(0xffff)

test('an address can be taken apart, and a Map can tell any two apart', () => {
  fc.assert(
    fc.property(ip, port, (ip, port) => {
      const address = packAddress(ip, port)
      expect(ipOf(address)).toBe(ip)
      expect(portOf(address)).toBe(port)
      expect(Number.isSafeInteger(address) && !isWeb(address)).toBe(true)
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

test('a web address has the browser’s IPv4 address and a slot, and is none of UDP', () => {
  fc.assert(
    fc.property(ip, port, (ip, slot) => {
      const address = webAddress(ip, slot)
      expect([ipOf(address), portOf(address), isWeb(address)]).toEqual([ip, slot, true])
      expect(Number.isSafeInteger(address)).toBe(true)
      expect(formatAddress(address)).toBe(formatAddress(packAddress(ip, slot)))
    }),
  )
})
