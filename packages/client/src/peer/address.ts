import { type Ip4, isLoopback } from '@seekyou/language'
import type { Contact } from '../roster.ts'

/** Where a peer is to be connected to, and the version that they speak. */
export interface PeerAddress {
  readonly ip: Ip4
  readonly port: number
  readonly version: number
}

/** Capability (docs/protocol/constants.md): sends and accepts. */
const accepts = 4

/**
 * Where to connect to a contact who awaits peers; undefined when they do not, or are not on line. Whoever has the same outer
 * address as we is in the same network, and is reached at their inner one.
 */
export function addressOf(contact: Contact | undefined, ourOuter: Ip4): PeerAddress | undefined {
  const { status, direct, outer = 0 } = contact ?? {}
  if (status === undefined || !direct || direct.capability !== accepts || direct.port === 0) return undefined
  const ip = outer === ourOuter && isOfUse(direct.inner, outer) ? direct.inner : outer
  return ip === 0 ? undefined : { ip, port: direct.port, version: direct.version }
}

/** Whether a connection from this address is the contact's, as far as the server knows where they are. */
export function proves(contact: Contact | undefined, from: Ip4, ourOuter: Ip4): boolean {
  if (contact?.status === undefined || !contact.outer || from === 0) return false
  return contact.outer === from || (contact.outer === ourOuter && contact.direct?.inner === from)
}

/** COMPAT Licq 0.70, mICQ 0.2.5: some announce 127.0.0.1 as their inner address. */
const isOfUse = (inner: Ip4, outer: Ip4): boolean => inner !== 0 && (!isLoopback(inner) || isLoopback(outer))
