import { expect, test } from 'vitest'
import { inNetworks, isNetwork } from './networks.ts'

test.each(['192.0.2.1', '10.0.0.0/8', '0.0.0.0/0', '2001:db8::1', '2001:db8::/32'])('%s is a network', (text) => {
  expect(isNetwork(text)).toBe(true)
})

test.each(['', '10.0.0.0/33', '10.0.0', '10.0.0.0/', '2001:db8::/129', 'example.org', '10.0.0.0/8/8'])(
  '"%s" is none',
  (text) => {
    expect(isNetwork(text)).toBe(false)
  },
)

test('an address is in a network or not, whatever kind it is of', () => {
  const isTrusted = inNetworks(['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'])
  expect(['127.0.0.1', '10.255.0.1', '2001:db8:1::1'].map(isTrusted)).toEqual([true, true, true])
  expect(['127.0.0.2', '11.0.0.1', '2001:db9::1', 'x'].map(isTrusted)).toEqual([false, false, false, false])
  expect(inNetworks([])('127.0.0.1')).toBe(false)
})
