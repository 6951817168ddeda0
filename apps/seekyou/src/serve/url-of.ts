import type { Endpoint } from '../config.ts'
import { ownAddresses } from '../own-addresses.ts'

interface Names {
  readonly isEncrypted: boolean
  /** The name by which people reach this server. */
  readonly hostName?: string | undefined
  readonly addresses?: readonly string[]
}

/** What people type into a browser. */
export function urlOf(
  { host, port }: Endpoint,
  { isEncrypted, hostName, addresses = ownAddresses() }: Names,
  path = '/',
): string {
  const name = host === '0.0.0.0' ? (hostName ?? addresses[0] ?? '127.0.0.1') : host
  return `${isEncrypted ? 'https' : 'http'}://${name}:${port}${path}`
}
