import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { type Ip4, isLoopback, parseIp4 } from '@seekyou/language'

/** What is asked of the machine. */
export interface Surroundings {
  readonly interfaces: typeof networkInterfaces
  readonly gateways: typeof gateways
  readonly now: () => number
}

/** Cables are plugged in and networks change; nobody notices half a minute. */
const refreshMs = 30_000

/**
 * A judge of who is near: on this machine, or in a subnet of one of its network interfaces. A gateway's address is never near,
 * because it may stand for anybody behind it (of a container, it usually does). Networks are looked up again every 30 s.
 */
export function ownSubnets(surroundings: Surroundings = thisMachine): (ip: Ip4) => boolean {
  let subnets: { base: number; mask: number }[] = []
  let strange: ReadonlySet<Ip4> = new Set()
  let readAt = Number.NEGATIVE_INFINITY

  return (ip) => {
    if (isLoopback(ip)) return true
    const now = surroundings.now()
    if (now - readAt >= refreshMs) {
      subnets = subnetsOf(surroundings.interfaces())
      strange = surroundings.gateways() ?? new Set()
      readAt = now
    }
    return !strange.has(ip) && subnets.some(({ base, mask }) => (ip & mask) === base)
  }
}

/** The gateways of this machine's routes; undefined where the system does not tell (anywhere but on Linux). */
export function gateways(): ReadonlySet<Ip4> | undefined {
  try {
    return gatewaysIn(readFileSync('/proc/net/route', 'latin1'))
  } catch {
    return undefined
  }
}

/** The third column of Linux's table of routes, where each address stands in hexadecimal with its last octet first. */
export function gatewaysIn(routes: string): ReadonlySet<Ip4> {
  const found = new Set<Ip4>()
  for (const line of routes.split('\n').slice(1)) {
    const octets = /^([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/.exec(line.split('\t')[2] ?? '')
    if (octets) found.add(octets.slice(1).reduceRight((ip, octet) => ip * 256 + Number.parseInt(octet, 16), 0))
  }
  found.delete(0)
  return found
}

const thisMachine: Surroundings = { interfaces: networkInterfaces, gateways, now: () => performance.now() }

function subnetsOf(interfaces: ReturnType<typeof networkInterfaces>): { base: number; mask: number }[] {
  const addresses = Object.values(interfaces).flatMap((some) => some ?? [])
  return addresses.flatMap(({ family, address, netmask }) => {
    const [ip, mask] = [parseIp4(address), parseIp4(netmask)]
    return family === 'IPv4' && ip !== undefined && mask ? [{ base: ip & mask, mask }] : []
  })
}
