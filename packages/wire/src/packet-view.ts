import type { CodePageName } from './code-pages/code-page.ts'
import { type Dissection, dissect } from './dissect.ts'
import { type Hidden, masked, maskedHex } from './masked.ts'

/** A datagram for a page that shows packets, as plain data: what it is, a row for each field, and its bytes. */
export interface PacketView
  extends Pick<Dissection, 'version' | 'code' | 'name' | 'sequence' | 'uin' | 'summary' | 'rows' | 'fault'> {
  /** When it passed, in milliseconds since 1970. */
  readonly at: number
  /** Seen from the server: `in` comes from the client. */
  readonly direction: 'in' | 'out'
  /** How many bytes it has. */
  readonly size: number
  /** All bytes in hexadecimal pairs with single spaces; `••` where one is hidden. */
  readonly hex: string
}

/**
 * A datagram that passed a server, with passwords or all texts hidden; texts are read in `codePage` (windows-1252 unless told).
 * Never throws on any bytes.
 */
export function viewPacket(
  { at, direction, bytes }: { readonly at: number; readonly direction: 'in' | 'out'; readonly bytes: Uint8Array },
  hidden: Hidden,
  codePage?: CodePageName,
): PacketView {
  const from = direction === 'in' ? 'client' : 'server'
  const packet = dissect(bytes, codePage === undefined ? { from } : { from, codePage })
  const { from: _, fields: __, ...view } = masked(packet, hidden)
  return { at, direction, size: bytes.length, ...view, hex: maskedHex(bytes, packet.rows, hidden) }
}
