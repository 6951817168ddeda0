import { expect, test } from 'vitest'
import { formatAddress, formatIp4, ipOf, isLoopback, packAddress, parseIp4, portOf } from './address.ts'

test('an address is its IPv4 number and its port in one', () => {
  const address = packAddress(0xc0a8_0117, 4000)
  expect(address).toBe(0xc0a8_0117_0fa0)
  expect([ipOf(address), portOf(address)]).toEqual([0xc0a8_0117, 4000])
  expect(formatAddress(address)).toBe('192.168.1.23:4000')
})

test.each([
  ['0.0.0.0', 0],
  ['127.0.0.1', 0x7f00_0001],
  ['255.255.255.255', 0xffff_ffff],
  ['010.1.2.3', 0x0a01_0203],
])('%s is the number %i', (text, ip) => {
  expect(parseIp4(text)).toBe(ip)
})

test.each([
  '',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  '1.2.3.',
  '1.2.3.-4',
  ' 1.2.3.4',
  '1.2.3.4 ',
  '0x7f.0.0.1',
  '::1',
  '1e1.2.3.4',
  '1.2.3.0004',
])('"%s" is no IPv4 address', (text) => {
  expect(parseIp4(text)).toBeUndefined()
})

test('the whole network 127 is this machine', () => {
  expect(isLoopback(0x7f00_0000)).toBe(true)
  expect(isLoopback(0x7fff_ffff)).toBe(true)
  expect(isLoopback(0x7eff_ffff)).toBe(false)
  expect(isLoopback(0x8000_0000)).toBe(false)
  expect(isLoopback(0xff00_0000)).toBe(false)
  expect(formatIp4(0xff00_0001)).toBe('255.0.0.1')
})
