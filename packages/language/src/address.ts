declare const brand: unique symbol

/**
 * Where datagrams come from and go to. For UDP over IPv4: the address as a 32-bit number (first octet highest) times 65,536
 * plus the port, which makes a number that a Map hashes quickly. Other transports may use numbers from 2⁴⁸ on.
 */
export type Address = number & { readonly [brand]: 'Address' }

/** An IPv4 address as an unsigned 32-bit number, first octet highest. 0 means "not told". */
export type Ip4 = number

export const packAddress = (ip: Ip4, port: number): Address => (ip * 0x1_0000 + port) as Address
export const ipOf = (address: Address): Ip4 => Math.floor(address / 0x1_0000)
export const portOf = (address: Address): number => address % 0x1_0000

/** `"127.0.0.1"` as a number, or undefined when the text is no dotted IPv4 address. */
export function parseIp4(text: string): Ip4 | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let ip = 0
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return undefined
    ip = ip * 256 + Number(part)
  }
  return ip
}

export const formatIp4 = (ip: Ip4): string => [ip >>> 24, (ip >>> 16) & 255, (ip >>> 8) & 255, ip & 255].join('.')

export const formatAddress = (address: Address): string => `${formatIp4(ipOf(address))}:${portOf(address)}`

/** True for 127.0.0.0/8. */
export const isLoopback = (ip: Ip4): boolean => ip >>> 24 === 127
