declare const brand: unique symbol

/**
 * Where datagrams come from and go to. For UDP over IPv4: the address as a 32-bit number (first octet highest) times 65,536
 * plus the port, which makes a number that a Map hashes quickly. A browser's WebSocket has a web address: see `webAddress`.
 */
export type Address = number & { readonly [brand]: 'Address' }

/** An IPv4 address as an unsigned 32-bit number, first octet highest. 0 means "not told". */
export type Ip4 = number

const firstWeb = 2 ** 48

export const packAddress = (ip: Ip4, port: number): Address => (ip * 0x1_0000 + port) as Address

/**
 * The address of a browser's WebSocket: 2⁴⁸ plus the browser's own IPv4 address, times 65,536, plus a slot from 0 to 65,535 in the place of a
 * port. Nobody else can send datagrams to it, so it is never told to anybody.
 */
export const webAddress = (ip: Ip4, slot: number): Address => (firstWeb + packAddress(ip, slot)) as Address

/** True for the address of a browser's WebSocket. */
export const isWeb = (address: Address): boolean => address >= firstWeb

/** The IPv4 address, of a web address that of the browser. */
export const ipOf = (address: Address): Ip4 => Math.floor(address / 0x1_0000) >>> 0

/** The port, of a web address the slot. */
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

/** `192.0.2.1:4000`; a web address looks no different. */
export const formatAddress = (address: Address): string => `${formatIp4(ipOf(address))}:${portOf(address)}`

/** True for 127.0.0.0/8. */
export const isLoopback = (ip: Ip4): boolean => ip >>> 24 === 127
