import type { Ip4 } from '@seekyou/language'

/** An IPv6 address as eight numbers of sixteen bits. */
export type Ip6 = readonly number[]

/** `2001:db8::1`, `::ffff:192.0.2.1`, `fe80::1%eth0`; undefined when the text is no IPv6 address. */
export function parseIp6(text: string): Ip6 | undefined {
  const halves = text.replace(/%.*$/, '').split('::')
  if (halves.length > 2 || !text.includes(':')) return undefined
  const [left, right] = halves.map(groupsIn)
  if (!left || (halves.length === 2 && !right)) return undefined
  if (halves.length === 1) return left.length === 8 ? left : undefined
  const missing = 8 - left.length - right!.length
  return missing > 0 ? [...left, ...Array<number>(missing).fill(0), ...right!] : undefined
}

/** All eight numbers, so that one address has one text: `2001:db8:0:0:0:0:0:1`. */
export const formatIp6 = (ip: Ip6): string => ip.map((group) => group.toString(16)).join(':')

/** True for ::1. */
export const isLoopback6 = (ip: Ip6): boolean => ip.every((group, index) => group === (index === 7 ? 1 : 0))

/** The IPv4 address in `::ffff:192.0.2.1`. */
export function mappedIp4(ip: Ip6): Ip4 | undefined {
  const isMapped = ip.slice(0, 5).every((group) => group === 0) && ip[5] === 0xffff
  return isMapped ? ip[6]! * 0x1_0000 + ip[7]! : undefined
}

/** The groups of one half; the last of them may be an IPv4 address. */
function groupsIn(half: string): number[] | undefined {
  if (half === '') return []
  const parts = half.replace(/(?<=^|:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (text, ...octets: string[]) => {
    const [a, b, c, d] = octets.slice(0, 4).map(Number) as [number, number, number, number]
    return [a, b, c, d].some((octet) => octet > 255)
      ? text
      : `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  const groups = parts.split(':')
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined
}
