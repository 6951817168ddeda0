import type { NetworkInterfaceInfo } from 'node:os'
import { formatIp4 } from '@seekyou/language'
import { expect, test } from 'vitest'
import { innerAddress } from './inner-address.ts'

const among = (...addresses: string[]): string =>
  formatIp4(innerAddress(() => ({ some: addresses.map((address) => ({ address }) as NetworkInterfaceInfo) })))

test('the first address that leads anywhere', () => {
  expect(among('127.0.0.1', '::1', '169.254.3.4', '192.168.0.7', '10.0.0.1')).toBe('192.168.0.7')
  expect(among('127.0.0.1')).toBe('127.0.0.1')
  expect(among()).toBe('127.0.0.1')
})
