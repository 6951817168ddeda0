import { parseIp4 } from '@seekyou/language'
import { expect, test } from 'vitest'
import { formatIp6, isLoopback6, mappedIp4, parseIp6 } from './ip6.ts'

test.each([
  ['::', '0:0:0:0:0:0:0:0'],
  ['::1', '0:0:0:0:0:0:0:1'],
  ['2001:db8::', '2001:db8:0:0:0:0:0:0'],
  ['2001:DB8:0:0:1::1', '2001:db8:0:0:1:0:0:1'],
  ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
  ['fe80::1%eth0', 'fe80:0:0:0:0:0:0:1'],
  ['::ffff:192.0.2.1', '0:0:0:0:0:ffff:c000:201'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0:0:0:c000:221'],
])('%s is %s', (text, whole) => {
  expect(formatIp6(parseIp6(text)!)).toBe(whole)
})

test.each([
  '',
  ':',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7:8::',
  '12345::',
  'g::',
  '::256.0.0.1',
  '192.0.2.1',
  'x',
])('"%s" is no IPv6 address', (text) => {
  expect(parseIp6(text)).toBeUndefined()
})

test('an address that stands for one of IPv4 is known, and so is this machine', () => {
  expect(mappedIp4(parseIp6('::ffff:c000:0201')!)).toBe(parseIp4('192.0.2.1'))
  expect(mappedIp4(parseIp6('::1')!)).toBeUndefined()
  expect([isLoopback6(parseIp6('::1')!), isLoopback6(parseIp6('::2')!)]).toEqual([true, false])
})
