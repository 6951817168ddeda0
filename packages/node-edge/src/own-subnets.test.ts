import type { networkInterfaces } from 'node:os'
import { type Ip4, parseIp4 } from '@seekyou/language'
import { expect, test } from 'vitest'
import { gatewaysIn, ownSubnets } from './own-subnets.ts'

const ip = (text: string) => parseIp4(text) as Ip4

function machine(...addresses: readonly [address: string, netmask: string][]) {
  const surroundings = {
    time: 0,
    gate: undefined as ReadonlySet<Ip4> | undefined,
    addresses,
    now: () => surroundings.time,
    gateways: () => surroundings.gate,
    interfaces: () =>
      ({
        lo: [{ family: 'IPv6', address: '::1', netmask: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff' }],
        eth0: surroundings.addresses.map(([address, netmask]) => ({ family: 'IPv4', address, netmask })),
      }) as unknown as ReturnType<typeof networkInterfaces>,
  }
  return surroundings
}

test('near is who shares a subnet, far is everybody else', () => {
  const isNear = ownSubnets(machine(['192.168.7.20', '255.255.255.0'], ['10.1.2.3', '255.240.0.0']))
  for (const near of ['192.168.7.1', '192.168.7.20', '192.168.7.255', '10.0.0.0', '10.15.255.255']) {
    expect(isNear(ip(near)), near).toBe(true)
  }
  for (const far of ['192.168.8.1', '10.16.0.0', '203.0.113.9', '0.0.0.0', '255.255.255.255']) {
    expect(isNear(ip(far)), far).toBe(false)
  }
})

test('this machine itself is always near', () => {
  const isNear = ownSubnets(machine())
  expect(isNear(ip('127.0.0.1'))).toBe(true)
  expect(isNear(ip('127.255.0.9'))).toBe(true)
  expect(isNear(ip('128.0.0.1'))).toBe(false)
})

test('a gateway is not near, because it may stand for the whole world', () => {
  const surroundings = machine(['172.17.0.5', '255.255.0.0'])
  surroundings.gate = new Set([ip('172.17.0.1')])
  const isNear = ownSubnets(surroundings)
  expect(isNear(ip('172.17.0.1'))).toBe(false)
  expect(isNear(ip('172.17.0.6'))).toBe(true)
})

test('an address without a subnet opens nothing', () => {
  const isNear = ownSubnets(machine(['198.51.100.4', '0.0.0.0'], ['100.64.1.1', '255.255.255.255']))
  expect(isNear(ip('198.51.100.5'))).toBe(false)
  expect(isNear(ip('100.64.1.1'))).toBe(true)
  expect(isNear(ip('100.64.1.2'))).toBe(false)
})

test('a network that is joined later is noticed within half a minute', () => {
  const surroundings = machine()
  const isNear = ownSubnets(surroundings)
  const friend = ip('192.168.7.1')
  expect(isNear(friend)).toBe(false)
  surroundings.addresses = [['192.168.7.20', '255.255.255.0']]
  surroundings.time = 29_999
  expect(isNear(friend)).toBe(false)
  surroundings.time = 30_000
  expect(isNear(friend)).toBe(true)
})

test('this machine knows its own loopback', () => {
  expect(ownSubnets()(ip('127.0.0.1'))).toBe(true)
})

test('gateways are read from a table of routes as Linux writes it', () => {
  const table = [
    'Iface\tDestination\tGateway \tFlags',
    'eth0\t00000000\t0107A8C0\t0003',
    'tun0\t0000000A\tFE01000A\t0003',
    'eth0\t0007A8C0\t00000000\t0001',
    '',
  ]
  expect([...gatewaysIn(table.join('\n'))]).toEqual([ip('192.168.7.1'), ip('10.0.1.254')])
})
