import { clientContacts } from '../../interop/golden/client-contacts.ts'
import { clientMessages } from '../../interop/golden/client-messages.ts'
import { clientSigningOn } from '../../interop/golden/client-signing-on.ts'
import type { GoldenDatagram, GoldenFrame } from '../../interop/golden/golden.ts'
import { peerMessages } from '../../interop/golden/peer-messages.ts'
import { peerRequests } from '../../interop/golden/peer-requests.ts'
import { peerSessions } from '../../interop/golden/peer-sessions.ts'
import { serverContacts } from '../../interop/golden/server-contacts.ts'
import { serverMessages } from '../../interop/golden/server-messages.ts'
import { serverSigningOn } from '../../interop/golden/server-signing-on.ts'
import type { Side } from './names.ts'

type Golden = GoldenDatagram | GoldenFrame

const goldens: Readonly<Record<Side, readonly Golden[]>> = {
  client: [...clientSigningOn, ...clientContacts, ...clientMessages],
  server: [...serverSigningOn, ...serverContacts, ...serverMessages],
  peer: [...peerMessages, ...peerRequests, ...peerSessions],
}

/** The golden bytes of a packet, captured ones first; those that a client wrote wrongly come last. */
export function goldensOf(side: Side, name: string): readonly Golden[] {
  const rank = ({ provenance, rewritten }: Golden) => (rewritten ? 2 : provenance.startsWith('captured') ? 0 : 1)
  return goldens[side].filter(({ packet }) => packet === name).sort((a, b) => rank(a) - rank(b))
}

/** Bytes from hexadecimal with white space. */
export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.trim().split(/\s+/).filter(Boolean), (pair) => Number.parseInt(pair, 16))
