import { networkInterfaces } from 'node:os'
import { type Ip4, isLoopback, parseIp4 } from '@seekyou/language'

/**
 * The address of this machine in its own network, told to peers behind the same router: that of its first interface which is up and
 * leads anywhere. Its own loopback address when there is none.
 */
export function innerAddress(interfaces = networkInterfaces): Ip4 {
  const addresses = Object.values(interfaces()).flatMap((some) => some ?? [])
  const ips = addresses.flatMap(({ address }) => parseIp4(address) ?? [])
  return ips.find((ip) => !isLoopback(ip) && !isLinkLocal(ip)) ?? loopback
}

const loopback: Ip4 = 0x7f00_0001

/** True for 169.254.0.0/16, which a machine gives itself when nobody else does. */
const isLinkLocal = (ip: Ip4): boolean => ip >>> 16 === 0xa9fe
