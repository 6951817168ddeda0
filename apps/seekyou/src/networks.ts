import { BlockList, isIP } from 'node:net'

/** True for `192.0.2.1`, `10.0.0.0/8`, `2001:db8::1`, `2001:db8::/32`. */
export function isNetwork(text: string): boolean {
  const { family, bits } = partsOf(text)
  return family !== undefined && bits <= (family === 'ipv4' ? 32 : 128)
}

/** Whether an address is in one of the networks. */
export function inNetworks(networks: readonly string[]): (ip: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const { ip, family, bits } = partsOf(network)
    if (family) list.addSubnet(ip, bits, family)
  }
  return (ip) => {
    const { family } = partsOf(ip)
    return family !== undefined && list.check(ip, family)
  }
}

function partsOf(text: string): { ip: string; family: 'ipv4' | 'ipv6' | undefined; bits: number } {
  const [, ip = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const version = isIP(ip)
  const family = version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined
  return { ip, family, bits: bits === undefined ? (version === 4 ? 32 : 128) : Number(bits) }
}
