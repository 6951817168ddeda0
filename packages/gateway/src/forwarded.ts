// Who really asks, where proxies may stand in between. A proxy that is not trusted is not believed, and is not taken for its guests either.
import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { formatIp4, type Ip4, isLoopback, parseIp4 } from '@seekyou/language'
import { formatIp6, type Ip6, isLoopback6, mappedIp4, parseIp6 } from './ip6.ts'

/** What is known of a request's way. */
export interface Way {
  /** The address at the other end of the connection. */
  readonly remote: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/** Whose request it is. */
export interface Asker {
  /**
   * The browser's address. IPv6: a number in 240.0.0.0/4 that stands for its network (/64). A browser of which only a proxy is known has such a
   * number as well, so that it is never taken for somebody on this machine or near it.
   */
  readonly ip: Ip4
  /** A proxy whose word was not taken; undefined: there is none. */
  readonly untrusted: string | undefined
}

/** What proxies tell of themselves and of who they speak for. */
const signsOfProxies = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'cf-connecting-ip', 'x-forwarded-host']

/**
 * Who asks: the last address in X-Forwarded-For that is not a trusted proxy's. `isTrusted` gets an address of IPv4 or IPv6 as text.
 */
export function askerOf({ remote, headers }: Way, isTrusted: (ip: string) => boolean): Asker {
  const direct = parseIp(remote)
  if (direct === undefined) return { ip: standIn(`unknown ${remote}`), untrusted: undefined }
  if (!isTrusted(textOf(direct))) {
    const isProxied = signsOfProxies.some((name) => headers[name] !== undefined) || speaksForAnother(direct, headers)
    return isProxied
      ? { ip: standIn(`behind ${textOf(direct)}`), untrusted: textOf(direct) }
      : { ip: numberOf(direct), untrusted: undefined }
  }
  const chain = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  for (const part of chain.reverse()) {
    const ip = parseIp(part)
    if (ip === undefined) break
    if (!isTrusted(textOf(ip))) return { ip: numberOf(ip), untrusted: undefined }
  }
  return { ip: standIn(`behind ${textOf(direct)}`), untrusted: undefined }
}

/**
 * Somebody on this machine who asks for a name that is not this machine's: a proxy that says nothing of itself, or a page whose name was made
 * to point here (DNS rebinding).
 */
function speaksForAnother(ip: Ip4 | Ip6, { host }: Way['headers']): boolean {
  if (!isHere(ip) || typeof host !== 'string') return false
  const name = host.replace(/:\d+$/, '').toLowerCase()
  const named = parseIp(name)
  if (named !== undefined) return !isHere(named)
  return name !== 'localhost' && name !== hostname().toLowerCase()
}

/** `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`; IPv6 addresses that stand for IPv4 become IPv4. */
function parseIp(text: string): Ip4 | Ip6 | undefined {
  const plain = text.trim()
  const [, ip4] = /^([\d.]+)(?::\d+)?$/.exec(plain) ?? []
  if (ip4 !== undefined) return parseIp4(ip4)
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(plain) ?? []
  const ip6 = parseIp6(bracketed ?? plain)
  return ip6 && (mappedIp4(ip6) ?? ip6)
}

const isHere = (ip: Ip4 | Ip6): boolean => (typeof ip === 'number' ? isLoopback(ip) : isLoopback6(ip))

const textOf = (ip: Ip4 | Ip6): string => (typeof ip === 'number' ? formatIp4(ip) : formatIp6(ip))

/** Whoever has one address of IPv6 has the 2⁶⁴ of its network. */
function numberOf(ip: Ip4 | Ip6): Ip4 {
  if (typeof ip === 'number') return ip
  return isLoopback6(ip) ? 0x7f00_0001 : standIn(formatIp6([...ip.slice(0, 4), 0, 0, 0, 0]))
}

/** A number in 240.0.0.0/4, where no computer is. */
const standIn = (what: string): Ip4 => (createHash('sha256').update(what).digest().readUInt32BE() | 0xf000_0000) >>> 0
